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
import vn.chitieu.catalog.GuardedFile;
import vn.chitieu.catalog.hadoop.Lease;

/**
 * The right to change a warehouse, held by one run at a time. It is given back when the process ends, however it ends:
 * on this machine at once by the operating system, elsewhere after a minute. The file itself stays.
 */
public final class RunLock implements AutoCloseable {

    /** The name of the file in the warehouse. */
    static final String FILE = "lock";

    private static final int OWNER_CHARACTERS = 300;

    private final Path warehouse;
    private final HeldFile held;
    private final Set<Path> staged = new TreeSet<>();

    private final GuardedFile pointer;

    private RunLock(Path warehouse, HeldFile held, GuardedFile pointer) {
        this.warehouse = warehouse;
        this.held = held;
        this.pointer = pointer;
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
                        + (DurableFiles.isOfThisMachine(file) ? "" : "; it is free a minute after that process ended"));
            }
            return own(warehouse, held.get(), purpose);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to lock warehouse " + warehouse + " but was " + e, e);
        }
    }

    private static RunLock own(Path warehouse, HeldFile held, String purpose) throws IOException {
        try {
            RunLock lock = new RunLock(warehouse, held, DurableFiles.guarded(warehouse.resolve(Warehouse.POINTER)));
            lock.own(purpose);
            return lock;
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
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
        try {
            held.say("process " + ProcessHandle.current().pid() + " on host " + host() + ", " + purpose);
        } catch (Lease.LostException e) {
            throw lost(e);
        }
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
     * @throws LockHeldException if another run was told that this one is dead, and took it over
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
     * @throws LockHeldException if another run was told that this one is dead, and took it over
     */
    void requireInPlace() throws IOException {
        try {
            held.requireInPlace();
        } catch (Lease.LostException e) {
            throw lost(e);
        }
    }

    /**
     * Moves the pointer of the warehouse.
     *
     * @throws LockHeldException if another run moved it since this one took the lock
     */
    void point(byte[] content) throws IOException {
        try {
            pointer.replace(content);
        } catch (Lease.LostException e) {
            throw lost(e);
        }
    }

    private LockHeldException lost(Lease.LostException e) {
        return new LockHeldException(
                "Expecting to hold the lock of warehouse " + warehouse + " to the end but " + e.getMessage()
                        + "; this run was silent for too long and has published nothing since",
                e);
    }

    /**
     * Asks again and again: a lock of the operating system is waited for without end or not at all, and whoever is
     * interrupted in it loses the channel. How often is counted, for no clock decides what a run does.
     */
    private static Optional<HeldFile> take(Path file, Duration longest) throws IOException {
        long tries = longest.dividedBy(Lease.PAUSE);
        HeldFile.Claim claim = HeldFile.claim(file);
        Optional<HeldFile> held = claim.take();
        while (held.isEmpty() && (tries-- > 0 || claim.isUndecided())) {
            try {
                Thread.sleep(Lease.PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            held = claim.take();
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
