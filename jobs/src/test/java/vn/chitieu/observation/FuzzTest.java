package vn.chitieu.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Feeds each parser with mutations of good inputs, for {@code -Dfuzz.seconds} each (60): nothing but its own rejection
 * escapes. The mutations are drawn from a fixed seed; a failure prints the input as hexadecimal digits.
 */
@Tag("full")
class FuzzTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final int LONGEST = 4096;
    private static final String MARKS = "0,;.\"'\n\r\t<>&-:{}[]eQM";
    private static final String TIDY = String.join(",", Validation.COLUMNS)
            + "\nhau_giang,exports,total,A,2024,period,current,1.5,million_usd,estimate,2025-01-01,u\n"
            + "hau_giang,grdp,services,H,2024-H1,ytd,constant_2010,\"1\",billion_vnd,final,,\"a\nb\"\n";

    @Test
    void nothingButARejectionEscapesAParser() throws IOException, InterruptedException, ExecutionException {
        Map<String, Consumer<byte[]>> targets = new LinkedHashMap<>();
        Map<String, List<byte[]>> seeds = new LinkedHashMap<>();
        targets.put("number", FuzzTargets.Numbers::fuzzerTestOneInput);
        seeds.put("number", bytes("1234.5", "-1.234.567,80", "+0", "12,5%", "１２"));
        targets.put("period", FuzzTargets.Time::fuzzerTestOneInput);
        seeds.put("period", bytes("2024", "2024-S1", "2024-Q3", "2024-09", "2204-13"));
        targets.put("tidy", FuzzTargets.Tidy::fuzzerTestOneInput);
        seeds.put("tidy", bytes(TIDY, "\uFEFF" + TIDY, "sep=;\n" + TIDY.replace(',', ';')));
        targets.put("declared", FuzzTargets.Declared::fuzzerTestOneInput);
        seeds.put("declared", bytes(TIDY.replace(',', ';').replace('"', '\'')));
        targets.put("sdmx-csv", FuzzTargets.SdmxCsv::fuzzerTestOneInput);
        seeds.put(
                "sdmx-csv",
                bytes(SdmxObservations.text(Ingest.read(DATASETS, Codelists.read(DATASETS))
                        .observations()
                        .subList(0, 5))));
        targets.put("sdmx-ml", FuzzTargets.SdmxMl::fuzzerTestOneInput);
        seeds.put("sdmx-ml", List.of(page()));
        targets.put("yaml", FuzzTargets.Yaml::fuzzerTestOneInput);
        seeds.put(
                "yaml",
                List.of(
                        Files.readAllBytes(DATASETS.resolve("validation/rules.yaml")),
                        Files.readAllBytes(DATASETS.resolve("programme/viet-nam-2025.yaml"))));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Map<String, Future<Long>> runs = new LinkedHashMap<>();
            targets.forEach((name, target) ->
                    runs.put(name, threads.submit(() -> fuzz(name, target, Objects.requireNonNull(seeds.get(name))))));
            for (Map.Entry<String, Future<Long>> run : runs.entrySet()) {
                assertThat(run.getValue().get()).as(run.getKey()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns how many inputs were fed. */
    private static long fuzz(String name, Consumer<byte[]> target, List<byte[]> seeds) {
        Random random = new Random(name.hashCode());
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("fuzz.seconds", 60)).toNanos();
        long inputs = 0;
        while (System.nanoTime() < end) {
            byte[] input = mutated(seeds.get(random.nextInt(seeds.size())), random);
            try {
                target.accept(input);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(
                        name + " let escape " + e + " for " + HexFormat.of().formatHex(input), e);
            }
            inputs++;
        }
        return inputs;
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] input = Arrays.copyOf(seed, Math.min(seed.length, LONGEST));
        for (int i = random.nextInt(4); i >= 0 && input.length > 0; i--) {
            int at = random.nextInt(input.length);
            switch (random.nextInt(5)) {
                case 0 -> input[at] = (byte) random.nextInt(256);
                case 1 -> input[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                case 2 -> input = Arrays.copyOf(input, at);
                case 3 -> System.arraycopy(input, 0, input, at, Math.min(at, input.length - at));
                default -> input[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return input;
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
