package vn.chitieu.catalog.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.chitieu.catalog.DurableFiles;

/**
 * The right to change a warehouse, held by one run at a time. It is given back when the process ends, however it ends:
 * on this machine at once by the operating system, on HDFS after a minute by the name node. The file itself stays.
 */
public final class RunLock implements AutoCloseable {

    /** The name of the file in the warehouse. */
    static final String FILE = "lock";

    private static final int OWNER_CHARACTERS = 300;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path warehouse;
    private final HeldFile held;
    private final Set<Path> staged = new TreeSet<>();

    private RunLock(Path warehouse, HeldFile held) {
        this.warehouse = warehouse;
        this.held = held;
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
            Optional<HeldFile> held = take(file, longest);
            if (held.isEmpty()) {
                throw new LockHeldException("Expecting warehouse " + warehouse + " to be free but another run holds "
                        + file + ": " + owner(file) + "; wait until it ends, or end that process"
                        + (DurableFiles.isOfThisMachine(file)
                                ? ""
                                : "; the name node frees the file a minute after that process ended"));
            }
            RunLock lock = new RunLock(warehouse, held.get());
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
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to give back the lock of " + warehouse + " but was " + e, e);
        }
    }

    /** Writes the owner record anew. */
    void own(String purpose) throws IOException {
        held.say("process " + ProcessHandle.current().pid() + " on host " + host() + ", " + purpose);
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
        if (!held.isOpen() || !warehouse.equals(expected)) {
            throw new IllegalStateException("Expecting the lock of warehouse " + expected + " to be held but was "
                    + (held.isOpen() ? "the lock of " + warehouse : "given back"));
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
        held.requireInPlace();
    }

    /**
     * Asks again and again: a lock of the operating system is waited for without end or not at all, and whoever is
     * interrupted in it loses the channel. How often is counted, for no clock decides what a run does.
     */
    private static Optional<HeldFile> take(Path file, Duration longest) throws IOException {
        long tries = longest.dividedBy(PAUSE);
        Optional<HeldFile> held = HeldFile.take(file);
        while (held.isEmpty() && tries-- > 0) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            held = HeldFile.take(file);
        }
        return held;
    }

    private static String owner(Path file) throws IOException {
        String record = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .strip()
                .replaceFirst("(?s).*\\n", "")
                .replaceAll("\\p{Cntrl}", " ");
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
