package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccumulationTest {

    @Test
    void codesAreOneLetter() {
        assertThat(Stream.of(Accumulation.values()).map(Accumulation::code)).containsExactly("P", "C");
    }

    @ParameterizedTest
    @EnumSource
    void everyOneIsFoundByItsCode(Accumulation accumulation) {
        assertThat(Accumulation.ofCode(accumulation.code())).isEqualTo(accumulation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "c", "PERIOD", " P", "A"})
    void anotherCodeIsRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accumulation.ofCode(code))
                .withMessage("Expecting accumulation P or C but was '" + code + "'");
    }
}
