package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.Verdict;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.track.Occasion;
import vn.chitieu.track.Outturn;
import vn.chitieu.track.RunRecord;
import vn.chitieu.track.Sources;
import vn.chitieu.track.Stake;
import vn.chitieu.track.Statement;
import vn.chitieu.track.Statement.ErrorUnit;
import vn.chitieu.track.Subject;
import vn.chitieu.track.TrackEntry;

class ForecastEvaluationTablesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private static Statement stated(String area, String source, boolean isWhole) {
        return new Statement(
                new Subject(
                        new SeriesId(area, "exports", "_T", PriceBasis.CURRENT),
                        2024,
                        "million_usd",
                        isWhole ? "p-2024" : "",
                        isWhole ? "7" : ""),
                new Occasion(
                        isWhole ? Occasion.RUN : Occasion.REPLAY, DAY, Period.parse("2024-S1"), VintageKind.PSEUDO),
                source,
                8.74,
                isWhole ? new Quantiles(1.1, 2.2, 3.3, 4.4, 5.5) : null,
                isWhole ? new Stake(8, 0.9, Verdict.LIKELY) : null,
                new ErrorUnit(0.25, isWhole),
                "combination",
                9);
    }

    /** One with everything and one with nothing that may be left out, and an outturn with and without a target. */
    @Test
    void whatIsHeldOfAnAreaComesOutAsItWasStated() {
        List<TrackEntry> own = List.of(
                new TrackEntry(stated("VN", Sources.OWN, false), null),
                new TrackEntry(stated("VN", Sources.GROWTH_RULE, false), new Outturn(9, DAY, null)),
                new TrackEntry(stated("VN", Sources.OWN, true), new Outturn(9, DAY, true)));
        List<TrackEntry> other = List.of(new TrackEntry(stated("VN-HG", Sources.OWN, false), null));
        try (SortedRuns held = SortedRuns.open()) {
            held.put("VN-HG", ForecastEvaluationTables.packed(other, DAY));
            held.put("VN", ForecastEvaluationTables.packed(own, DAY));
            RunRecord.Stated stated = ForecastEvaluationTables.stated(held);

            assertThat(stated.areas()).containsExactly("VN", "VN-HG");
            assertThat(stated.of("VN").entries()).containsExactlyInAnyOrderElementsOf(own);
            assertThat(stated.of("VN-HG").entries()).isEqualTo(other);
            assertThat(stated.of("VN-ST").entries()).isEmpty();
        }
    }
}
