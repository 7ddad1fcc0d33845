package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.OpenOption;
import java.util.Set;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Path;

/** Hadoop's client of one store: what is asked of every store alike, and how a file is written. */
interface StoreClient {

    /** Returns how files are read, listed and deleted. */
    FileContext context();

    /** Returns a stream whose content is safe, and seen by every reader, when it is closed. */
    OutputStream written(Path file, Set<OpenOption> options) throws IOException;
}
