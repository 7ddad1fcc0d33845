package vn.chitieu.catalog.hadoop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * The client of an object store. An object is there, whole and for every reader, when its stream is closed, and not
 * before; whether it may be, the store decides at that moment by the conditions of the put.
 */
final class ObjectClient implements StoreClient {

    /** Names of exceptions of the connector, which is no part of this program. */
    private static final Set<String> CONDITION_FAILED =
            Set.of("RemoteFileChangedException", "AWSStatus409Exception", "FileAlreadyExistsException");

    /** Without a look for what lies there: the put replaces it, or its condition is looked at by the store. */
    private static final String WITHOUT_LOOKING = "fs.s3a.create.performance";

    private final FileSystem client;
    private final FileContext context;

    private ObjectClient(FileSystem client, FileContext context) {
        this.client = client;
        this.context = context;
    }

    static StoreClient of(URI address, Configuration configuration) throws IOException {
        FileSystem client = FileSystem.newInstance(address, configuration);
        try {
            return new ObjectClient(
                    client, FileContext.getFileContext(new Shared(address, client, configuration), configuration));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** The same client in the terms of a context. */
    private static final class Shared extends DelegateToFileSystem {

        Shared(URI address, FileSystem client, Configuration configuration) throws IOException, URISyntaxException {
            super(address, client, configuration, address.getScheme(), false);
        }

        @Override
        public int getUriDefaultPort() {
            return -1; // what follows the host of an object store is no port
        }
    }

    /** A text as it was at one moment. */
    record Version(String etag, String text) {}

    @Override
    public FileContext context() {
        return context;
    }

    /** An object is never added to: what is to be appended is put with all that was before it. */
    @Override
    public OutputStream written(Path file, Set<OpenOption> options) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = replacing(file);
        if (options.contains(StandardOpenOption.CREATE_NEW)) {
            builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        }
        byte[] before = options.contains(StandardOpenOption.APPEND) ? content(file) : new byte[0];
        FSDataOutputStream stream = builder.build();
        stream.write(before);
        return stream;
    }

    private byte[] content(Path file) throws IOException {
        try (FSDataInputStream stream = client.open(file)) {
            return stream.readAllBytes();
        } catch (FileNotFoundException e) {
            return new byte[0];
        }
    }

    /** Returns a text as it is now, with the tag that the store gave to just this content. */
    Optional<Version> read(Path file) throws IOException {
        while (true) {
            try {
                FileStatus status = client.getFileStatus(file);
                if (status.isDirectory()) {
                    return Optional.empty();
                }
                try (FSDataInputStream stream = FutureIO.awaitFuture(
                        client.openFile(file).withFileStatus(status).build())) {
                    return Optional.of(
                            new Version(etag(status), new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (FileNotFoundException e) {
                return Optional.empty();
            } catch (PathIOException e) {
                if (!isConditionFailed(e)) { // else it was replaced between the two questions
                    throw e;
                }
            }
        }
    }

    /** Returns the tag of what lies there now; empty if nothing does. */
    Optional<String> etag(Path file) throws IOException {
        try {
            return Optional.of(etag(client.getFileStatus(file)));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Puts a text in the place of what has a tag, or where nothing is.
     *
     * @param text such as nobody else puts there
     * @param expected empty if nothing may lie there
     * @return its tag; empty if something else lies there
     */
    Optional<String> put(Path file, String text, Optional<String> expected) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = replacing(file);
        if (expected.isPresent()) {
            builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG, expected.get());
        } else {
            builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        }
        try (FSDataOutputStream stream = builder.build()) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (FileNotFoundException goneMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            if (!isConditionFailed(e)) {
                throw e;
            }
        }
        // A put whose answer was lost is tried again by the client and then finds itself in its place.
        return read(file).filter(version -> version.text().equals(text)).map(Version::etag);
    }

    private FSDataOutputStreamBuilder<?, ?> replacing(Path file) {
        FSDataOutputStreamBuilder<?, ?> builder = client.createFile(file);
        builder.overwrite(true);
        builder.opt(WITHOUT_LOOKING, true);
        return builder;
    }

    private static String etag(FileStatus status) throws IOException {
        if (status instanceof EtagSource tagged && tagged.getEtag() != null) {
            return tagged.getEtag();
        }
        throw new IOException("Expecting a tag of " + status.getPath() + " but its store gave none");
    }

    static boolean isConditionFailed(IOException failure) {
        return CONDITION_FAILED.contains(failure.getClass().getSimpleName());
    }
}
