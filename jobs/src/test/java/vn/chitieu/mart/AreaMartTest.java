package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.Ingest;

/** What one area has in the tables that are told area by area. */
class AreaMartTest {

    private static final Path DATASETS = Path.of("../datasets");
    private static final Codelists CODELISTS = Codelists.read(DATASETS);
    private static final AreaMart MART =
            new AreaMart(CODELISTS, RunHistory.none(), new RunStamp("run", LocalDate.of(2025, 6, 30)));

    @Test
    void anAreaHasRowsOfItsOwnInEachOfThem() {
        assertThat(MartTables.ofAreas())
                .allSatisfy(spec -> assertThat(spec.indexOf("area_code")).isNotNegative());

        List<Table> nothing = MART.of(new AreaMart.Made("VN", List.of(), List.of(), List.of(), List.of(), List.of()));

        assertThat(nothing).extracting(Table::spec).isEqualTo(MartTables.ofAreas());
        assertThat(nothing).allSatisfy(table -> assertThat(table.rows()).isEmpty());
    }

    /** Otherwise a figure would be a leaf, or revised, by what the areas before it have. */
    @Test
    void theRowsOfAnAreaDoNotDependOnOtherAreas() {
        Figures figures = Ingest.read(DATASETS, CODELISTS).observations();
        List<Observation> together = figures.ofAreas(figures.areas());

        for (String area : List.of("VN", "VN-HG")) {
            List<Observation> own = together.stream()
                    .filter(figure -> figure.key().areaCode().equals(area))
                    .toList();
            assertThat(rows(figures.of(area))).isNotEmpty().isEqualTo(rows(own));
            assertThat(rows(together)).containsSubsequence(rows(own));
        }
    }

    private static List<List<Object>> rows(List<Observation> figures) {
        return MART.of(new AreaMart.Made("VN", figures, List.of(), List.of(), List.of(), List.of())).stream()
                .flatMap(table -> table.rows().stream())
                .map(List::of)
                .toList();
    }
}
