package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.text.Language;

class GrowthCellTest {

    @Test
    void aRateOfAnotherVintageIsMarkedAndStandsInBracketsWhereItDoesNotCount() {
        assertThat(cell(OptionalDouble.of(15.18), "derived", OptionalDouble.of(23.52)))
                .isEqualTo("15.2ᵈ (23.5ᵛ)");
        assertThat(cell(OptionalDouble.of(11), "published", OptionalDouble.of(11)))
                .isEqualTo("11.0ᵛ");
        assertThat(cell(OptionalDouble.of(7.09), "published", OptionalDouble.empty()))
                .isEqualTo("7.1");
        assertThat(cell(OptionalDouble.empty(), "", OptionalDouble.empty())).isEqualTo("–");
    }

    private static String cell(OptionalDouble growth, String origin, OptionalDouble other) {
        return GrowthCell.of(growth, origin, other, 1, NumberFormats.of(Language.EN));
    }
}
