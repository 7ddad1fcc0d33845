package vn.chitieu.catalog.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils$;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.MachineException;
import vn.chitieu.text.Words;

/** The one Spark session of a run: embedded on a laptop, or of the cluster that its master names. */
public final class ClusterSession {

    private static final Words WORDS = Words.of("catalog");

    private static final String MASTER = "spark.master";
    private static final String JARS = "spark.jars";
    private static final String AUTHENTICATE = "spark.authenticate";

    /** By which Spark, which has no code for it, says that a job failed with the process of a worker. */
    private static final String EXECUTOR_LOST = "ExecutorLostFailure";

    private static final String STOPPED = "stopped SparkContext";

    /** What every session needs so that the same rows give the same result everywhere. */
    private static final Map<String, String> ALWAYS = Map.of(
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.datetime.java8API.enabled", "true",
            "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");

    /**
     * What nobody needs unless asked for; a page of Spark tells everybody who reaches it all there is. The heap bounds
     * what comes back from tasks.
     */
    private static final Map<String, String> USUAL = Map.of(
            "spark.driver.maxResultSize", "0",
            "spark.ui.enabled", "false",
            "spark.ui.showConsoleProgress", "false",
            "spark.sql.catalogImplementation", "in-memory");

    /**
     * What a session on one machine does without. The figures of a nation lie in the same heap: beside Spark's usual
     * 0.6 the rest would fill the old generation, and the collector run without end.
     */
    private static final Map<String, String> EMBEDDED = Map.of(
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.memory.fraction", "0.4",
            "spark.sql.shuffle.partitions", "4");

    /** A night has some hundred areas of work of seconds each; Spark's 200 partitions cost more than they share out. */
    private static final Map<String, String> ON_A_CLUSTER = Map.of("spark.sql.shuffle.partitions", "16");

    /** Where the one file for a cluster lies, in a distribution and in a checkout. */
    private static final List<String> CLUSTER_JARS =
            List.of("cluster/chitieu-cluster.jar", "jobs/target/chitieu-cluster.jar");

    private ClusterSession() {}

    /**
     * Opens the session. Without {@code spark.master} (set by {@code spark-submit} or a system property) it is embedded
     * and uses every core.
     *
     * @param scratch where an embedded session keeps what it cannot hold in memory
     * @throws DataException if a master of a cluster is named and there is no file to send to its workers
     * @throws MachineException if this process has less memory than Spark begins with, or the master does not answer
     */
    public static SparkSession open(Path scratch) {
        SparkConf configuration =
                configured(new SparkConf(), Path.of(System.getProperty("chitieu.home", ".")), scratch);
        SessionEnd.watch();
        Utils$.MODULE$.clearLocalRootDirs(); // Spark remembers the folder of the session before, which is gone
        try {
            return SparkSession.builder().config(configuration).getOrCreate();
        } catch (IllegalArgumentException e) {
            if (e instanceof SparkThrowable refused
                    && String.valueOf(refused.getCondition()).startsWith("INVALID_DRIVER_MEMORY")) {
                Map<String, String> bytes = refused.getMessageParameters();
                throw new MachineException(
                        WORDS.text("memory", megabytes(bytes, "systemMemory"), megabytes(bytes, "minSystemMemory")), e);
            }
            throw e;
        } catch (IllegalStateException e) {
            throw unreached(e, configuration.get(MASTER));
        }
    }

    /** Spark gives up after a minute, stops the session that it has not yet handed out, and says only that it did. */
    static RuntimeException unreached(IllegalStateException failed, String master) {
        boolean isStopped = String.valueOf(failed.getMessage()).contains(STOPPED);
        return isStopped && !master.startsWith("local")
                ? new MachineException(WORDS.text("master_unreachable", master), failed)
                : failed;
    }

    private static long megabytes(Map<String, String> bytes, String name) {
        return Long.parseLong(bytes.getOrDefault(name, "0")) >> 20;
    }

    /**
     * Returns what came of work in a session.
     *
     * @throws MachineException if the session ended before the work did, whatever failed for that reason, or a process
     *     of a worker ended each time it did the same work
     */
    public static <T> T during(SparkSession session, Supplier<T> work) {
        String master = session.sparkContext().master();
        try {
            return work.get();
        } catch (Exception failed) { // Scala throws checked ones unannounced
            if (session.sparkContext().isStopped()) {
                throw new MachineException(WORDS.text("session_ended", master), failed);
            }
            String said = String.valueOf(failed.getMessage());
            if (said.contains(EXECUTOR_LOST)) {
                String reason = said.substring(said.indexOf(EXECUTOR_LOST))
                        .lines()
                        .findFirst()
                        .orElse("");
                throw new MachineException(WORDS.text("executor_lost", master, reason), failed);
            }
            throw failed;
        }
    }

    /** Returns a configuration completed by all that the user has not set. */
    static SparkConf configured(SparkConf configuration, Path home, Path scratch) {
        configuration.setAppName("chitieu");
        ALWAYS.forEach(configuration::set);
        USUAL.forEach(configuration::setIfMissing);
        configuration.setIfMissing(MASTER, "local[*]");
        String master = configuration.get(MASTER);
        if (master.startsWith("local")) {
            EMBEDDED.forEach(configuration::setIfMissing);
            configuration.setIfMissing(
                    "spark.local.dir", scratch.toAbsolutePath().toString());
            return configuration;
        }
        ON_A_CLUSTER.forEach(configuration::setIfMissing);
        if (!configuration.contains(JARS)) {
            configuration.set(JARS, clusterJar(master, home).toString());
        }
        authenticate(configuration, master);
        return configuration;
    }

    /** Workers know nothing of the program that is not submitted; they get it in one file. */
    private static Path clusterJar(String master, Path home) {
        return CLUSTER_JARS.stream()
                .map(home::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new DataException(WORDS.text("no_cluster_jar", master, home)));
    }

    /** YARN and Kubernetes hand a secret of their own to the executors; a standalone cluster has the user's or none. */
    private static void authenticate(SparkConf configuration, String master) {
        boolean hasSecret = !master.startsWith("spark://") || configuration.contains("spark.authenticate.secret");
        configuration.setIfMissing(AUTHENTICATE, String.valueOf(hasSecret));
        if (!configuration.getBoolean(AUTHENTICATE, false)) {
            LogManager.getLogger(ClusterSession.class)
                    .warn("whoever reaches the ports of this program runs code in it: set spark.authenticate.secret");
        }
    }
}
