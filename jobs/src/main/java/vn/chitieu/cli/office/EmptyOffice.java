package vn.chitieu.cli.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.CsvFile;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.programme.Target;
import vn.chitieu.text.Language;

/**
 * The data of an office that has none yet: one area, a programme of two targets and one delivery, all invented. Codes
 * that serve every office are copied from the data sets of the program, of its longer lists only what the programme
 * uses.
 */
final class EmptyOffice {

    /** What tells of all the rest. */
    static final String READ_FIRST = "README.md";

    private static final String AREAS = "CL_AREA.csv";
    private static final String UNITS = "CL_UNIT.csv";
    private static final String INDICATORS = "CL_INDICATOR.csv";
    private static final String MAPPING = "mapping.csv";
    private static final String DESCRIPTION = "datapackage.json";

    /** What is the same in every office. */
    private static final List<String> UNIVERSAL = List.of(
            "CL_ACCUMULATION.csv",
            "CL_ACTIVITY.csv",
            "CL_FREQ.csv",
            "CL_OBS_STATUS.csv",
            "CL_PRICE_BASIS.csv",
            "lunar_new_year.csv",
            "release_calendar.csv",
            "source_trust.csv",
            "status_mapping.csv",
            DESCRIPTION);

    /** What tells of the areas and figures of one office: here without a line. */
    private static final List<String> OF_ONE_OFFICE = List.of(
            "area_composition.csv",
            "declared_gap.csv",
            "expected_delivery.csv",
            "history_break.csv",
            "quotient.csv",
            "source_dating.csv");

    private static final List<String> FOLDERS_OF_EVERY_OFFICE = List.of("template", "validation", "judgement");

    private static final Pattern BLANK = Pattern.compile("\\{([a-z_0-9]+)(?:-([0-9]))?}");

    private final Path shipped;
    private final Beginning beginning;
    private final Map<String, String> blanks = new TreeMap<>();

    /**
     * What is known of an office before it has data.
     *
     * @param area its code, two letters for a nation or those of its nation and more
     * @param name in whatever language; both are asked for later
     * @param year of its first programme
     * @param currency three small letters; where the nation is known to the program its own
     * @param language its pages open in
     */
    record Beginning(String area, String name, int year, Optional<String> currency, Language language) {}

    EmptyOffice(Path shipped, Beginning beginning) {
        this.shipped = shipped;
        this.beginning = beginning;
        blanks.put("area", beginning.area());
        blanks.put("name", beginning.name());
        blanks.put("source_code", sourceCode(shipped, beginning.area()));
        blanks.put("programme", programmeId(beginning));
    }

    /** Returns what an area is called in deliveries: a nation of the program as there, another by its code. */
    private static String sourceCode(Path shipped, String area) {
        List<String> known = new ArrayList<>();
        CsvFile.forEach(codelist(shipped, AREAS), List.of("code", "source_code"), row -> {
            if (Area.isNation(area) && row.text("code").equals(area)) {
                known.add(row.text("source_code"));
            }
        });
        return known.isEmpty() ? area.toLowerCase(Locale.ROOT).replace('-', '_') : known.get(0);
    }

    /** A programme is named by letters alone. */
    private static String programmeId(Beginning beginning) {
        String letters = Stream.of(beginning.area().toLowerCase(Locale.ROOT).split("-", -1))
                .map(part -> part.replaceAll("[0-9]", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        return letters + "-" + beginning.year();
    }

    /** Returns whether the program knows the nation of an area, and with it its money. */
    static boolean isNationKnown(Path shipped, String area) {
        List<String> codes = new ArrayList<>();
        CsvFile.forEach(codelist(shipped, AREAS), List.of("code"), row -> codes.add(row.text("code")));
        return codes.contains(Area.nationOf(area));
    }

    /**
     * Writes everything.
     *
     * @param folder which is made, and must not be there
     * @throws vn.chitieu.catalog.DataException if a code list of the program is missing or damaged
     */
    void write(Path folder) throws IOException {
        String programme = filled("programme.yaml");
        String programmeFile = blanks.get("programme") + ".yaml";
        put(folder.resolve("programme").resolve(programmeFile), programme);
        put(folder.resolve("programme").resolve(DESCRIPTION), filled("programmes.json"));
        copy(folder, "programme/programme.schema.json");
        writeCodelists(folder, ProgrammeFile.parse(programme, programmeFile, new ReportingYears(Map.of())));
        writeDelivery(folder.resolve("source/example/" + beginning.year() + "-04-15"));
        for (String of : FOLDERS_OF_EVERY_OFFICE) {
            for (Path file : files(shipped.resolve(of))) {
                copy(folder, of + "/" + file.getFileName());
            }
        }
        put(folder.resolve(READ_FIRST), filled("README." + beginning.language().code() + ".md"));
    }

    private void writeCodelists(Path folder, Programme programme) throws IOException {
        for (String file : UNIVERSAL) {
            copy(folder, "codelist/" + file);
        }
        for (String file : OF_ONE_OFFICE) {
            putLines(folder, file, linesOf(file, row -> false));
        }
        Set<String> indicators =
                programme.targets().stream().map(Target::indicatorCode).collect(Collectors.toSet());
        Set<String> activities =
                programme.targets().stream().map(Target::activityCode).collect(Collectors.toSet());
        putLines(folder, INDICATORS, linesOf(INDICATORS, row -> indicators.contains(row.text("code"))));
        putLines(
                folder,
                MAPPING,
                linesOf(
                        MAPPING,
                        row -> indicators.contains(row.text("indicator_code"))
                                && activities.contains(row.text("activity_code"))));
        putLines(folder, AREAS, areas());
        putLines(folder, UNITS, units());
    }

    private List<String> areas() throws IOException {
        String nation = Area.nationOf(beginning.area());
        List<String> lines = linesOf(AREAS, row -> row.text("code").equals(nation));
        if (lines.size() == 1) {
            lines.add(area(nation, "country", "", beginning.currency().orElse("")));
        }
        if (!Area.isNation(beginning.area())) {
            lines.add(area(beginning.area(), "province", nation, ""));
        }
        return lines;
    }

    /** Returns the line of an area; a nation that is not the office's own is called by its code for the time being. */
    private String area(String code, String level, String parent, String currency) {
        String name = code.equals(beginning.area()) ? beginning.name() : code;
        return String.join(
                ",",
                code,
                '"' + name + '"',
                '"' + name + '"',
                level,
                parent,
                "2000-01-01",
                "",
                sourceCode(shipped, code),
                currency,
                "",
                beginning.language().code(),
                "",
                "");
    }

    private List<String> units() throws IOException {
        List<String> lines = linesOf(UNITS, row -> true);
        Set<String> dimensions = linesOfColumn(UNITS, "dimension");
        beginning.currency().filter(money -> !dimensions.contains(money)).ifPresent(money -> {
            String capitals = money.toUpperCase(Locale.ROOT);
            lines.add(
                    "million_" + money + ",1.000.000 " + capitals + ",Million " + capitals + "," + money + ",1000000");
        });
        return lines;
    }

    private void writeDelivery(Path delivery) throws IOException {
        for (String name : List.of("figures", "sources")) {
            String content = filled(name + ".csv");
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            put(delivery.resolve(name + ".csv"), content);
            blanks.put(name + "_bytes", Integer.toString(bytes.length));
            blanks.put(name + "_sha256", Sha256.of(bytes));
            blanks.put(name + "_rows", Long.toString(content.lines().count() - 1));
        }
        put(delivery.resolve(DESCRIPTION), filled("delivery.json"));
    }

    /** Returns the header of a code list of the program and those of its lines that are wanted, as they stand there. */
    private List<String> linesOf(String file, Predicate<CsvFile.Row> isWanted) throws IOException {
        List<String> all = Files.readAllLines(codelist(shipped, file));
        List<String> lines = new ArrayList<>(all.subList(0, Math.min(1, all.size())));
        CsvFile.forEach(codelist(shipped, file), List.of(), row -> {
            if (isWanted.test(row)) {
                lines.add(all.get((int) row.line() - 1));
            }
        });
        return lines;
    }

    private Set<String> linesOfColumn(String file, String column) {
        List<String> values = new ArrayList<>();
        CsvFile.forEach(codelist(shipped, file), List.of(column), row -> values.add(row.text(column)));
        return Set.copyOf(values);
    }

    private String filled(String template) throws IOException {
        try (InputStream stream = Objects.requireNonNull(EmptyOffice.class.getResourceAsStream(template), template)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return BLANK.matcher(text)
                    .replaceAll(blank -> Matcher.quoteReplacement(value(blank.group(1), blank.group(2))));
        }
    }

    private String value(String blank, @Nullable String before) {
        return blank.equals("year")
                ? Integer.toString(beginning.year() - (before == null ? 0 : Integer.parseInt(before)))
                : Objects.requireNonNull(blanks.get(blank), blank);
    }

    private void copy(Path folder, String name) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(shipped.resolve(name), target);
    }

    private static void putLines(Path folder, String file, List<String> lines) throws IOException {
        put(codelist(folder, file), String.join("\n", lines) + "\n");
    }

    private static void put(Path file, String content) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
    }

    private static Path codelist(Path datasets, String file) {
        return datasets.resolve("codelist").resolve(file);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
