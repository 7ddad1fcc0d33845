package vn.chitieu.night;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.catalog.run.WorkFolder;

/** What needs a Spark session but no warehouse. */
public final class SparkWork {

    private SparkWork() {}

    /** What is done in the session. */
    public interface InSession<T> {

        /** Returns what came of it. */
        T with(SparkSession spark) throws IOException;
    }

    /** Opens a session with a folder of its own for temporary files, and closes both behind the work. */
    public static <T> T run(InSession<T> work) throws IOException {
        try (WorkFolder folder = WorkFolder.temporary();
                SessionStart start = new SessionStart(folder)) {
            return work.with(start.session());
        }
    }
}
