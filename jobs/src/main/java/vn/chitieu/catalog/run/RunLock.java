package vn.chitieu.catalog.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a warehouse, held by one run at a time. The operating system gives it back when the process ends,
 * however it ends; the file itself stays.
 */
public final class RunLock implements AutoCloseable {

    /** Past the owner record, so that the record stays readable where a lock also forbids reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** The name of the file in the warehouse. */
    static final String FILE = "lock";

    private static final int OWNER_CHARACTERS = 300;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path warehouse;
    private final FileChannel channel;
    private final Optional<Object> fileKey;
    private final Set<Path> staged = new TreeSet<>();

    private RunLock(Path warehouse, FileChannel channel, Optional<Object> fileKey) {
        this.warehouse = warehouse;
        this.channel = channel;
        this.fileKey = fileKey;
    }

    /**
     * Returns the lock of a warehouse, creating its directory when there is none.
     *
     * @param purpose what the owner is doing, for the message that another run gets
     * @param longest how long to wait for another run to end
     * @throws LockHeldException if another run, of this process or another, holds it
     * @throws UncheckedIOException if the lock file cannot be opened, or is a link, whose target would be overwritten
     */
    static RunLock acquire(Path warehouse, String purpose, Duration longest) {
        Path file = warehouse.resolve(FILE);
        try {
            Files.createDirectories(warehouse);
            FileChannel channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            if (!tryLock(channel, longest)) {
                channel.close();
                throw new LockHeldException("Expecting warehouse " + warehouse + " to be free but another run holds "
                        + file + ": " + owner(file) + "; wait until it ends, or end that process");
            }
            RunLock lock = new RunLock(warehouse, channel, fileKey(file));
            lock.own(purpose);
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to lock warehouse " + warehouse + " but was " + e, e);
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.truncate(0);
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to give back the lock of " + warehouse + " but was " + e, e);
        }
    }

    /** Writes the owner record anew. */
    void own(String purpose) throws IOException {
        String record = "process " + ProcessHandle.current().pid() + " on host " + host() + ", " + purpose + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(record.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Returns the staging directories that a run under this lock is still writing. */
    Set<Path> staged() {
        return staged;
    }

    /**
     * Checks that this lock is held for a warehouse, and that the warehouse is still in its place: what is written
     * where it was moved away or unmounted would begin another one there.
     *
     * @throws IllegalStateException if it was given back or is another warehouse's
     * @throws UncheckedIOException if the file that is locked lies there no longer
     */
    public void requireHeld(Path expected) {
        if (!channel.isOpen() || !warehouse.equals(expected)) {
            throw new IllegalStateException("Expecting the lock of warehouse " + expected + " to be held but was "
                    + (channel.isOpen() ? "the lock of " + warehouse : "given back"));
        }
        try {
            requireInPlace();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expecting warehouse " + warehouse + " to stay in its place while a run holds it but was " + e, e);
        }
    }

    /**
     * Checks that the warehouse is still in its place.
     *
     * @throws IOException if the file that is locked lies there no longer
     */
    void requireInPlace() throws IOException {
        Path file = warehouse.resolve(FILE);
        if (!fileKey(file).equals(fileKey)) {
            throw new FileNotFoundException(file + " (another file than the one that is locked)");
        }
    }

    /** Returns what tells a file from every other of this machine; empty on systems that cannot. */
    private static Optional<Object> fileKey(Path file) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    /**
     * Asks again and again: a lock of the operating system is waited for without end or not at all, and whoever is
     * interrupted in it loses the channel. How often is counted, for no clock decides what a run does.
     */
    private static boolean tryLock(FileChannel channel, Duration longest) throws IOException {
        long tries = longest.dividedBy(PAUSE);
        while (!tryLock(channel)) {
            if (tries-- <= 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String owner(Path file) throws IOException {
        String record = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return record.isEmpty()
                ? "an owner that has not said who it is"
                : record.substring(0, Math.min(record.length(), OWNER_CHARACTERS));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "without a name";
        }
    }
}
