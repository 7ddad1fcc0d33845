package vn.chitieu.catalog.table;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils$;

/** The one Spark session of a run: embedded on a laptop, or of the cluster that the jar was submitted to. */
public final class ClusterSession {

    /** What every session needs so that the same rows give the same result everywhere. */
    private static final Map<String, String> ALWAYS = Map.of(
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.datetime.java8API.enabled", "true",
            "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");

    /** What a session on one machine does without. */
    private static final Map<String, String> EMBEDDED = Map.of(
            "spark.ui.enabled", "false",
            "spark.ui.showConsoleProgress", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.sql.shuffle.partitions", "4",
            "spark.sql.catalogImplementation", "in-memory");

    private ClusterSession() {}

    /**
     * Opens the session. Without {@code spark.master} (set by {@code spark-submit} or a system property) it is embedded
     * and uses every core.
     *
     * @param scratch where an embedded session keeps what it cannot hold in memory
     */
    public static SparkSession open(Path scratch) {
        SparkConf configuration = new SparkConf().setAppName("chitieu");
        ALWAYS.forEach(configuration::set);
        if (!configuration.contains("spark.master")) {
            configuration.setMaster("local[*]");
        }
        if (configuration.get("spark.master").startsWith("local")) {
            EMBEDDED.forEach(configuration::setIfMissing);
            configuration.setIfMissing(
                    "spark.local.dir", scratch.toAbsolutePath().toString());
        }
        Utils$.MODULE$.clearLocalRootDirs(); // Spark remembers the folder of the session before, which is gone
        return SparkSession.builder().config(configuration).getOrCreate();
    }
}
