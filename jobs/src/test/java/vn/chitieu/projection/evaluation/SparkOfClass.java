package vn.chitieu.projection.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.table.ClusterSession;

/** A Spark session for the tests of one class. */
final class SparkOfClass implements BeforeAllCallback, AfterAllCallback {

    private @Nullable SparkSession session;
    private @Nullable Path scratch;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        scratch = Files.createTempDirectory("spark-of-class");
        session = ClusterSession.open(scratch);
    }

    SparkSession session() {
        return Objects.requireNonNull(session);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        session().close();
        DurableFiles.deleteTree(Objects.requireNonNull(scratch));
    }
}
