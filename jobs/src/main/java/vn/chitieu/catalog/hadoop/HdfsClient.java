package vn.chitieu.catalog.hadoop;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Path;

/** The client of HDFS. A file that was written is on the disks of the cluster when its stream is closed. */
record HdfsClient(FileContext context) implements StoreClient {

    static StoreClient of(URI address, Configuration configuration) throws IOException {
        return new HdfsClient(FileContext.getFileContext(address, configuration));
    }

    @Override
    public OutputStream written(Path file, Set<OpenOption> options) throws IOException {
        EnumSet<CreateFlag> flags = EnumSet.of(CreateFlag.SYNC_BLOCK);
        if (options.contains(StandardOpenOption.APPEND)) {
            flags.add(CreateFlag.APPEND);
            if (options.contains(StandardOpenOption.CREATE)) {
                flags.add(CreateFlag.CREATE);
            }
        } else {
            flags.add(
                    options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW)
                            ? CreateFlag.CREATE
                            : CreateFlag.OVERWRITE);
            if (!options.contains(StandardOpenOption.CREATE_NEW)) {
                flags.add(CreateFlag.OVERWRITE);
            }
        }
        return new Forced(context.create(file, flags));
    }

    /** A stream that is on the disks when it is closed. */
    private static final class Forced extends FilterOutputStream {

        private final FSDataOutputStream written;

        Forced(FSDataOutputStream written) {
            super(written);
            this.written = written;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            written.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            try (FSDataOutputStream closing = written) {
                closing.hsync();
            }
        }
    }
}
