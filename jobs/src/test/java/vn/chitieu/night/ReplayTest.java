package vn.chitieu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.projection.area.CarriedAreas;

/** What is remembered from one set of figures to the next changes no number. */
@NullUnmarked // no session: a replay runs in its process
class ReplayTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Set<String> AREAS = Set.of("VN", "PH", "VN-HG");

    private static DayStages stages(Codelists codelists) throws IOException {
        List<Programme> programmes = List.of(
                programme("viet-nam-2025", codelists),
                programme("philippines-2025", codelists),
                programme("hau-giang-2025", codelists));
        return new DayStages(
                new NightListener() {}, null, DATASETS, codelists, programmes, () -> CarriedAreas.of("", Map.of()));
    }

    private static Programme programme(String id, Codelists codelists) throws IOException {
        return ProgrammeFile.read(DATASETS.resolve("programme/" + id + ".yaml"), codelists.reportingYears());
    }

    private static TrackedQuantities numbers(DayStages stages, Set<String> areas, Replay replay, Figures figures) {
        return TrackedQuantities.together(replay.of(figures, DAY)
                .standing(areas, stages.programmes(), Map.of())
                .values());
    }

    @Test
    void figuresThatCameBeforeChangeNoNumber() throws IOException {
        Codelists codelists = Codelists.read(DATASETS);
        Figures shipped = Ingest.read(DATASETS, codelists).observations();
        DayStages stages = stages(codelists);
        Replay again = new Replay(stages, AREAS);
        TrackedQuantities whole = numbers(stages, AREAS, again, shipped);
        List<Predicate<Observation>> left = List.of(
                figure -> figure.key().indicatorCode().equals("exports"),
                figure -> figure.key().indicatorCode().startsWith("value_added"),
                figure -> figure.key().areaCode().equals("PH")
                        && figure.key().period().year() == 2025);

        for (Predicate<Observation> of : left) {
            Figures without = shipped.where(of.negate());
            TrackedQuantities numbers = numbers(stages, AREAS, again, without);
            assertThat(numbers).isEqualTo(replayed(stages, AREAS, without));
            assertThat(numbers).isNotEqualTo(whole);
        }
        assertThat(numbers(stages, AREAS, again, shipped)).isEqualTo(whole);
    }

    @Test
    void anAreaAloneHasTheNumbersThatItHasAmongOthers() throws IOException {
        Codelists codelists = Codelists.read(DATASETS);
        Figures shipped = Ingest.read(DATASETS, codelists).observations();
        DayStages stages = stages(codelists);

        TrackedQuantities alone = replayed(stages, Set.of("VN-HG"), shipped);

        assertThat(alone.numbers()).hasSizeGreaterThan(50);
        assertThat(replayed(stages, AREAS, shipped).numbers()).containsAllEntriesOf(alone.numbers());
    }

    private static TrackedQuantities replayed(DayStages stages, Set<String> areas, Figures figures) {
        return numbers(stages, areas, new Replay(stages, areas), figures);
    }
}
