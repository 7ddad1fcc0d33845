package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A path of names, absolute or relative; an absolute one reads as the address that a user typed. */
final class HadoopPath implements Path {

    private final HadoopFileSystem fileSystem;
    private final boolean isAbsolute;
    private final List<String> names;

    HadoopPath(HadoopFileSystem fileSystem, boolean isAbsolute, List<String> names) {
        this.fileSystem = fileSystem;
        this.isAbsolute = isAbsolute;
        this.names = List.copyOf(names);
    }

    /** Returns the same path as one of this kind. */
    static HadoopPath of(Path path) {
        if (path instanceof HadoopPath ours) {
            return ours;
        }
        throw new ProviderMismatchException("Expecting a path of a Hadoop file system but was " + path);
    }

    /** Returns the path as Hadoop names it. */
    org.apache.hadoop.fs.Path toHadoop() {
        return fileSystem.toHadoop("/" + String.join("/", names));
    }

    @Override
    public FileSystem getFileSystem() {
        return fileSystem;
    }

    /** Returns the file system as one of this kind. */
    HadoopFileSystem hadoop() {
        return fileSystem;
    }

    @Override
    public boolean isAbsolute() {
        return isAbsolute;
    }

    @Override
    public @Nullable Path getRoot() {
        return isAbsolute ? new HadoopPath(fileSystem, true, List.of()) : null;
    }

    @Override
    public @Nullable Path getFileName() {
        return names.isEmpty()
                ? isAbsolute ? null : this
                : new HadoopPath(fileSystem, false, names.subList(names.size() - 1, names.size()));
    }

    @Override
    public @Nullable Path getParent() {
        return names.isEmpty() || (names.size() == 1 && !isAbsolute)
                ? null
                : new HadoopPath(fileSystem, isAbsolute, names.subList(0, names.size() - 1));
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int begin, int end) {
        if (begin < 0 || end > names.size() || begin >= end) {
            throw new IllegalArgumentException(
                    "Expecting names of " + this + " from " + begin + " to " + end + " but it has " + names.size());
        }
        return new HadoopPath(fileSystem, false, names.subList(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof HadoopPath start
                && start.fileSystem.equals(fileSystem)
                && start.isAbsolute == isAbsolute
                && start.names.size() <= names.size()
                && names.subList(0, start.names.size()).equals(start.names);
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(other instanceof HadoopPath end)
                || !end.fileSystem.equals(fileSystem)
                || end.names.size() > names.size()) {
            return false;
        }
        return end.isAbsolute
                ? equals(end)
                : names.subList(names.size() - end.names.size(), names.size()).equals(end.names);
    }

    @Override
    public Path normalize() {
        List<String> kept = new ArrayList<>();
        for (String name : names) {
            boolean isUp = name.equals("..");
            if (isUp && !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..")) {
                kept.remove(kept.size() - 1);
            } else if (!name.equals(".") && !(isUp && isAbsolute)) {
                kept.add(name);
            }
        }
        return new HadoopPath(fileSystem, isAbsolute, kept);
    }

    @Override
    public Path resolve(Path other) {
        HadoopPath below = of(other);
        if (below.isAbsolute) {
            return below;
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(below.names);
        return new HadoopPath(fileSystem, isAbsolute, all);
    }

    @Override
    public Path relativize(Path other) {
        HadoopPath to = of(other);
        if (to.isAbsolute != isAbsolute || !to.fileSystem.equals(fileSystem)) {
            throw new IllegalArgumentException("Expecting two paths of one kind but was " + this + " and " + other);
        }
        int common = 0;
        while (common < Math.min(names.size(), to.names.size())
                && names.get(common).equals(to.names.get(common))) {
            common++;
        }
        List<String> way = new ArrayList<>();
        for (int i = common; i < names.size(); i++) {
            way.add("..");
        }
        way.addAll(to.names.subList(common, to.names.size()));
        return new HadoopPath(fileSystem, false, way);
    }

    @Override
    public URI toUri() {
        HadoopPath absolute = of(toAbsolutePath());
        try {
            return new URI(
                    fileSystem.scheme(), fileSystem.authority(), "/" + String.join("/", absolute.names), null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Expecting " + this + " to be an address", e);
        }
    }

    /** There is no folder that a process works in: a relative path is taken from the root. */
    @Override
    public Path toAbsolutePath() {
        return isAbsolute ? this : new HadoopPath(fileSystem, true, names);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        HadoopPath real = of(toAbsolutePath().normalize());
        if (!fileSystem.context().util().exists(real.toHadoop())) {
            throw new NoSuchFileException(toString());
        }
        return real;
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("Expecting nobody to watch " + this);
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(of(other).toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HadoopPath path
                && path.fileSystem.equals(fileSystem)
                && path.isAbsolute == isAbsolute
                && path.names.equals(names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileSystem, isAbsolute, names);
    }

    @Override
    public String toString() {
        String relative = String.join("/", names);
        return isAbsolute ? fileSystem.address() + "/" + relative : relative;
    }
}
