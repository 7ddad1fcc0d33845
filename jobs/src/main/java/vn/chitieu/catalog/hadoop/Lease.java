package vn.chitieu.catalog.hadoop;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
public final class Lease implements Closeable {

    /** What a dead owner left is closed by the cluster within seconds of the first question. */
    private static final int RECOVERY_TRIES = 60;

    private static final long PAUSE_MILLIS = 1000;

    /** Names of exceptions of the name node; the class of the second one is not part of the client. */
    private static final String HELD = ".AlreadyBeingCreatedException";

    private static final String IN_RECOVERY = ".RecoveryInProgressException";

    private final HdfsDataOutputStream stream;
    private boolean isOpen = true;

    private Lease(HdfsDataOutputStream stream) {
        this.stream = stream;
    }

    /**
     * Takes the lease of a file, which is made where there is none.
     *
     * @return empty if another process has it
     */
    public static Optional<Lease> take(Path path) throws IOException {
        HadoopPath file = HadoopPath.of(path);
        FileContext context = file.hadoop().context();
        if (!context.util().exists(file.toHadoop())) {
            context.create(file.toHadoop(), EnumSet.of(CreateFlag.CREATE)).close();
        }
        for (int tries = 1; ; tries++) {
            try {
                FSDataOutputStream stream = context.create(file.toHadoop(), EnumSet.of(CreateFlag.APPEND));
                return Optional.of(new Lease((HdfsDataOutputStream) stream));
            } catch (RemoteException e) {
                if (e.getClassName().endsWith(HELD)) {
                    return Optional.empty();
                }
                if (!e.getClassName().endsWith(IN_RECOVERY) || tries == RECOVERY_TRIES) {
                    throw HadoopProvider.named(path, e);
                }
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Expecting to wait for the lease of " + path + " but was interrupted");
            }
        }
    }

    /** Adds a line to the file; who reads it sees the line when this returns. */
    public void add(String line) throws IOException {
        stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        requireHeld();
    }

    /**
     * Asks the name node whether the lease is still held.
     *
     * @throws IOException if another took it over, or the file is gone
     */
    public void requireHeld() throws IOException {
        stream.hsync(EnumSet.of(HdfsDataOutputStream.SyncFlag.UPDATE_LENGTH));
    }

    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        stream.close();
    }
}
