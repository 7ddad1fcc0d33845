package vn.chitieu.catalog.run;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.hadoop.Lease;

/** A file that one process holds, and in which it says who it is; whoever ends, however, holds it no longer. */
interface HeldFile extends Closeable {

    /** Returns whether it was not closed yet. */
    boolean isOpen();

    /** Writes who holds it, as the last line of the file. */
    void say(String owner) throws IOException;

    /**
     * Checks that the file is still held in its place.
     *
     * @throws IOException if another lies there, or is held by another
     */
    void requireInPlace() throws IOException;

    /** Asks for a file, again and again. */
    interface Claim {

        /**
         * Takes the file, which is made where there is none; empty if another holds it, or may hold it.
         *
         * @throws IOException if it cannot be opened, or is a link, whose target would be overwritten
         */
        Optional<HeldFile> take() throws IOException;

        /** Returns whether it is not known yet if the other one lives, so that asking again may help. */
        boolean isUndecided();
    }

    /** Begins to ask for a file. */
    static Claim claim(Path file) {
        return DurableFiles.isOfThisMachine(file) ? new Locked.Asked(file) : new Leased.Asked(Lease.claim(file));
    }

    /** A file of this machine: the operating system gives the lock back when the process ends. */
    final class Locked implements HeldFile {

        /** Past the owner record, so that the record stays readable where a lock also forbids reading. */
        private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

        private final Path file;
        private final FileChannel channel;
        private final Optional<Object> fileKey;

        private Locked(Path file, FileChannel channel) throws IOException {
            this.file = file;
            this.channel = channel;
            this.fileKey = fileKey(file);
        }

        /** Asks the operating system, which knows at once. */
        record Asked(Path file) implements Claim {

            @Override
            public Optional<HeldFile> take() throws IOException {
                return Locked.take(file);
            }

            @Override
            public boolean isUndecided() {
                return false;
            }
        }

        private static Optional<HeldFile> take(Path file) throws IOException {
            FileChannel channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            if (isLocked(channel)) {
                return Optional.of(new Locked(file, channel));
            }
            channel.close();
            return Optional.empty();
        }

        private static boolean isLocked(FileChannel channel) throws IOException {
            try {
                @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                return lock != null;
            } catch (OverlappingFileLockException heldByThisProcess) {
                return false;
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void say(String owner) throws IOException {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        }

        @Override
        public void requireInPlace() throws IOException {
            if (!fileKey(file).equals(fileKey)) {
                throw new FileNotFoundException(file + " (another file than the one that is locked)");
            }
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.truncate(0);
                channel.close();
            }
        }

        /** Returns what tells a file from every other of this machine; empty on systems that cannot. */
        private static Optional<Object> fileKey(Path file) throws IOException {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        }
    }

    /** A file of another machine, which is given to another when its owner was not heard of for a while. */
    record Leased(Lease lease) implements HeldFile {

        /** Asks the machine. */
        record Asked(Lease.Claim claim) implements Claim {

            @Override
            public Optional<HeldFile> take() throws IOException {
                return claim.take().map(Leased::new);
            }

            @Override
            public boolean isUndecided() {
                return claim.isUndecided();
            }
        }

        @Override
        public boolean isOpen() {
            return lease.isOpen();
        }

        @Override
        public void say(String owner) throws IOException {
            lease.say(owner);
        }

        @Override
        public void requireInPlace() throws IOException {
            lease.requireHeld();
        }

        @Override
        public void close() throws IOException {
            lease.close();
        }
    }
}
