package vn.chitieu.account.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearFormTest {

    private static LinearForm form(Map<Integer, Double> terms) {
        return LinearForm.of(terms);
    }

    @Test
    void cellsAscendAndAWeightOfZeroIsNoTerm() {
        LinearForm form = form(Map.of(7, 2.0, 1, -1.0, 4, 0.0));

        assertThat(form).hasToString("-1.0*x1 2.0*x7");
        assertThat(form.cells()).containsExactly(1, 7);
        assertThat(form.weightOf(7)).isEqualTo(2);
        assertThat(form.weightOf(4)).isZero();
    }

    @Test
    void aCellNamedTwiceCountsTwice() {
        assertThat(LinearForm.sum(3, 1, 3)).hasToString("1.0*x1 2.0*x3");
        assertThat(LinearForm.of(5)).hasToString("1.0*x5");
        assertThat(LinearForm.sum()).hasToString("");
    }

    @Test
    void termsThatCancelAreGone() {
        LinearForm form = form(Map.of(0, 1.0, 2, 3.0));
        LinearForm other = form(Map.of(1, 5.0, 2, 1.5));

        assertThat(form.plus(-2, other)).hasToString("1.0*x0 -10.0*x1");
        assertThat(form.minus(form).size()).isZero();
        assertThat(form.minus(other)).hasToString("1.0*x0 -5.0*x1 1.5*x2");
    }

    @Test
    void aSumOfFormsIsTheSumOfTheirValuesWhicheverCellsTheyHave() {
        double[] x = {2, 3, 5, 7};
        for (int one = 0; one < 16; one++) {
            for (int other = 0; other < 16; other++) {
                LinearForm a = ofBits(one);
                LinearForm b = ofBits(other);

                assertThat(a.plus(3, b).at(x)).isEqualTo(a.at(x) + 3 * b.at(x));
                assertThat(a.plus(3, b).size()).isEqualTo(Integer.bitCount(one | other));
                assertThat(a.times(-4).at(x)).isEqualTo(-4 * a.at(x));
            }
        }
    }

    /** The sum of those cells from 0 to 3 whose bit is set. */
    private static LinearForm ofBits(int bits) {
        LinearForm form = LinearForm.sum();
        for (int cell = 0; cell < 4; cell++) {
            form = (bits >> cell) % 2 == 0 ? form : form.plus(1, LinearForm.of(cell));
        }
        return form;
    }

    @Test
    void noiseIsMeasuredByTheLargestWeight() {
        LinearForm form = form(Map.of(0, -1000.0, 1, 1.0, 2, 1.001));

        assertThat(form.withoutNoise(1e-3)).hasToString("-1000.0*x0 1.001*x2");
    }
}
