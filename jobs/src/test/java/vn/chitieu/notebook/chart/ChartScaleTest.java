package vn.chitieu.notebook.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.notebook.markup.Markup;

class ChartScaleTest {

    @Test
    void putsRoundNumbersOnTheAxis() {
        assertThat(new ChartScale(0, 8900, 270, 30).ticks(5)).containsExactly(0.0, 2000.0, 4000.0, 6000.0, 8000.0);
        assertThat(new ChartScale(7.7, 10.4, 0, 1).ticks(5)).containsExactly(8.0, 9.0, 10.0);
    }

    @Test
    void tellsTicksApartByTheirDecimals() {
        assertThat(ChartScale.tickDecimals(List.of(8.0, 9.0))).isZero();
        assertThat(ChartScale.tickDecimals(List.of(24.2, 24.4))).isEqualTo(1);
        assertThat(ChartScale.tickDecimals(List.of(0.0, 0.25))).isEqualTo(2);
    }

    @Test
    void holdsZeroWhereLengthsAreCompared() {
        assertThat(ChartScale.holding(List.of(810.0, 8120.0), true, 0, 1).low()).isZero();
        assertThat(ChartScale.holding(List.of(8.0, 9.0), false, 0, 1).low()).isBetween(7.5, 8.0);
    }

    @Test
    void drawsAScaleEvenWhereAllNumbersAreTheSame() {
        ChartScale scale = ChartScale.holding(List.of(5.0, 5.0), false, 0, 100);

        assertThat(scale.at(5.0)).isEqualTo(50);
    }

    @Test
    void movesLabelsApartWithoutChangingTheirOrder() {
        assertThat(ChartScale.spread(new double[] {50, 48, 10}, 19, 0, 100)).containsExactly(67, 48, 10);
        assertThat(ChartScale.spread(new double[] {99, 98}, 19, 0, 100)).containsExactly(100, 81);
    }

    @Test
    void writesPositionsWithoutALocaleOrMinusZero() {
        assertThat(Markup.position(-0.04)).isEqualTo("0");
        assertThat(Markup.position(1234.56)).isEqualTo("1234.6");
        assertThat(Markup.position(200)).isEqualTo("200");
    }
}
