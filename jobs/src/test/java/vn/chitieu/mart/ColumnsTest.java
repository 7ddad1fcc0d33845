package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.chitieu.mart.Columns.DECIMAL;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.TEXT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.dictionary.Dictionary;
import vn.chitieu.text.LocalizedText;

class ColumnsTest {

    private static final RunStamp STAMP = new RunStamp("r1", LocalDate.of(2025, 7, 9));

    private record Figure(String code, double value, String note) {}

    private static final Columns<Figure> FIGURE = Columns.<Figure>of("figure", "code")
            .required("code", TEXT, Figure::code)
            .optional("value_million", DECIMAL, Figure::value)
            .optional("value", DOUBLE, Figure::value)
            .optional("note", TEXT, Figure::note)
            .optionalText("name", figure -> figure.note().isEmpty() ? null : new LocalizedText("tên", "name"))
            .ofRun();

    @Test
    void everyPublishedColumnHasOneLineInTheDictionaryAndEveryLineAColumn() {
        Set<String> published = new TreeSet<>();
        for (TableSpec spec : MartTables.all()) {
            spec.columns().forEach(column -> published.add(column.name()));
        }

        assertThat(Dictionary.shipped().columnNames()).isEqualTo(published);
    }

    @Test
    void aColumnIsWrittenAsItIsDeclared() {
        assertThat(FIGURE.spec())
                .isEqualTo(new TableSpec(
                        "figure",
                        List.of(
                                Column.required("code", ColumnType.TEXT),
                                Column.optional("value_million", ColumnType.DECIMAL),
                                Column.optional("value", ColumnType.DOUBLE),
                                Column.optional("note", ColumnType.TEXT),
                                Column.optional("name_vi", ColumnType.TEXT),
                                Column.optional("name_en", ColumnType.TEXT),
                                Column.required("run_id", ColumnType.TEXT),
                                Column.required("as_of_date", ColumnType.DATE)),
                        List.of("code")));
        assertThat(FIGURE.table(List.of(new Figure("a", 1.00005, "x")), STAMP)
                        .rows()
                        .get(0))
                .containsExactly(
                        "a", new BigDecimal("1.0000"), 1.00005, "x", "tên", "name", "r1", LocalDate.of(2025, 7, 9));
    }

    @Test
    void anEmptyTextLeavesACellEmptyThatMayBe() {
        assertThat(FIGURE.table(List.of(new Figure("", 2, "")), STAMP).rows().get(0))
                .containsExactly("", new BigDecimal("2.0000"), 2.0, null, null, null, "r1", LocalDate.of(2025, 7, 9));
    }

    @Test
    void aTableTakesTheStampOfTheRunThatPublishesIt() {
        RunStamp later = new RunStamp("r2", LocalDate.of(2025, 8, 1));

        assertThat(Columns.stamped(FIGURE.table(List.of(new Figure("a", 2, "")), STAMP), later)
                        .rows()
                        .get(0))
                .endsWith("r2", LocalDate.of(2025, 8, 1));
    }

    @Test
    void aKeyThatIsNoColumnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Columns.<Figure>of("figure", "code").spec())
                .withMessage("Expecting key column code of figure to be required");
    }
}
