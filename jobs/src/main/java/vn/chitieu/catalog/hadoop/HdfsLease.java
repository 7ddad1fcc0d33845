package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.hdfs.client.HdfsDataOutputStream;
import org.apache.hadoop.ipc.RemoteException;

/**
 * The right to append to a file, which HDFS gives to one process at a time and takes back when that process has not
 * been heard of for a minute. Whoever asks first after that gets it.
 */
final class HdfsLease implements Lease {

    /** What a dead owner left is closed by the cluster within seconds of the first question. */
    private static final int RECOVERY_TRIES = 60;

    private static final long PAUSE_MILLIS = 1000;

    /** Names of exceptions of the name node; the class of the second one is not part of the client. */
    private static final String HELD = ".AlreadyBeingCreatedException";

    private static final String IN_RECOVERY = ".RecoveryInProgressException";

    private final HdfsDataOutputStream stream;
    private boolean isOpen = true;

    private HdfsLease(HdfsDataOutputStream stream) {
        this.stream = stream;
    }

    /** Asks the name node, which knows at once. */
    record Asked(HadoopPath file) implements Claim {

        @Override
        public Optional<Lease> take() throws IOException {
            return HdfsLease.take(file);
        }

        @Override
        public boolean isUndecided() {
            return false;
        }
    }

    private static Optional<Lease> take(HadoopPath file) throws IOException {
        FileContext context = file.hadoop().context();
        if (!context.util().exists(file.toHadoop())) {
            context.create(file.toHadoop(), EnumSet.of(CreateFlag.CREATE)).close();
        }
        for (int tries = 1; ; tries++) {
            try {
                FSDataOutputStream stream = context.create(file.toHadoop(), EnumSet.of(CreateFlag.APPEND));
                return Optional.of(new HdfsLease((HdfsDataOutputStream) stream));
            } catch (RemoteException e) {
                if (e.getClassName().endsWith(HELD)) {
                    return Optional.empty();
                }
                if (!e.getClassName().endsWith(IN_RECOVERY) || tries == RECOVERY_TRIES) {
                    throw HadoopProvider.named(file, e);
                }
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Expecting to wait for the lease of " + file + " but was interrupted");
            }
        }
    }

    @Override
    public void say(String owner) throws IOException {
        stream.write((owner + "\n").getBytes(StandardCharsets.UTF_8));
        requireHeld();
    }

    @Override
    public void requireHeld() throws IOException {
        stream.hsync(EnumSet.of(HdfsDataOutputStream.SyncFlag.UPDATE_LENGTH));
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        if (isOpen) {
            isOpen = false;
            stream.close();
        }
    }
}
