package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBasisTest {

    @Test
    void codesSayThePricesAndTheirYear() {
        assertThat(Stream.of("none", "constant_2018", "current", "constant_2010")
                        .map(PriceBasis::ofCode)
                        .sorted()
                        .map(PriceBasis::code))
                .containsExactly("current", "constant_2010", "constant_2018", "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "constant_2010", "constant_2018", "none"})
    void eachIsOneObjectWhereverItComesFrom(String code) {
        PriceBasis basis = PriceBasis.ofCode(code);
        assertThat(PriceBasis.ofCode(code)).isSameAs(basis);
        assertThat(SerializationUtils.<PriceBasis>clone(basis)).isSameAs(basis);
        assertThat(basis.isConstant()).isEqualTo(code.startsWith("constant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CURRENT", "constant", "constant_94", "None", " none"})
    void anotherCodeIsRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceBasis.ofCode(code))
                .withMessage("Expecting price basis current, constant_<year> or none but was '" + code + "'");
    }
}
