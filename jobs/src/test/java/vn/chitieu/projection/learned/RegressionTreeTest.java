package vn.chitieu.projection.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // the place of a feature in a row is its place in Feature
class RegressionTreeTest {

    private static final String TEXT = "GROWTH_MEAN<0.5 QUARTERS<2.0 0.01 0.02 -0.03";

    private static double value(String tree, double growth, double quarters) {
        double[] x = new double[Feature.values().length];
        x[Feature.GROWTH_MEAN.ordinal()] = growth;
        x[Feature.QUARTERS.ordinal()] = quarters;
        return RegressionTree.parse(tree).value(x);
    }

    @Test
    void theAnswersLeadToALeaf() {
        assertThat(value(TEXT, 0.4, 1)).isEqualTo(0.01);
        assertThat(value(TEXT, 0.4, 2)).isEqualTo(0.02); // 2 is not below 2
        assertThat(value(TEXT, 0.5, 1)).isEqualTo(-0.03);
        assertThat(value("7.5", 0, 0)).isEqualTo(7.5);
    }

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
