package vn.chitieu.account.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.MachineException;

class AreaWorkTest {

    /** Spark ends the process of an executor that throws an OutOfMemoryError; of two areas the second is named. */
    @Test
    void anAreaTooLargeForTheMemoryIsNamedAndTheProcessGoesOn() throws IOException {
        try (SparkSession spark = SparkSession.builder()
                .appName("area-work")
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate()) {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            assertThatThrownBy(() -> context.parallelize(List.of("VN-CT", "VN-HG"))
                            .map(area -> AreaWork.on(area, () -> figures(area)))
                            .collect())
                    .hasCauseInstanceOf(MachineException.class)
                    .cause()
                    .hasMessageStartingWith("Area VN-HG: the memory (")
                    .hasMessageEndingWith(" MB) is not enough to work on it. Nothing was published; give more memory by"
                            + " CHITIEU_JAVA_OPTS=-Xmx4g and run again.");
            assertThat(context.parallelize(List.of("VN-CT"))
                            .map(area -> AreaWork.on(area, () -> figures(area)))
                            .collect())
                    .containsExactly(1);
        }
    }

    private static int figures(String area) {
        if (area.equals("VN-HG")) {
            throw new OutOfMemoryError("Java heap space");
        }
        return 1;
    }

    @Test
    void whatElseFailsNamesTheAreaAndWhatIsAFaultOfTheDataStaysOne() {
        assertThatThrownBy(() -> AreaWork.on("VN-HG", () -> List.of().get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Area VN-HG: java.lang.ArrayIndexOutOfBoundsException")
                .hasCauseInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> AreaWork.on("VN-HG", () -> {
                    throw new DataException("a wrong list");
                }))
                .isExactlyInstanceOf(DataException.class)
                .hasMessage("a wrong list");
    }
}
