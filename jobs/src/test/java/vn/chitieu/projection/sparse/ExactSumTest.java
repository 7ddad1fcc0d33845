package vn.chitieu.projection.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void noDigitIsLostWhateverTheOrderAndSize() {
        ExactSum sum = new ExactSum();
        sum.add(1e200, 1e100);
        sum.add(3, 0.25);
        sum.add(-1e200, 1e100);
        sum.add(0, 7);

        assertThat(sum.value()).isEqualByComparingTo("0.75");
    }

    @Test
    void isTheSumOfTheDecimalNumbers() {
        Random random = new Random(7);
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 500; i++) {
            double a = Math.scalb(random.nextGaussian(), random.nextInt(-1080, 500));
            double b = Math.scalb(random.nextGaussian(), random.nextInt(-60, 500));
            sum.add(a, b);
            expected = expected.add(new BigDecimal(a).multiply(new BigDecimal(b)));
        }

        assertThat(sum.value()).isEqualByComparingTo(expected);
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        assertThatExceptionOfType(NumberFormatException.class)
                .isThrownBy(() -> new ExactSum().add(Double.NaN, 1))
                .withMessage("Expecting finite numbers but was NaN times 1.0");
    }
}
