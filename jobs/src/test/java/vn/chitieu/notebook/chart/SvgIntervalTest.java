package vn.chitieu.notebook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitieu.notebook.markup.Markup.attribute;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.chitieu.notebook.chart.IntervalChart.Band;
import vn.chitieu.notebook.chart.Mark.Role;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.text.Language;

class SvgIntervalTest {

    /**
     * The axis holds -1,836,159 to -1,420,000 and a margin. Ticks of 100,000 stand some 110 units apart, which leaves
     * too little between labels of 10 letters, 96 units, once the last is drawn in to end inside of the 560.
     */
    @Test
    void longTicksStandInsideTheDrawingAndApart() {
        String drawing = drawn(-1_836_159, -1_420_000);

        assertThat(ticks(drawing)).containsExactly("-1.800.000", "-1.600.000", "-1.400.000");
        assertThat(drawing).contains("<text class=\"tick end\" x=\"556\"");
    }

    @Test
    void shortTicksStandUnderTheirPlaces() {
        String drawing = drawn(7.1, 9.4);

        assertThat(ticks(drawing)).hasSizeGreaterThan(3);
        assertThat(drawing).contains("tick middle").doesNotContain("tick end");
    }

    private static String drawn(double from, double to) {
        Mark estimate = new Mark(Role.ESTIMATE, (from + to) / 2, "x");
        List<Band> bands = List.of(
                new Band(95, OptionalDouble.of(from), OptionalDouble.of(to)),
                new Band(80, OptionalDouble.empty(), OptionalDouble.empty()));
        Markup page = new Markup();
        SvgRenderer.draw(
                new IntervalChart(estimate, List.of(), bands, NumberFormats.of(Language.VI)),
                page,
                attribute("aria-label", "x"));
        return page.toString();
    }

    private static List<String> ticks(String drawing) {
        return Pattern.compile("<text class=\"tick[^>]*>([^<]*)<")
                .matcher(drawing)
                .results()
                .map(tick -> tick.group(1))
                .collect(Collectors.toList());
    }
}
