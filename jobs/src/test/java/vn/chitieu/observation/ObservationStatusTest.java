package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationStatusTest {

    @Test
    void codesAreThoseOfSdmx() {
        assertThat(Stream.of(ObservationStatus.values()).map(status -> status + " " + status.code()))
                .containsExactly(
                        "FINAL A",
                        "PROVISIONAL P",
                        "ESTIMATE E",
                        "FORECAST F",
                        "IMPUTED I",
                        "BREAK B",
                        "MISSING M",
                        "UNKNOWN _Z");
    }

    @ParameterizedTest
    @EnumSource
    void everyOneIsFoundByItsCode(ObservationStatus status) {
        assertThat(ObservationStatus.ofCode(status.code())).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Z", "FINAL", "A ", "_z"})
    void anotherCodeIsRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationStatus.ofCode(code))
                .withMessage("Expecting a status of CL_OBS_STATUS but was '" + code + "'");
    }
}
