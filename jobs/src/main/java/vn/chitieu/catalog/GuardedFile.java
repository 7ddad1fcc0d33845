package vn.chitieu.catalog;

import java.io.IOException;

/** A file that is replaced by one owner at a time. */
public interface GuardedFile {

    /**
     * Puts new content in its place, for readers all at once.
     *
     * @throws vn.chitieu.catalog.hadoop.Lease.LostException if another replaced it since this one looked at it, where
     *     the store can tell
     */
    void replace(byte[] content) throws IOException;
}
