package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.MachineNumber;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.form.WorkbookFuzzTarget;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.source.delivery.DeliveredFile;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.table.Declaration;
import vn.chitieu.source.table.FileFormat;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.table.SdmxTime;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.SourceRows;
import vn.chitieu.source.table.TableReader;

/**
 * What a fuzzer feeds: each parser may refuse with its own exception and nothing else. One process feeds one parser,
 * named by the first argument; it reads the inputs of a folder, the second, before anything is counted.
 */
public final class FuzzTargets {

    private static final Codelists CODELISTS =
            Codelists.read(Path.of(System.getProperty("chitieu.home", "."), "datasets"));
    private static final Path FOLDER = folder();
    private static Target target = FuzzTargets::numbers;

    private FuzzTargets() {}

    /** Takes the bytes of one input. */
    private interface Target {
        void read(byte[] data) throws IOException;
    }

    /** Chooses the parser and reads its good inputs. */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        target = target(arguments[0]);
        try (Stream<Path> seeds = Files.list(Path.of(arguments[1]))) {
            for (Path seed : seeds.sorted().toList()) {
                target.read(Files.readAllBytes(seed));
            }
        }
    }

    /** Feeds a parser with one input. */
    static void read(String parser, byte[] data) throws IOException {
        target(parser).read(data);
    }

    private static Target target(String parser) {
        return switch (parser) {
            case "number" -> FuzzTargets::numbers;
            case "period" -> FuzzTargets::periods;
            case "tidy" -> FuzzTargets::tidy;
            case "data-package" -> FuzzTargets::dataPackage;
            case "sdmx-csv" -> FuzzTargets::sdmxCsv;
            case "sdmx-ml" -> FuzzTargets::sdmxMl;
            case "yaml" -> FuzzTargets::yaml;
            case "workbook" -> WorkbookFuzzTarget::read;
            case "machine-number" -> FuzzTargets::machineNumbers;
            case "time" -> FuzzTargets::times;
            default -> throw new IllegalArgumentException("Expecting a parser but was " + parser);
        };
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        target.read(data);
    }

    /** Numbers of both marks; what is read is written and read back as the same. */
    static void numbers(byte[] data) {
        String text = new String(data, UTF_8);
        for (NumberMarks marks : List.of(NumberMarks.PLAIN, NumberMarks.VIETNAMESE)) {
            try {
                var number = NumberGrammar.parse(text, marks);
                var again = NumberGrammar.parse(NumberGrammar.format(number, marks), marks);
                if (again.compareTo(number) != 0 || again.scale() != number.scale()) {
                    throw new IllegalStateException("Expecting to read back " + text);
                }
            } catch (IllegalArgumentException e) {
                requireSaid(e);
            }
        }
    }

    /** Numbers that a program wrote; what is read has no more digits than a figure, and is the same written plainly. */
    static void machineNumbers(byte[] data) {
        String text = new String(data, UTF_8);
        for (NumberMarks marks : List.of(NumberMarks.PLAIN, NumberMarks.VIETNAMESE)) {
            try {
                var number = MachineNumber.parse(text, marks);
                if (NumberGrammar.parse(number.toPlainString()).compareTo(number) != 0) {
                    throw new IllegalStateException("Expecting to read back " + text);
                }
            } catch (IllegalArgumentException e) {
                requireSaid(e);
            }
        }
    }

    /** Time formats of SDMX; what is read is a form of ours, or a range of as many months that is read again. */
    static void times(byte[] data) {
        for (int months : new int[] {1, 3, 6, 12}) {
            SdmxTime.calendar(new String(data, UTF_8), months)
                    .filter(period -> !period.matches("[0-9]{4}(-([SQ])?[0-9]{1,2})?"))
                    .filter(period -> SdmxTime.firstOfRange(period, months).isEmpty())
                    .ifPresent(period -> {
                        throw new IllegalStateException("Expecting a period but was " + period);
                    });
        }
    }

    /** Periods. */
    static void periods(byte[] data) {
        try {
            Period period = Period.parse(new String(data, UTF_8));
            if (!Period.parse(period.toString()).equals(period)) {
                throw new IllegalStateException("Expecting to read back " + period);
            }
        } catch (IllegalArgumentException e) {
            requireSaid(e);
        }
    }

    /** A tidy CSV and its rows. */
    static void tidy(byte[] data) {
        read(Declaration.TIDY, data);
    }

    /** A delivery: its {@code datapackage.json}, a NUL and the file that it may describe, {@code f.csv}. */
    static void dataPackage(byte[] data) throws IOException {
        int end = 0;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        byte[] csv = Arrays.copyOfRange(data, Math.min(end + 1, data.length), data.length);
        Files.write(FOLDER.resolve("datapackage.json"), Arrays.copyOf(data, end));
        Files.write(FOLDER.resolve("f.csv"), csv);
        Delivery delivery = new Delivery("f/2025-07-15", FOLDER);
        List<DeliveredFile> files;
        try {
            files = delivery.files();
        } catch (DataException e) {
            requireSaid(e);
            return;
        }
        for (DeliveredFile file : files) {
            try {
                delivery.read(file);
            } catch (DataException e) {
                requireSaid(e);
            }
            read(file.declaration(), csv);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SDMX-CSV in our structure. */
    static void sdmxCsv(byte[] data) {
        read(Declaration.ofOwnStructure(FileFormat.SDMX_CSV), data);
    }

    /** SDMX-ML in our structure. */
    static void sdmxMl(byte[] data) {
        read(Declaration.ofOwnStructure(FileFormat.SDMX_ML), data);
    }

    /** A form, a programme or rules in YAML, by the key that tells them apart. */
    static void yaml(byte[] data) {
        String text = new String(data, UTF_8);
        try {
            if (text.contains("form_code")) {
                FormCatalogue.parse(text, "f.yaml", CODELISTS);
            } else if (text.contains("programme_id")) {
                ProgrammeFile.parse(text, "f.yaml", ReportingYears.calendar());
            } else {
                ValidationRules.parse(text, "f.yaml");
            }
        } catch (DataException e) {
            requireSaid(e);
        }
    }

    private static void read(Declaration declaration, byte[] data) {
        try {
            SourceRows rows = TableReader.read("f/2025-07-15", "f.csv", data, declaration, Validation.COLUMNS);
            Validation validation = new Validation(CODELISTS, Map.of(), declaration);
            for (SourceRow row : rows.rows()) {
                try {
                    if (validation.action("f/2025-07-15", row) == RowAction.DELETE) {
                        validation.deletion("f/2025-07-15", LocalDate.of(2025, 7, 15), row);
                    } else if (!validation.isMissing(row)) {
                        validation.figure("f/2025-07-15", LocalDate.of(2025, 7, 15), row);
                    }
                } catch (RefusedRowException e) {
                    requireSaid(e);
                }
            }
        } catch (DataException e) {
            requireSaid(e);
        }
    }

    /** Requires a message of some length, as an exception without one helps nobody. */
    public static void requireSaid(Exception e) {
        if (String.valueOf(e.getMessage()).length() < 10) {
            throw new IllegalStateException("Expecting a rejection that says why", e);
        }
    }
}
