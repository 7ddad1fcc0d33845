package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBasisTest {

    @Test
    void codesSayThePricesAndTheirYear() {
        assertThat(Stream.of(PriceBasis.values()).map(PriceBasis::code))
                .containsExactly("current", "constant_2010", "none");
    }

    @ParameterizedTest
    @EnumSource
    void everyOneIsFoundByItsCode(PriceBasis basis) {
        assertThat(PriceBasis.ofCode(basis.code())).isEqualTo(basis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CURRENT", "constant", "constant_1994", "None", " none"})
    void anotherCodeIsRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceBasis.ofCode(code))
                .withMessage("Expecting price basis current, constant_2010 or none but was '" + code + "'");
    }
}
