package vn.chitieu.catalog.hadoop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.ipc.RemoteException;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/**
 * What Java's {@link java.nio.file.Files} does, done by Hadoop. A file that was written is safe when its stream is
 * closed; a name is so as soon as it is given.
 */
final class HadoopProvider extends FileSystemProvider {

    static final HadoopProvider ONE = new HadoopProvider();

    private HadoopProvider() {}

    @Override
    public String getScheme() {
        return HadoopFileSystem.HDFS;
    }

    @Override
    public FileSystem newFileSystem(URI address, Map<String, ?> settings) {
        return getFileSystem(address);
    }

    @Override
    public FileSystem getFileSystem(URI address) {
        return HadoopFileSystem.path(address).getFileSystem();
    }

    @Override
    public Path getPath(URI address) {
        return HadoopFileSystem.path(address);
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return opened(path);
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        Set<OpenOption> chosen = options.length == 0 ? Set.of(StandardOpenOption.CREATE) : Set.of(options);
        try {
            return HadoopPath.of(path).hadoop().client().written(hadoop(path), chosen);
        } catch (IOException e) {
            throw named(path, e);
        }
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
            throw new UnsupportedOperationException(
                    "Expecting " + path + " to be written from its beginning, as a stream");
        }
        return new HadoopReading(new HadoopReading.Source() {
            @Override
            public FSDataInputStream open() throws IOException {
                return opened(path);
            }

            @Override
            public long size() throws IOException {
                return status(path).getLen();
            }
        });
    }

    private static FSDataInputStream opened(Path path) throws IOException {
        try {
            return context(path).open(hadoop(path));
        } catch (IOException e) {
            throw named(path, e);
        }
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        if (!status(folder).isDirectory()) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> entries = new ArrayList<>();
        try {
            RemoteIterator<FileStatus> listed = context(folder).listStatus(hadoop(folder));
            while (listed.hasNext()) {
                Path entry = folder.resolve(listed.next().getPath().getName());
                if (filter.accept(entry)) {
                    entries.add(entry);
                }
            }
        } catch (IOException e) {
            throw named(folder, e);
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        try {
            if (context(folder).util().exists(hadoop(folder))) {
                throw new FileAlreadyExistsException(folder.toString());
            }
            context(folder).mkdir(hadoop(folder), FsPermission.getDirDefault(), false);
        } catch (IOException e) {
            throw named(folder, e);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        status(path);
        try {
            context(path).delete(hadoop(path), false);
        } catch (IOException e) {
            throw named(path, e);
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        OpenOption place = Set.of(options).contains(StandardCopyOption.REPLACE_EXISTING)
                ? StandardOpenOption.CREATE
                : StandardOpenOption.CREATE_NEW;
        if (status(source).isDirectory()) {
            createDirectory(target);
            return;
        }
        try (InputStream content = opened(source);
                OutputStream copy = newOutputStream(target, place)) {
            content.transferTo(copy);
        }
    }

    /** Moves at one stroke, or not at all: readers see the old or the new. */
    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        if (!HadoopPath.of(source).hadoop().isRenaming()) {
            throw new AtomicMoveNotSupportedException(
                    source.toString(), target.toString(), "an object store has no rename");
        }
        Set<CopyOption> chosen = Set.of(options);
        boolean isReplacing =
                chosen.contains(StandardCopyOption.REPLACE_EXISTING) || chosen.contains(StandardCopyOption.ATOMIC_MOVE);
        try {
            context(source)
                    .rename(
                            hadoop(source),
                            hadoop(target),
                            isReplacing ? Options.Rename.OVERWRITE : Options.Rename.NONE);
        } catch (IOException e) {
            throw named(source, e);
        }
    }

    @Override
    public boolean isSameFile(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    @Override
    public boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) {
        return new HadoopStore(HadoopPath.of(path).hadoop());
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        status(path);
        FsAction wanted = FsAction.NONE;
        for (AccessMode mode : modes) {
            wanted = wanted.or(
                    switch (mode) {
                        case READ -> FsAction.READ;
                        case WRITE -> FsAction.WRITE;
                        case EXECUTE -> FsAction.EXECUTE;
                    });
        }
        try {
            if (wanted != FsAction.NONE) {
                context(path).access(hadoop(path), wanted);
            }
        } catch (IOException e) {
            throw named(path, e);
        }
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return null;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (type != BasicFileAttributes.class) {
            throw new UnsupportedOperationException("Expecting basic attributes of " + path + " but was " + type);
        }
        return type.cast(new HadoopAttributes(status(path)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException("Expecting nobody to ask for " + attributes + " of " + path);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException("Expecting nobody to set " + attribute + " of " + path);
    }

    /**
     * Returns what is known of a file.
     *
     * @throws UncheckedIOException if nobody answers: Java's own questions take every other exception for a file that
     *     is not there, and a warehouse that cannot be asked is not one without runs
     */
    private static FileStatus status(Path path) throws IOException {
        try {
            return context(path).getFileStatus(hadoop(path));
        } catch (IOException e) {
            IOException named = named(path, e);
            if (named instanceof FileSystemException) {
                throw named;
            }
            throw new UncheckedIOException("Expecting " + path + " to be served but nobody answers", named);
        }
    }

    private static FileContext context(Path path) {
        return HadoopPath.of(path).hadoop().context();
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return HadoopPath.of(path).toHadoop();
    }

    /** Returns what went wrong in the words that Java has for it, so that callers need not know who serves the file. */
    static IOException named(Path path, IOException failure) {
        IOException cause = failure instanceof RemoteException remote ? remote.unwrapRemoteException() : failure;
        String file = path.toString();
        FileSystemException named;
        if (cause instanceof FileSystemException) {
            return cause;
        } else if (cause instanceof FileNotFoundException) {
            named = new NoSuchFileException(file, null, cause.getMessage());
        } else if (cause instanceof AccessControlException) {
            named = new AccessDeniedException(file, null, cause.getMessage());
        } else if (cause instanceof org.apache.hadoop.fs.FileAlreadyExistsException) {
            named = new FileAlreadyExistsException(file, null, cause.getMessage());
        } else if (cause instanceof PathIsNotEmptyDirectoryException) {
            named = new DirectoryNotEmptyException(file);
        } else if (cause instanceof ParentNotDirectoryException) {
            named = new NotDirectoryException(file);
        } else {
            return cause;
        }
        named.initCause(cause);
        return named;
    }
}
