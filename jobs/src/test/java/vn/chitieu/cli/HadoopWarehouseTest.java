package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.ipc.RemoteException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.process.StoredFolder;

/** Data and warehouse on HDFS, served by a name node and a data node in this process. */
@NullUnmarked // the test runner fills the fields
@Tag("full")
class HadoopWarehouseTest extends StoredWarehouseRules {

    /** What HDFS gives the owner of a file before another may take it over, and what it keeps it for at most. */
    private static final long SOFT_LIMIT_MILLIS = 60_000;

    private static final long HARD_LIMIT_MILLIS = 1_200_000;

    private MiniDFSCluster cluster;

    @Override
    void serve(Path disk) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk.toString());
        cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        cluster.waitActive();
    }

    @Override
    void end() {
        cluster.shutdown(true);
    }

    @AfterEach
    void wait60SecondsForASilentOwner() {
        cluster.setLeasePeriod(SOFT_LIMIT_MILLIS, HARD_LIMIT_MILLIS);
    }

    @Override
    Path stored(String name) {
        return StoredFolder.named(cluster.getURI() + "/srv/" + name);
    }

    @Override
    RunLock takeOver(Warehouse warehouse) throws Exception {
        cluster.setLeasePeriod(1, HARD_LIMIT_MILLIS);
        TimeUnit.MILLISECONDS.sleep(10);
        RunLock freed = warehouse.lock("a test", Duration.ofSeconds(30));
        cluster.setLeasePeriod(SOFT_LIMIT_MILLIS, HARD_LIMIT_MILLIS);
        return freed;
    }

    /** Whoever was silent for so long that another took over writes no more. */
    @Test
    void anOwnerThatWasTakenForDeadFindsOutBeforeItPublishes() throws Exception {
        Warehouse warehouse = Warehouse.at(stored("silent"));
        RunLock lost = warehouse.lock("silent");
        lost.requireHeld(warehouse.root());
        cluster.setLeasePeriod(1, HARD_LIMIT_MILLIS);
        TimeUnit.MILLISECONDS.sleep(10);

        try (FSDataOutputStream takenOver = appendTo(warehouse.root().resolve("lock"))) {
            takenOver.hsync();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> lost.requireHeld(warehouse.root()))
                    .withMessageContaining("to stay in its place while a run holds it");
        }
    }

    /** Takes the file of a lock as another process would, which is refused while its last block is being closed. */
    private FSDataOutputStream appendTo(Path lock) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return cluster.getFileSystem().append(new org.apache.hadoop.fs.Path(lock.toUri()));
            } catch (RemoteException e) {
                assertThat(e.getClassName()).endsWith("RecoveryInProgressException");
                assertThat(tries).isLessThan(100);
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    @Test
    void aWarehouseThatNobodyServesIsNotTakenForAnEmptyOne() {
        CommandRun run = CommandRun.of("status", "--warehouse", "hdfs://localhost:1/srv/warehouse", "--lang", "en");

        assertThat(run.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(run.err()).contains("hdfs://localhost:1/srv/warehouse");
    }
}
