package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A text that is replaced only if nobody else replaced it since it was looked at. */
public final class GuardedObject {

    private final ObjectClient client;
    private final HadoopPath file;
    private Optional<String> etag;

    private GuardedObject(ObjectClient client, HadoopPath file, Optional<String> etag) {
        this.client = client;
        this.file = file;
        this.etag = etag;
    }

    /** Looks at an object, which need not be there. */
    public static GuardedObject at(Path path) throws IOException {
        HadoopPath file = HadoopPath.of(path);
        ObjectClient client = file.hadoop().objects();
        return new GuardedObject(client, file, client.etag(file.toHadoop()));
    }

    /**
     * Puts new content in its place.
     *
     * @throws Lease.LostException if another did so meanwhile
     */
    public void replace(byte[] content) throws IOException {
        Optional<String> put = client.put(file.toHadoop(), new String(content, StandardCharsets.UTF_8), etag);
        if (put.isEmpty()) {
            throw new Lease.LostException(
                    "Expecting " + file + " as it was when this run began but another run replaced it");
        }
        etag = put;
    }
}
