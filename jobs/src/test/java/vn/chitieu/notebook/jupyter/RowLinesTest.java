package vn.chitieu.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.SvgDocument;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.text.Language;

class RowLinesTest {

    private static final MartReader MARTS = SampleProgramme.provincial();

    private static Table rows(String... periods) {
        return Table.create(
                StringColumn.create("period", periods),
                StringColumn.create("activity_code", "_T", "S1", "_T"),
                StringColumn.create("area", "a", "b", "a"),
                DoubleColumn.create("growth_pct", new double[] {7.5, Double.NaN, 8.25}));
    }

    @Test
    void drawsOneLineForEachValueOfAColumnAndLeavesOutWhatIsMissing() {
        CategoryChart chart =
                RowLines.of(rows("2023", "2023", "2024"), "period", "growth_pct", "area", Language.EN, MARTS);

        assertThat(chart.categories()).containsExactly("2023", "2024");
        assertThat(chart.series()).hasSize(2);
        assertThat(chart.series().get(0).name()).isEqualTo("a");
        assertThat(chart.series().get(0).values()).containsExactly(OptionalDouble.of(7.5), OptionalDouble.of(8.25));
        assertThat(chart.series().get(1).isEmpty()).isTrue();
        assertThat(SvgDocument.of(chart, "growth")).contains("8.25");
    }

    @Test
    void aCodeOfADimensionHasItsNameInTheLanguage() {
        CategoryChart chart =
                RowLines.of(rows("2023", "2023", "2024"), "period", "growth_pct", "activity_code", Language.VI, MARTS);

        assertThat(chart.series().get(0).name()).isNotEqualTo("_T").isNotEmpty();
    }

    @Test
    void twoRowsForOnePlaceOfALineAreRefusedAndNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RowLines.of(rows("2023", "2023", "2023"), "period", "growth_pct", "area", Language.EN, MARTS))
                .withMessage("Expecting one row for each period and area but there are two of 2023 and a");
    }
}
