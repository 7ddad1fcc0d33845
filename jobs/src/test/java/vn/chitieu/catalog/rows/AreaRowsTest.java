package vn.chitieu.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.TableSpec;

@NullUnmarked // class files keep no @Nullable inside generics
class AreaRowsTest {

    private static final TableSpec SPEC = new TableSpec(
            "sample",
            List.of(Column.required("variable", ColumnType.TEXT), Column.required("area_code", ColumnType.TEXT)),
            List.of("variable"));

    private static List<String> variables(SortedRuns runs, String area) {
        List<String> variables = new ArrayList<>();
        runs.rows(SPEC, area).forEachRemaining(row -> variables.add(row[0].toString()));
        return variables;
    }

    /** The key names series of VN before those of VN-HG, and a target of VN's programme behind both. */
    @Test
    void rowsOfAnAreaComeTogetherWhereverTheyStood() {
        try (SortedRuns runs = SortedRuns.open()) {
            try (AreaRows rows = new AreaRows(SPEC, runs)) {
                rows.accept(new Object[] {"VN-HG.exports", "VN-HG"});
                rows.accept(new Object[] {"VN-HG.imports", "VN-HG"});
                rows.accept(new Object[] {"VN.exports", "VN"});
                rows.accept(new Object[] {"hau-giang-2025.1", "VN-HG"});
                rows.accept(new Object[] {"viet-nam-2025.1", "VN"});
            }

            assertThat(runs.areas(SPEC)).containsExactly("VN", "VN-HG");
            assertThat(variables(runs, "VN")).containsExactly("VN.exports", "viet-nam-2025.1");
            assertThat(variables(runs, "VN-HG")).containsExactly("VN-HG.exports", "VN-HG.imports", "hau-giang-2025.1");
        }
    }

    /** An area of more rows than are held as objects comes in two packs. */
    @Test
    void allRowsOfALargeAreaAreHeld() {
        int many = AreaRows.MOST_ROWS + 1;
        try (SortedRuns runs = SortedRuns.open()) {
            try (AreaRows rows = new AreaRows(SPEC, runs)) {
                for (int i = 0; i < many; i++) {
                    rows.accept(new Object[] {String.valueOf(100_000 + i), "VN"});
                }
                assertThat(runs.size(SPEC)).isEqualTo(AreaRows.MOST_ROWS);
            }

            assertThat(variables(runs, "VN")).hasSize(many).isSorted();
        }
    }

    @Test
    void aTableWithoutAreasIsRefused() {
        TableSpec none = new TableSpec("none", List.of(Column.required("code", ColumnType.TEXT)), List.of("code"));
        try (SortedRuns runs = SortedRuns.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AreaRows(none, runs))
                    .withMessage("Expecting a column of none but was 'area_code'");
        }
    }
}
