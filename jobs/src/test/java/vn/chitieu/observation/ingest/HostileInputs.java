package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.observation.rule.ValidationRule;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.TestDelivery;

/** Inputs that are broken, lie or attack, each as a delivery, and what the readers say of them. */
final class HostileInputs {

    private static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));
    private static final List<ValidationRule> RULES =
            ValidationRules.read(Path.of(System.getProperty("chitieu.home"), "datasets"));
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final String HEADER = String.join(",", Validation.COLUMNS) + "\n";
    private static final String VIETNAMESE = "\"dialect\": {\"delimiter\": \";\"}, \"schema\": {\"fields\": [{\"name\":"
            + " \"value\", \"decimalChar\": \",\", \"groupChar\": \".\"}], \"missingValues\": [\"-\", \"…\", \"x\","
            + " \".\", \"\"]}";
    private static final String SDMX = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,ACTIVITY,PRICE_BASIS,"
            + "ACCUMULATION,TIME_PERIOD,OBS_STATUS,PUBLISHED,SOURCE_URL,OBS_VALUE,UNIT_MEASURE\n";

    private final Path folder;
    private int deliveries;

    HostileInputs(Path folder) {
        this.folder = folder;
    }

    /**
     * One input.
     *
     * @param number as in the README beside this class
     * @param what it is
     * @param expected part of what is said: the figures that are used, the row set aside or the file refused
     */
    record Case(int number, String what, String expected, Reading reading) {

        @Override
        public String toString() {
            return number + " " + what;
        }
    }

    /** Delivers an input and returns what came of it. */
    interface Reading {
        String outcome(HostileInputs inputs) throws IOException, InterruptedException;
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        files(cases);
        numbers(cases);
        texts(cases);
        meanings(cases);
        return List.copyOf(cases);
    }

    private static void files(List<Case> cases) {
        cases.add(new Case(
                8,
                "half an upload",
                "refused: source/s/2025-01-01/f.csv: Expecting 200 bytes but was 171" + " bytes (truncated)",
                in -> in.read(in.stated(HEADER + row("1"), 200))));
        cases.add(new Case(
                9,
                "an empty file",
                "refused: source/s/2025-01-01/f.csv, line 1: Expecting the header",
                in -> in.csv("")));
        cases.add(new Case(
                14, "a file that grew", "but was 171 bytes.", in -> in.read(in.stated(HEADER + row("1"), 99))));
        cases.add(new Case(
                15,
                "the same bytes twice",
                "figures: VN-HG.exports._T.2024.P.current = 1; same as s/2025-01-01",
                in -> in.read(in.tidy(HEADER + row("1")), in.tidy(HEADER + row("1")))));
        cases.add(new Case(
                16,
                "another content for the same key",
                "figures: VN-HG.exports._T.2024.P.current = 1, VN-HG.exports._T.2024.P.current = 2",
                in -> in.read(in.tidy(HEADER + row("1")), in.tidy(HEADER + row("2")))));
        cases.add(new Case(
                17,
                "an older figure after a newer one",
                "latest: 2",
                in -> in.latest(
                        in.tidy(HEADER + dated("2", "2025-06-01")), in.tidy(HEADER + dated("1", "2025-03-01")))));
        cases.add(new Case(
                18,
                "a link to a file elsewhere",
                "Expecting a file inside the delivery's folder but was a link to a file elsewhere",
                in -> {
                    Delivery delivery = in.tidy(HEADER);
                    Path file = delivery.folder().resolve("f.csv");
                    Files.delete(file);
                    Files.createSymbolicLink(file, Path.of("/etc/hostname"));
                    return in.read(delivery);
                }));
        cases.add(new Case(19, "a pipe instead of a file", "Expecting a file but was no file", in -> {
            Delivery delivery = in.tidy(HEADER);
            Path file = delivery.folder().resolve("f.csv");
            Files.delete(file);
            if (!new ProcessBuilder("mkfifo", file.toString()).start().waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Expecting mkfifo to end");
            }
            return in.read(delivery);
        }));
        for (String name :
                List.of("glob[1].csv", "_leading.csv", "Hòa.csv", "\u202Egnp.csv", "a".repeat(240) + ".csv")) {
            cases.add(new Case(
                    20,
                    "a file named " + name.substring(0, 5),
                    "figures: VN-HG.exports._T.2024.P.current = 1",
                    in -> in.read(in.named(name, HEADER + row("1")))));
        }
        for (String name : List.of("a*.csv", ".hidden.csv", "a\\nb.csv")) {
            cases.add(new Case(
                    20, "a file named " + name, "Expecting the name of a file inside the folder as path", in -> {
                        Delivery delivery = in.tidy(HEADER);
                        Path description = delivery.folder().resolve("datapackage.json");
                        Files.writeString(
                                description, Files.readString(description).replace("f.csv", name));
                        return in.read(delivery);
                    }));
        }
        cases.add(new Case(22, "one file that cannot be read", "figures: VN-HG.exports._T.2024.P.current = 1", in -> {
            Delivery unreadable = in.tidy(HEADER);
            Files.delete(unreadable.folder().resolve("f.csv"));
            Files.createDirectory(unreadable.folder().resolve("f.csv"));
            return in.read(unreadable, in.tidy(HEADER + row("1")));
        }));
    }

    private static void numbers(List<Case> cases) {
        number(cases, 44, "1.234,5", "figures: VN-HG.exports._T.2024.P.current = 1234.5");
        number(cases, 45, "1.234", "figures: VN-HG.exports._T.2024.P.current = 1234");
        number(cases, 54, "-", "missing: 1");
        number(cases, 54, "…", "missing: 1");
        number(cases, 54, "x", "missing: 1");
        number(cases, 54, "", "missing: 1");
        number(cases, 54, "0", "figures: VN-HG.exports._T.2024.P.current = 0");
        for (String[] bad : new String[][] {
            {"46", "1,234.5"},
            {"47", "1\u00A0234,5"},
            {"47", "1\u202F234,5"},
            {"47", "1\u2009234,5"},
            {"48", "1.23.4"},
            {"49", "12,5%"},
            {"50", "(1.234)"},
            {"51", "−1.234"},
            {"51", "–5"},
            {"52", "1e5"},
            {"52", "0x1F"},
            {"52", "1234.5d"},
            {"52", "NaN"},
            {"52", "Infinity"},
            {"52", "1e999"},
            {"53", "１２３"},
            {"53", "١٢٣"},
            {"55", "#####"},
            {"56", "1234567890123456789012345678901234567890"},
            {"57", "1234,5678901234567890"},
            {"58", "1.234 tỷ"}
        }) {
            number(
                    cases,
                    Integer.parseInt(bad[0]),
                    bad[1],
                    "row number: source/s/2025-01-01/f.csv, line 2: Expecting a number such as 1.234,5: a decimal"
                            + " comma, groups of three between '.' or none, at most 18 digits but was '"
                            + bad[1].replace("\u00A0", "<U+00A0>")
                                    .replace("\u202F", "<U+202F>")
                                    .replace("\u2009", "<U+2009>")
                            + "'.");
        }
        cases.add(new Case(
                59,
                "negative exports",
                "row range: source/s/2025-01-01/f.csv, line 2: Expecting a value of" + " exports from 0 but was -5.",
                in -> in.csv(HEADER + row("-5"))));
        cases.add(new Case(
                62,
                "a jump by a thousand",
                "finding factor_1000",
                in -> in.findings(HEADER + year("2023", "30000") + year("2024", "31"))));
    }

    private static void number(List<Case> cases, int number, String text, String expected) {
        cases.add(new Case(
                number,
                "the number '" + text + "'",
                expected,
                in -> in.read(in.declared(
                        (HEADER + row(text))
                                .replace("," + text + ",", "\0")
                                .replace(",", ";")
                                .replace("\0", ";" + text + ";")
                                .getBytes(UTF_8),
                        VIETNAMESE))));
    }

    private static void texts(List<Case> cases) {
        String one = "figures: VN-HG.exports._T.2024.P.current = 1";
        cases.add(new Case(63, "a byte order mark of UTF-8", one, in -> in.csv("\uFEFF" + HEADER + row("1"))));
        cases.add(new Case(
                63,
                "UTF-16 with its mark",
                one,
                in -> in.read(in.declared(("\uFEFF" + HEADER + row("1")).getBytes(UTF_16LE), ""))));
        cases.add(new Case(
                64,
                "bytes of an old Vietnamese encoding",
                "refused: source/s/2025-01-01/f.csv, line 2: Expecting UTF-8 but was a byte that is none, byte 155 of"
                        + " the file (windows-1258, TCVN3 or VNI?). Save the file as CSV UTF-8",
                in -> {
                    byte[] content = (HEADER + row("1")).getBytes(UTF_8);
                    content[154] = (byte) 0xC9;
                    return in.read(in.declared(content, ""));
                }));
        cases.add(new Case(
                65, "a first line sep=;", one, in -> in.csv("sep=;\n" + (HEADER + row("1")).replace(',', ';'))));
        cases.add(new Case(66, "columns in another order", one, in -> in.csv(swapped(HEADER) + swapped(row("1")))));
        cases.add(new Case(
                67,
                "a column twice",
                "; missing: value; unknown or repeated: area.",
                in -> in.csv(HEADER.replace("value", "area") + row("1"))));
        cases.add(new Case(
                68,
                "a short row",
                "row row_width: source/s/2025-01-01/f.csv, line 3: Expecting 12 fields as in"
                        + " the header but was 3.",
                in -> in.csv(HEADER + row("1") + "a,b,c\n")));
        cases.add(new Case(
                68,
                "a long row",
                "row row_width: source/s/2025-01-01/f.csv, line 2: Expecting 12 fields as in"
                        + " the header but was 13.",
                in -> in.csv(HEADER + row("1").replace("\n", ",x\n"))));
        cases.add(new Case(
                69,
                "a quote that swallows the file",
                "line 2: Expecting a closing quote but the file ends inside" + " the field that this line opens.",
                in -> in.csv(HEADER + "\"" + row("1").repeat(1000))));
        cases.add(new Case(
                70,
                "a line break in quotes",
                one + "; from two\\u000alines",
                in -> in.csv(HEADER + row("1").replace(",u\n", ",\"two\nlines\"\n"))));
        for (String character : List.of("\0", "\u001B", "\u2028", "\u202E")) {
            cases.add(new Case(
                    71,
                    "character " + (int) character.charAt(0),
                    "row control_character: ",
                    in -> in.csv(HEADER + row("1").replace(",u\n", ",u" + character + "\n"))));
        }
        cases.add(new Case(
                72,
                "a line of a gigabyte",
                "Expecting at most 33554432 bytes in a file that every night reads anew but was 1073741824 bytes."
                        + " Deliver it by 'chitieu ingest --bulk', or split it.",
                in -> {
                    Delivery delivery = in.named("f.csv", "x");
                    try (RandomAccessFile file = new RandomAccessFile(
                            delivery.folder().resolve("f.csv").toFile(), "rw")) {
                        file.setLength(1L << 30);
                    }
                    return in.read(delivery);
                }));
        cases.add(new Case(
                72,
                "a line of two million characters",
                "line 2: Expecting lines of at most 1048576 characters but" + " was longer.",
                in -> in.csv(HEADER + "x".repeat(2_000_000))));
        cases.add(new Case(
                73,
                "20,000 columns",
                "line 1: Expecting at most 256 columns but was 20000.",
                in -> in.csv("c,".repeat(19_999) + "c\n")));
        cases.add(new Case(
                74,
                "mixed line ends",
                "= 1, VN-HG.exports._T.2024.P.current = 2; from a, b",
                in -> in.csv(HEADER.replace("\n", "\r\n")
                        + row("1").replace(",u\n", ",a\r")
                        + row("2").replace(",u\n", ",b\n"))));
        cases.add(new Case(
                75,
                "a code with a Cyrillic letter",
                "Expecting area of codelist/CL_AREA.csv",
                in -> in.csv(HEADER + row("1").replace("hau_giang", "hаu_giang"))));
    }

    private static void meanings(List<Case> cases) {
        cases.add(new Case(
                76,
                "a key twice with one value",
                "figures: VN-HG.exports._T.2024.P.current = 1; row" + " duplicate_row: ",
                in -> in.csv(HEADER + row("1") + row("1"))));
        cases.add(new Case(
                76,
                "a key twice with two values",
                "row duplicate_key: source/s/2025-01-01/f.csv, line 2: Expecting"
                        + " one value of a figure in one delivery, and f.csv, line 3 has 2,",
                in -> in.csv(HEADER + row("1") + row("2"))));
        cases.add(new Case(
                77,
                "an unknown indicator",
                "Expecting indicator of codelist/mapping.csv, nearest exports",
                in -> in.csv(HEADER + row("1").replace(",exports,", ",exprts,"))));
        cases.add(new Case(
                78,
                "a code that looks like a number",
                "but was '01'.",
                in -> in.csv(HEADER + row("1").replace("hau_giang", "01"))));
        cases.add(new Case(
                79,
                "a figure of a province after its last day",
                "row area_validity: source/s/2025-01-01/f.csv, line 2: Expecting a period of VN-HG, an area that ended"
                        + " on 2025-06-30, but was 2025-09. Use the code of the merged area",
                in -> in.csv(HEADER + row("1").replace(",A,2024,", ",M,2025-09,"))));
        cases.add(new Case(
                80, "quarter 5", "row period: ", in -> in.csv(HEADER + row("1").replace(",A,2024,", ",Q,2024-Q5,"))));
        cases.add(new Case(
                80, "month 13", "row period: ", in -> in.csv(HEADER + row("1").replace(",A,2024,", ",M,2024-13,"))));
        cases.add(new Case(
                80,
                "quarter 0 in words",
                "row period: ",
                in -> in.csv(HEADER + row("1").replace(",A,2024,", ",Q,Quý 0,"))));
        cases.add(new Case(80, "year 2204", "row period: ", in -> in.csv(HEADER + row("1").replace("2024", "2204"))));
        cases.add(new Case(
                80,
                "a final figure of a year to come",
                "row future: ",
                in -> in.csv(HEADER + dated("1", "2024-05-01").replace("estimate", "final"))));
        cases.add(new Case(
                81,
                "a year to date that falls",
                "finding cumulated_falls",
                in -> in.findings(HEADER + month("2024-02", "ytd", "100") + month("2024-04", "ytd", "90"))));
        cases.add(new Case(
                82,
                "a year to date in the column of the quarter",
                "finding quarter_difference",
                in -> in.findings(HEADER
                        + month("2024-06", "ytd", "210")
                        + month("2024-09", "ytd", "320")
                        + month("2024-Q3", "period", "320").replace(",M,", ",Q,"))));
        cases.add(new Case(83, "a gap in a monthly series", "finding gap_free", in -> {
            StringBuilder text = new StringBuilder(HEADER);
            for (int month = 1; month <= 12; month++) {
                text.append(month == 5 ? "" : month(String.format(Locale.ROOT, "2024-%02d", month), "period", "9"));
            }
            return in.findings(text.toString());
        }));
        cases.add(new Case(
                84,
                "sectors that do not make their total",
                "finding sum_of_sectors",
                in -> in.findings(HEADER
                        + grdp("agriculture_forestry_fishery", "10.0")
                        + grdp("industry_construction", "20.0")
                        + grdp("services", "30.0")
                        + grdp("product_taxes_less_subsidies", "5.0")
                        + grdp("total", "70.0"))));
        cases.add(new Case(
                85,
                "constant prices of another base year",
                "row unknown_code: source/s/2025-01-01/f.csv, line 2: Expecting price_basis of"
                        + " codelist/CL_PRICE_BASIS.csv, one of current, constant_2010, na, constant_2018, but was 'constant_2020'.",
                in -> in.csv(HEADER + grdp("total", "1").replace("current", "constant_2020"))));
        cases.add(new Case(
                86,
                "a final figure replaced by an estimate",
                "finding final_replaced",
                in -> in.findings(
                        HEADER + dated("100", "2025-03-01").replace("estimate", "final") + dated("90", "2025-06-01"))));
        cases.add(new Case(
                90,
                "an SDMX row that deletes everything",
                "row delete_all: ",
                in -> in.read(in.declared(
                        (SDMX + "datastructure,CHITIEU:OBSERVATION(1.0),D,,,,,,,,,,,,\n").getBytes(UTF_8),
                        "\"format\": \"sdmx-csv\""))));
        cases.add(new Case(
                91,
                "a decimal comma between commas in SDMX-CSV",
                "row row_width: ",
                in -> in.read(in.declared(
                        (SDMX
                                        + "datastructure,CHITIEU:OBSERVATION(1.0),M,A,VN-HG,exports,_T,current,P,2024,E,2025-01-01,u,1,5,million_usd\n")
                                .getBytes(UTF_8),
                        "\"format\": \"sdmx-csv\""))));
        for (String path : List.of("../secret.csv", "https://example.org/f.csv", "/etc/passwd")) {
            cases.add(new Case(
                    92,
                    "the path " + path,
                    "Expecting the name of a file inside the folder as path of each resource but was '" + path + "'",
                    in -> {
                        Delivery delivery = in.tidy(HEADER);
                        Path description = delivery.folder().resolve("datapackage.json");
                        Files.writeString(
                                description, Files.readString(description).replace("f.csv", path));
                        return in.read(delivery);
                    }));
        }
    }

    private static String row(String value) {
        return dated(value, "");
    }

    private static String dated(String value, String published) {
        return "hau_giang,exports,total,A,2024,period,current," + value + ",million_usd,estimate," + published + ",u\n";
    }

    private static String year(String year, String value) {
        return row(value).replace(",2024,", "," + year + ",");
    }

    private static String month(String month, String basis, String value) {
        return "hau_giang,exports,total,M," + month + "," + basis + ",current," + value + ",million_usd,estimate,,u\n";
    }

    private static String grdp(String breakdown, String value) {
        return "hau_giang,grdp," + breakdown + ",A,2024,period,current," + value + ",billion_vnd,estimate,,u\n";
    }

    private static String swapped(String line) {
        String[] fields = line.strip().split(",", -1);
        List<String> reversed = new ArrayList<>(List.of(fields));
        Collections.reverse(reversed);
        return String.join(",", reversed) + "\n";
    }

    private String csv(String text) {
        return read(tidy(text));
    }

    private Delivery tidy(String text) {
        return declared(text.getBytes(UTF_8), "");
    }

    private Delivery declared(byte[] content, String properties) {
        return TestDelivery.declared(folder, nextId(), "f.csv", content, properties);
    }

    private Delivery named(String name, String text) throws IOException {
        Delivery delivery = TestDelivery.declared(folder, nextId(), name, text.getBytes(UTF_8), "");
        Path description = delivery.folder().resolve("datapackage.json");
        Files.writeString(
                description,
                Files.readString(description).replaceAll("\"bytes\": \\d+, \"hash\": \"[^\"]+\"", "\"title\": \"t\""));
        return delivery;
    }

    private Delivery stated(String text, int bytes) throws IOException {
        Delivery delivery = tidy(text);
        Path description = delivery.folder().resolve("datapackage.json");
        Files.writeString(
                description, Files.readString(description).replaceAll("\"bytes\": \\d+", "\"bytes\": " + bytes));
        return delivery;
    }

    private String nextId() {
        deliveries++;
        return String.format(Locale.ROOT, "s/2025-01-%02d", deliveries);
    }

    private String latest(Delivery... delivered) {
        IngestResult result = Ingest.read(List.of(delivered), CODELISTS);
        return "latest: "
                + Vintages.latestByKey(result.observations(), DAY).values().stream()
                        .map(o -> o.value().toPlainString())
                        .collect(Collectors.joining(", "));
    }

    private String findings(String text) {
        IngestResult result = Ingest.read(List.of(tidy(text)), CODELISTS);
        return result.quarantined().isEmpty()
                ? ValidationReport.of(RULES, result, DAY, CODELISTS).findings().stream()
                        .map(finding -> "finding " + finding.ruleCode() + ": "
                                + finding.message().en())
                        .collect(Collectors.joining("; "))
                : "row " + result.quarantined().get(0).message();
    }

    /** Returns everything that was said of some deliveries, as one line. */
    private String read(Delivery... delivered) {
        IngestResult result = Ingest.read(List.of(delivered), CODELISTS);
        List<String> said = new ArrayList<>();
        result.refused()
                .forEach(refused -> said.add("refused: " + refused.message().en()));
        if (!result.observations().isEmpty()) {
            said.add("figures: "
                    + result.observations().stream()
                            .map(o -> o.key() + " = " + o.value())
                            .collect(Collectors.joining(", ")));
            String sources = result.observations().stream()
                    .map(Observation::sourceUrl)
                    .filter(url -> !url.equals("u"))
                    .map(url -> url.replace("\n", "\\u000a"))
                    .collect(Collectors.joining(", "));
            if (!sources.isEmpty()) {
                said.add("from " + sources);
            }
        }
        result.quarantined()
                .forEach(row ->
                        said.add("row " + row.ruleCode() + ": " + row.message().en()));
        result.files().forEach(file -> {
            file.sameAs().ifPresent(id -> said.add("same as " + id));
            if (file.missing() > 0) {
                said.add("missing: " + file.missing());
            }
        });
        return String.join("; ", said);
    }
}
