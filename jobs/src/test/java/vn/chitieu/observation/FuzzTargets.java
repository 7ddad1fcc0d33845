package vn.chitieu.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.source.CsvRows;
import vn.chitieu.source.Declaration;
import vn.chitieu.source.DeliveredRows;
import vn.chitieu.source.FileFormat;
import vn.chitieu.source.NumberMarks;
import vn.chitieu.source.SourceRow;
import vn.chitieu.source.Vocabulary;

/** What a fuzzer feeds: each parser may refuse with its own exception and nothing else. */
public final class FuzzTargets {

    private static final Codelists CODELISTS =
            Codelists.read(Path.of(System.getProperty("chitieu.home", "."), "datasets"));

    private FuzzTargets() {}

    /** Numbers of both marks; what is read is written and read back as the same. */
    public static final class Numbers {
        private Numbers() {}

        public static void fuzzerTestOneInput(byte[] data) {
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
    }

    /** Periods. */
    public static final class Time {
        private Time() {}

        public static void fuzzerTestOneInput(byte[] data) {
            try {
                Period period = Period.parse(new String(data, UTF_8));
                if (!Period.parse(period.toString()).equals(period)) {
                    throw new IllegalStateException("Expecting to read back " + period);
                }
            } catch (IllegalArgumentException e) {
                requireSaid(e);
            }
        }
    }

    /** A tidy CSV and its rows. */
    public static final class Tidy {
        private Tidy() {}

        public static void fuzzerTestOneInput(byte[] data) {
            read(Declaration.TIDY, data);
        }
    }

    /** A CSV with other marks, as a data package declares it. */
    public static final class Declared {
        private static final Declaration DECLARATION = new Declaration(
                FileFormat.CSV,
                Optional.empty(),
                Optional.of(';'),
                '\'',
                false,
                Validation.COLUMNS,
                NumberMarks.VIETNAMESE,
                Set.of("-", "…"),
                Map.of(),
                Vocabulary.SOURCE,
                false);

        private Declared() {}

        public static void fuzzerTestOneInput(byte[] data) {
            read(DECLARATION, data);
        }
    }

    /** SDMX-CSV in our structure. */
    public static final class SdmxCsv {
        private SdmxCsv() {}

        public static void fuzzerTestOneInput(byte[] data) {
            read(Declaration.ofOwnStructure(FileFormat.SDMX_CSV), data);
        }
    }

    /** SDMX-ML in our structure. */
    public static final class SdmxMl {
        private SdmxMl() {}

        public static void fuzzerTestOneInput(byte[] data) {
            read(Declaration.ofOwnStructure(FileFormat.SDMX_ML), data);
        }
    }

    /** Programmes and rules in YAML. */
    public static final class Yaml {
        private Yaml() {}

        public static void fuzzerTestOneInput(byte[] data) {
            String text = new String(data, UTF_8);
            try {
                ValidationRules.parse(text, "f.yaml");
            } catch (DataException e) {
                requireSaid(e);
            }
            try {
                ProgrammeFile.parse(text, "f.yaml");
            } catch (DataException e) {
                requireSaid(e);
            }
        }
    }

    private static void read(Declaration declaration, byte[] data) {
        try {
            CsvRows rows = DeliveredRows.read("f/2025-07-15", "f.csv", data, declaration, Validation.COLUMNS);
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

    private static void requireSaid(Exception e) {
        if (String.valueOf(e.getMessage()).length() < 10) {
            throw new IllegalStateException("Expecting a rejection that says why", e);
        }
    }
}
