package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.WorkbookFuzzTarget;

/**
 * Lets Jazzer feed each parser with inputs that reach more and more of its branches, for {@code -Dfuzz.seconds} each
 * (60): nothing but its own rejection escapes. Each parser has a process of its own, two at once. An input that breaks
 * one stays in {@code target/fuzz/<parser>} and is named by the failure.
 */
@Tag("full")
class FuzzTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "fuzz");
    private static final int LONGEST = 1 << 14;
    private static final Pattern LIBRARY = Pattern.compile("[/\\\\](jazzer|jackson|snakeyaml|json-schema-validator|itu"
            + "|fastcsv|fastexcel|opczip|jspecify|slf4j-api|log4j-api|junit-jupiter-api)[a-z-]*-[0-9][^/\\\\]*$");
    private static final Pattern DONE = Pattern.compile("(?m)^Done (\\d+) runs in \\d+ second");
    private static final String TIDY = String.join(",", Validation.COLUMNS)
            + "\nhau_giang,exports,total,A,2024,period,current,1.5,million_usd,estimate,2025-01-01,u\n"
            + "hau_giang,grdp,services,H,2024-H1,ytd,constant_2010,\"1\",billion_vnd,final,,\"a\nb\"\n";
    private static final String PACKAGE = """
        {"resources": [{"name": "observations", "path": "f.csv", "format": "csv", "encoding": "utf-8",
         "dialect": {"delimiter": ";", "quoteChar": "'", "header": true},
         "schema": {"fields": [{"name": "value", "decimalChar": ",", "groupChar": ".", "bareNumber": true}],
          "missingValues": ["-", {"value": "…", "label": "x"}]},
         "chitieu": {"vocabulary": "source", "delete_all": false,
          "columns": {"value": {"field": "value"}, "area": {"text": "hau_giang", "codes": {"a": "b"}}}}}]}
        \0\
        """;

    private record Parser(List<byte[]> seeds, List<String> words) {}

    @Test
    void nothingButARejectionEscapesAParser() throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Map<String, Future<Long>> runs = new LinkedHashMap<>();
            parsers().forEach((name, parser) -> runs.put(name, threads.submit(() -> fuzz(name, parser))));
            for (Map.Entry<String, Future<Long>> run : runs.entrySet()) {
                assertThat(run.getValue().get()).as(run.getKey()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Parser> parsers() throws IOException {
        Map<String, Parser> parsers = new LinkedHashMap<>();
        parsers.put("machine-number", new Parser(bytes("1.5E-3", ".5", " +5. "), List.of("E", "-", ".", "INF")));
        parsers.put(
                "time",
                new Parser(bytes("2001-M01", "2001Q1", "2001-01-01/P1M"), List.of("-", "/P", "T00:00:00", "Z", "S1")));
        parsers.put(
                "workbook",
                new Parser(
                        WorkbookFuzzTarget.seeds(),
                        List.of("<c r=\"D9\"", " t=\"s\"", " s=\"1\"", "<v>", "<f>", "E-999", "xl/", "hidden=\"1\"")));
        parsers.put(
                "yaml",
                new Parser(
                        List.of(
                                Files.readAllBytes(DATASETS.resolve("validation/rules.yaml")),
                                Files.readAllBytes(DATASETS.resolve("programme/viet-nam-2025.yaml")),
                                Files.readAllBytes(DATASETS.resolve("form/HG-BHXH.yaml"))),
                        List.of(
                                "!!",
                                "&a",
                                "*a",
                                "<<:",
                                "0x",
                                "0b1",
                                "1_0",
                                ".inf",
                                "? ",
                                "--- ",
                                "%YAML",
                                "2025-02-30")));
        parsers.put(
                "data-package",
                new Parser(
                        bytes(
                                PACKAGE + TIDY.replace(',', ';'),
                                PACKAGE.replace("\"csv\"", "\"sdmx-csv\"") + TIDY,
                                "{\"resources\": [{\"name\": \"sources\", \"path\": \"f.csv\"}]}\0" + TIDY),
                        List.of(
                                "\"delimiter\": \"",
                                "\\u0000",
                                "\\ud800",
                                "\\n",
                                "#",
                                "'",
                                "../",
                                "utf-16",
                                "ISO-2022-CN",
                                "sdmx-ml")));
        parsers.put(
                "tidy",
                new Parser(
                        bytes(TIDY, "\uFEFF" + TIDY, "sep=;\n" + TIDY.replace(',', ';')),
                        List.of("sep=", "\uFEFF", "2024-Q3", "estimate", "final", "plan")));
        parsers.put(
                "sdmx-csv",
                new Parser(
                        bytes(SdmxObservations.text(Ingest.read(DATASETS, Codelists.read(DATASETS))
                                .observations()
                                .subList(0, 5))),
                        List.of("DATAFLOW", "STRUCTURE[;]", "STRUCTURE_ID", "ACTION", ": ", "2024-M09")));
        parsers.put(
                "sdmx-ml",
                new Parser(
                        List.of(page()),
                        List.of(
                                "GenericData",
                                "<Obs",
                                "<Series",
                                "<Group",
                                "ObsDimension",
                                "<!DOCTYPE",
                                "&#0;",
                                "]]>",
                                "<?xml")));
        parsers.put("number", new Parser(bytes("1234.5", "-1.234.567,80", "+0", "12,5%", "１２"), List.of("E-9")));
        parsers.put(
                "period",
                new Parser(bytes("2024", "2024-S1", "2024-Q3", "2024-09", "2204-13"), List.of("-Q", "-S", "9999")));
        return parsers;
    }

    /** Returns how many inputs were fed. */
    private static long fuzz(String name, Parser parser) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(FOLDER.resolve(name));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        for (int i = 0; i < parser.seeds().size(); i++) {
            byte[] seed = parser.seeds().get(i);
            Files.write(seeds.resolve("seed" + i), Arrays.copyOf(seed, Math.min(seed.length, LONGEST)));
        }
        Path words = folder.resolve("words");
        Files.writeString(
                words,
                String.join("\n", parser.words().stream().map(FuzzTest::quoted).toList()) + "\n");
        Path log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        command.add("-Dchitieu.home=" + System.getProperty("chitieu.home"));
        command.addAll(List.of("-cp", classPath()));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + FuzzTargets.class.getName());
        command.add("--target_args=" + name + " " + seeds);
        command.add(
                "--instrumentation_includes=vn.chitieu.**:de.siegmar.fastcsv.**:org.yaml.snakeyaml.**:com.fasterxml.jackson.dataformat.yaml.**");
        command.add("--custom_hook_includes=vn.chitieu.**");
        command.add("--reproducer_path=" + folder);
        command.add("-artifact_prefix=" + folder + "/");
        command.add("-dict=" + words);
        command.add("-max_len=" + LONGEST);
        command.add("-max_total_time=" + Integer.getInteger("fuzz.seconds", 60));
        command.add("-seed=" + Integer.getInteger("fuzz.seed", 1));
        command.add("-rss_limit_mb=0"); // the heap is bounded by -Xmx
        command.add("-timeout=300");
        command.add(Files.createDirectories(folder.resolve("corpus")).toString());
        command.add(seeds.toString());
        Path kept = FuzzCorpusTest.CORPUS.resolve(name);
        if (Files.isDirectory(kept)) {
            command.add(kept.toString());
        }
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int exit = process.waitFor();
            Matcher done = DONE.matcher(Files.readString(log));
            if (exit != 0 || !done.find()) {
                throw new AssertionError("Expecting only rejections of " + name + " but Jazzer ended with " + exit
                        + "; the input and the log are in " + folder + "\n" + ending(log));
            }
            return Long.parseLong(done.group(1));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Returns what the parsers need of the class path: Jazzer looks through all of it twice when it starts. */
    private static String classPath() {
        List<String> entries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Files.isDirectory(Path.of(entry))
                        || LIBRARY.matcher(entry).find())
                .toList();
        assertThat(entries).as("Jazzer, of the profile full").anyMatch(entry -> entry.contains("jazzer"));
        return String.join(File.pathSeparator, entries);
    }

    private static String ending(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, UTF_8).stream()
                .filter(line -> !line.startsWith("INFO: ") && !line.startsWith("#"))
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private static String quoted(String word) {
        StringBuilder text = new StringBuilder("\"");
        for (byte b : word.getBytes(UTF_8)) {
            boolean isPlain = b >= ' ' && b <= '~' && b != '"' && b != '\\';
            text.append(isPlain ? Character.toString(b) : String.format(Locale.ROOT, "\\x%02X", b & 0xFF));
        }
        return text.append('"').toString();
    }

    private static List<byte[]> bytes(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    private static byte[] page() throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                FuzzTest.class.getResourceAsStream("/scenario/observation/national_summary_data_page.xml"))) {
            return stream.readAllBytes();
        }
    }
}
