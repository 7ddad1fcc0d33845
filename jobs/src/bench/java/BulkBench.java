import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.catalog.table.ClusterSession;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.bulk.BulkDelivery;
import vn.chitieu.observation.bulk.BulkIngestJob;
import vn.chitieu.observation.bulk.BulkResult;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.source.table.Vocabulary;

/** Validates and stores generated observations beside a plain read and write of the same rows: rows per second. */
public final class BulkBench {

    private static final int MONTHS = 180;
    private static final int AREAS = 5;

    private BulkBench() {}

    /** Takes the number of rows, the folder of the data sets and a folder to work in. */
    public static void main(String[] args) throws Exception {
        long rows = Long.parseLong(args[0]);
        Path datasets = Path.of(args[1]);
        Path work = Files.createDirectories(Path.of(args[2]));
        Path generated = work.resolve("generated");
        try (SparkSession spark = ClusterSession.open(Path.of(System.getProperty("java.io.tmpdir")))) {
            Timed generation = Timed.of("generating", () -> generate(spark, rows, datasets, generated));
            Timed plain = Timed.of("plain read and write", () -> spark.read()
                    .parquet(generated.toString())
                    .write()
                    .parquet(work.resolve("plain").toString()));
            BulkResult[] result = new BulkResult[1];
            Timed stored = Timed.of(
                    "validating and storing",
                    () -> result[0] = BulkIngestJob.run(
                            spark,
                            new BulkDelivery("bench/2025-07-15", generated.toString(), Vocabulary.OWN, null),
                            datasets,
                            work.resolve("stored")));
            if (result[0].delivered() != rows) {
                throw new IllegalStateException("Expecting " + rows + " rows but were " + result[0].delivered());
            }
            System.out.printf(Locale.ROOT, "rows %,d%n", rows);
            generation.print("generated", rows);
            plain.print("plain read and write", rows);
            stored.print("validated and stored", rows);
            System.out.printf(
                    Locale.ROOT,
                    "accepted %,d, set aside %,d %s%nratio %.2f (of CPU time %.2f)%n",
                    result[0].accepted(),
                    result[0].quarantined(),
                    result[0].quarantinedByRule(),
                    stored.seconds / plain.seconds,
                    stored.cpuSeconds / plain.cpuSeconds);
        }
    }

    /** What a step took, by the clock and of the processors: on a machine with other work only the latter tells. */
    private record Timed(double seconds, double cpuSeconds) {

        static Timed of(String step, Runnable work) {
            System.err.println(step + " …");
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long start = System.nanoTime();
            long cpuStart = system.getProcessCpuTime();
            work.run();
            Timed timed = new Timed((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpuStart) / 1e9);
            System.err.printf(Locale.ROOT, "%s: %.0f s%n", step, timed.seconds);
            return timed;
        }

        void print(String name, long rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %7.1f s %,11.0f rows/s %7.1f s CPU%n",
                    name,
                    seconds,
                    rows / seconds,
                    cpuSeconds);
        }
    }

    /** Writes months of every area and many indicators in as many vintages as it takes; one row in 100,000 is wrong. */
    private static void generate(SparkSession spark, long rows, Path datasets, Path target) {
        List<String> codes = new ArrayList<>();
        List<String> units = new ArrayList<>();
        Codelists codelists = Codelists.read(datasets);
        for (Indicator indicator : codelists.indicators().values()) {
            boolean takesAny = indicator.maxValue().isEmpty()
                    && indicator.minValue().filter(m -> m.signum() > 0).isEmpty();
            if (takesAny && codes.size() < 50) {
                codes.add(indicator.code());
                units.add(indicator.unitCode());
            }
        }
        long perVintage = (long) MONTHS * AREAS * codes.size();
        String month = "add_months(DATE'2010-01-01', int(id % " + MONTHS + "))";
        String index = "int(1 + (id div " + MONTHS * AREAS + ") % " + codes.size() + ")";
        spark.range(0, rows, 1, 8)
                .selectExpr(
                        "element_at(" + array(new ArrayList<>(codelists.areas().keySet())) + ", int(1 + (id div "
                                + MONTHS + ") % " + AREAS + ")) AS area",
                        "element_at(" + array(codes) + ", " + index + ") AS indicator",
                        "'_T' AS breakdown",
                        "'M' AS frequency",
                        "date_format(" + month + ", 'yyyy-MM') AS period",
                        "'P' AS basis",
                        "'current' AS price_basis",
                        "IF(id % 100000 = 7, 'n/a', CAST(CAST(pmod(xxhash64(id), 100000000) / 100 AS DECIMAL(12,2)) AS"
                                + " STRING)) AS value",
                        "element_at(" + array(units) + ", " + index + ") AS unit",
                        "'P' AS status",
                        "CAST(date_add(" + month + ", int(40 + id div " + perVintage + ")) AS STRING) AS published",
                        "'https://example.org/release' AS source_url")
                .write()
                .parquet(target.toString());
    }

    private static String array(List<String> values) {
        return values.stream().collect(Collectors.joining("', '", "array('", "')"));
    }
}
