package vn.chitieu.projection.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RegressionTreeTest {

    private static final String TEXT = "GROWTH_MEAN<0.5 QUARTERS<2.0 0.01 0.02 -0.03";

    @Test
    void isWrittenAsItIsRead() {
        assertThat(RegressionTree.parse(TEXT)).hasToString(TEXT);
    }

    @Test
    void saysWhatIsNoTree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionTree.parse("QUARTERS<2 0.1"))
                .withMessage("Expecting two answers to each question but the text ended");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionTree.parse("0.1 0.2"))
                .withMessage("Expecting one tree but found more after it: 0.1 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionTree.parse("MOOD<2 0.1 0.2"))
                .withMessageContaining("Feature.MOOD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionTree.parse("NaN"))
                .withMessage("Expecting finite numbers but was NaN");
    }
}
