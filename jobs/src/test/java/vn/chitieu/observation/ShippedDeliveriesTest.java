package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedDeliveriesTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");

    private final IngestResult result = Ingest.read(DATASETS, Codelists.read(DATASETS));

    @Test
    void everyShippedRowIsAcceptedOrAPlan() {
        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.observations()).hasSize(8255 - 97);
        assertThat(result.planFigures()).hasSize(97);
        assertThat(result.deliveredRows()).isEqualTo(8255);
    }
}
