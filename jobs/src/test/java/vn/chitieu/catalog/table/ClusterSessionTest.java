package vn.chitieu.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.MachineException;
import vn.chitieu.text.Language;

@NullUnmarked // the test runner fills the field
class ClusterSessionTest {

    @TempDir
    private Path home;

    @Test
    void withoutAMasterItIsEmbeddedOnTheLoopbackAddressWithoutPages() {
        SparkConf configured = ClusterSession.configured(new SparkConf(false), home, home.resolve("scratch"));

        assertThat(configured.get("spark.master")).isEqualTo("local[*]");
        assertThat(configured.get("spark.ui.enabled")).isEqualTo("false");
        assertThat(configured.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
        assertThat(configured.contains("spark.jars")).isFalse();
        assertThat(configured.get("spark.local.dir"))
                .isEqualTo(home.resolve("scratch").toString());
    }

    @Test
    void theWorkersOfAMasterGetTheProgramInOneFile() throws IOException {
        Path jar = home.resolve("cluster/chitieu-cluster.jar");
        SparkConf named = new SparkConf(false).set("spark.master", "spark://127.0.0.1:7077");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ClusterSession.configured(named, home, home.resolve("scratch")))
                .withMessageContaining("spark://127.0.0.1:7077")
                .withMessageContaining("chitieu-cluster.jar");

        Files.createDirectories(home.resolve("cluster"));
        Files.createFile(jar);

        assertThat(ClusterSession.configured(named, home, home.resolve("scratch"))
                        .get("spark.jars"))
                .isEqualTo(jar.toString());
        SparkConf submitted = new SparkConf(false).set("spark.master", "yarn").set("spark.jars", "/sent.jar");
        assertThat(ClusterSession.configured(submitted, home, home.resolve("scratch"))
                        .get("spark.jars"))
                .isEqualTo("/sent.jar");
    }

    @Test
    void aSessionThatEndsBeforeItsWorkIsTheClustersFaultAndAnyOtherFailureItsOwn() throws IOException {
        try (SparkSession session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate()) {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> ClusterSession.during(
                            session, () -> 1 / (int) session.range(0).count()));
            assertThatExceptionOfType(MachineException.class)
                    .isThrownBy(() -> ClusterSession.during(session, () -> {
                        session.stop(); // as the scheduler does when the master of a cluster removes the program
                        return session.range(9).count();
                    }))
                    .withMessageStartingWith("The Spark session of local[1] ended before the work did")
                    .withCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aWorkerWhoseProcessEndsAtTheSameWorkEachTimeIsTheMachinesFault() throws IOException {
        try (SparkSession session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate()) {
            String lost = "ExecutorLostFailure (executor 3 exited caused by one of the running tasks) Reason: Command"
                    + " exited with code 52";
            assertThatExceptionOfType(MachineException.class)
                    .isThrownBy(() -> ClusterSession.during(session, () -> {
                        throw new IllegalStateException("Job aborted due to stage failure: Task 0 in stage 0.0 failed 4"
                                + " times: Lost task 0.3 in stage 0.0: " + lost + "\nDriver stacktrace:");
                    }))
                    .withMessage("A process of a worker of local[1] ended each time it did the same work, most often"
                            + " for want of memory (" + lost + "). Nothing was published; give more by"
                            + " CHITIEU_JAVA_OPTS=-Dspark.executor.memory=4g and run again.");
        }
    }

    @Test
    void aMasterThatDoesNotAnswerIsNamedWithWhatToDo() {
        IllegalStateException stopped = new IllegalStateException(
                "Cannot call methods on a stopped SparkContext.\nThis stopped SparkContext was created at:");

        RuntimeException told = ClusterSession.unreached(stopped, "spark://127.0.0.1:17999");
        assertThat(told)
                .isInstanceOf(MachineException.class)
                .hasMessage("The Spark master spark://127.0.0.1:17999 could not be reached. Nothing was published;"
                        + " start it, or name one that runs by CHITIEU_JAVA_OPTS=-Dspark.master=spark://HOST:PORT,"
                        + " and run again. Without a master the night runs on this machine alone.")
                .hasCause(stopped);
        assertThat(((MachineException) told).message(Language.VI))
                .startsWith("Không kết nối được với máy chủ Spark (master) spark://127.0.0.1:17999.");
        assertThat(ClusterSession.unreached(stopped, "local[*]")).isSameAs(stopped);
        IllegalStateException other = new IllegalStateException("another fault");
        assertThat(ClusterSession.unreached(other, "spark://127.0.0.1:17999")).isSameAs(other);
    }

    @Test
    void lessMemoryThanSparkBeginsWithIsToldWithBothNumbers() {
        System.setProperty("spark.testing.memory", String.valueOf(60L << 20));
        try {
            assertThatExceptionOfType(MachineException.class)
                    .isThrownBy(() -> ClusterSession.open(home))
                    .withMessage("Expecting at least 450 MB of memory for a Spark session but there are 60 MB. Nothing"
                            + " was published; give more by CHITIEU_JAVA_OPTS=-Xmx1g and run again.");
        } finally {
            System.clearProperty("spark.testing.memory");
        }
    }

    @ParameterizedTest
    @CsvSource({"yarn, , true", "k8s://host, , true", "spark://h:1, , false", "spark://h:1, s, true"})
    void processesProveWhoTheyAreWhereTheyShareASecret(String master, String secret, String isOn) {
        SparkConf submitted = new SparkConf(false).set("spark.master", master).set("spark.jars", "/sent.jar");
        if (secret != null) {
            submitted.set("spark.authenticate.secret", secret);
        }

        SparkConf configured = ClusterSession.configured(submitted, home, home.resolve("scratch"));

        assertThat(configured.get("spark.authenticate")).isEqualTo(isOn);
        assertThat(configured.get("spark.ui.enabled")).isEqualTo("false");
        assertThat(configured.get("spark.sql.shuffle.partitions")).isEqualTo("16");
    }
}
