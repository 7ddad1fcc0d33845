package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import org.jspecify.annotations.Nullable;

/** How much room a file system has. */
final class HadoopStore extends FileStore {

    private final HadoopFileSystem fileSystem;

    HadoopStore(HadoopFileSystem fileSystem) {
        this.fileSystem = fileSystem;
    }

    @Override
    public String name() {
        return fileSystem.address();
    }

    @Override
    public String type() {
        return fileSystem.scheme();
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public long getTotalSpace() throws IOException {
        return fileSystem.context().getFsStatus(null).getCapacity();
    }

    @Override
    public long getUsableSpace() throws IOException {
        return fileSystem.context().getFsStatus(null).getRemaining();
    }

    @Override
    public long getUnallocatedSpace() throws IOException {
        return getUsableSpace();
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return false;
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return name.equals("basic");
    }

    @Override
    public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> type) {
        return null;
    }

    @Override
    public Object getAttribute(String attribute) {
        throw new UnsupportedOperationException("Expecting nobody to ask for " + attribute);
    }
}
