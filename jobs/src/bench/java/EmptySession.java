import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.catalog.table.ClusterSession;

/** The floor of a night: a Spark session, opened as a night opens it, that writes one small Parquet file. */
public final class EmptySession {

    private EmptySession() {}

    public static void main(String[] args) throws Exception {
        try (SparkSession spark = ClusterSession.open(Path.of(System.getProperty("java.io.tmpdir")))) {
            spark.createDataset(List.of("a", "b"), org.apache.spark.sql.Encoders.STRING())
                    .coalesce(1)
                    .write()
                    .parquet(Path.of(args[0]).toUri().toString());
        }
    }
}
