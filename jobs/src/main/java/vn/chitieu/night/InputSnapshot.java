package vn.chitieu.night;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.WorkFolder;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * All files that a night reads, copied once into a folder of its own: what is hashed is what is computed, whatever
 * becomes of the files meanwhile.
 *
 * <p>A file that changes while it is copied is copied again. What no night would use stays what it is, to be refused
 * where it is read: a link out of its folder stays a link, a file without permission is one here too, and of a file
 * that is too large the length alone is kept.
 */
final class InputSnapshot {

    private static final Words WORDS = Words.of("night");

    /** More than any reader of a night takes. */
    private static final long LARGEST_FILE = 32L << 20;

    private static final int MOST_ATTEMPTS = 10;
    private static final int DEEPEST_FOLDER = 16;
    private static final String FOLDER_SUM = Sha256.of("folder");
    private static final Set<String> NOT_READ = Set.of("inbox", "warehouse");

    private final Path from;
    private final Path copy;
    private boolean isAllPlain = true;

    private InputSnapshot(Path from, Path copy) {
        this.from = from;
        this.copy = copy;
    }

    /**
     * Copies the data sets, without what was not received yet and without results.
     *
     * @param copy a folder of this process alone
     * @throws DataException if a folder cannot be listed
     * @throws IOException if a file cannot be copied, or does not stand still
     */
    static InputSnapshot take(Path datasets, Path copy) throws IOException {
        return take(datasets, copy, file -> {});
    }

    /** Does the same and tells of each file that was copied. */
    static InputSnapshot take(Path datasets, Path copy, Consumer<Path> copied) throws IOException {
        InputSnapshot snapshot = new InputSnapshot(datasets, copy);
        SortedMap<Path, String> before = new TreeMap<>();
        SortedSet<Path> moving = new TreeSet<>();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            SortedMap<Path, String> found = snapshot.states();
            moving = changes(before, found);
            if (moving.isEmpty()) {
                return snapshot;
            }
            for (Path file : moving) {
                snapshot.copy(file);
                copied.accept(file);
            }
            before = found;
        }
        throw new IOException(
                WORDS.text("input_changing", datasets.resolve(moving.first())).en());
    }

    /** Returns the folder of the copies. */
    Path datasets() {
        return copy;
    }

    /**
     * Returns the sum of all files and folders; empty where one of them is no file that can simply be read.
     *
     * @throws UncheckedIOException if a copy cannot be read
     */
    Optional<String> sum() {
        if (!isAllPlain) {
            return Optional.empty();
        }
        SortedMap<String, String> sums = new TreeMap<>();
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path entry : (Iterable<Path>) all::iterator) {
                sums.put(
                        copy.relativize(entry).toString(),
                        Files.isDirectory(entry) ? FOLDER_SUM : Sha256.ofFile(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(Sha256.ofListing(sums));
    }

    /**
     * What is done with the copies.
     *
     * @param <T> what comes of it
     */
    interface Use<T> {
        /**
         * Does it.
         *
         * @param copied the request, its data sets being the copies
         * @param spark a session that starts when it is first needed
         */
        T of(NightRequest copied, InputSnapshot inputs, SessionStart spark) throws IOException;
    }

    /**
     * Copies the data sets of a request and returns what comes of their use.
     *
     * @param work of this process alone, in which copies and session keep their files
     */
    static <T> T of(NightRequest request, WorkFolder work, NightListener listener, Use<T> use) throws IOException {
        try (SessionStart spark = new SessionStart(work)) {
            listener.begin(NightListener.Step.INGEST);
            InputSnapshot inputs = take(request.datasets(), work.folder("input"));
            try {
                return use.of(request.reading(inputs.datasets()), inputs, spark);
            } catch (DataException e) {
                throw inputs.ofTheOriginal(e);
            }
        }
    }

    /** Returns the same complaint about the file that was copied, the one that a person can mend. */
    DataException ofTheOriginal(DataException complaint) {
        String here = copy.toString();
        LocalizedText text = complaint.text();
        return text.en().contains(here)
                ? new DataException(
                        new LocalizedText(
                                text.vi().replace(here, from.toString()),
                                text.en().replace(here, from.toString())),
                        complaint)
                : complaint;
    }

    private static SortedSet<Path> changes(SortedMap<Path, String> before, SortedMap<Path, String> after) {
        SortedSet<Path> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(file -> Objects.equals(before.get(file), after.get(file)));
        return changed;
    }

    /** Returns what tells one state of a file from another without reading it, by the name of the file. */
    private SortedMap<Path, String> states() throws IOException {
        SortedMap<Path, String> states = new TreeMap<>();
        for (Path entry : entries(from)) {
            if (!NOT_READ.contains(Objects.toString(entry.getFileName()))) {
                addStates(entry, states, 1);
            }
        }
        return states;
    }

    private void addStates(Path entry, SortedMap<Path, String> states, int depth) throws IOException {
        if (Files.isDirectory(entry) && depth < DEEPEST_FOLDER) {
            Path folder = copy.resolve(from.relativize(entry).toString());
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder); // never its parents: a warehouse that is gone stays gone
            }
            for (Path below : entries(entry)) {
                addStates(below, states, depth + 1);
            }
            return;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            if (attributes.isRegularFile()) { // a pipe or device is never opened, for that might wait for ever
                states.put(
                        from.relativize(entry),
                        attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
            }
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(entry)) {
                states.put(from.relativize(entry), "link to nothing");
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            entry -> !Objects.toString(entry.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (AccessDeniedException e) {
            throw new DataException(WORDS.text("input_folder", folder), e);
        }
    }

    private void copy(Path name) throws IOException {
        Path file = from.resolve(name);
        Path target = copy.resolve(name.toString());
        Files.deleteIfExists(target);
        try {
            if (isOutside(file)) {
                isAllPlain = false;
                Files.createSymbolicLink(target, file.toAbsolutePath());
            } else if (Files.size(file) > LARGEST_FILE) {
                isAllPlain = false;
                try (RandomAccessFile empty = new RandomAccessFile(target.toFile(), "rw")) {
                    empty.setLength(Files.size(file));
                }
            } else {
                DurableFiles.naming(target, () -> Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING));
            }
        } catch (AccessDeniedException e) {
            isAllPlain = false;
            Files.deleteIfExists(target);
            Files.createFile(target);
            withoutPermission(target);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(target); // gone again: the next listing says so
        }
    }

    /** Returns whether a file is a link to one that is not in the same folder. */
    private static boolean isOutside(Path file) throws IOException {
        return Files.isSymbolicLink(file)
                && !(Files.exists(file)
                        && file.toRealPath()
                                .startsWith(
                                        Objects.requireNonNull(file.getParent()).toRealPath()));
    }

    private static void withoutPermission(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, Set.<PosixFilePermission>of());
        }
    }
}
