package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Indicator.Quotient;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.RebuiltPast;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.GrowthReference;

class AreaProjectorTest {

    private static final Indicator SHARE = SeriesFigures.indicator(
                    "share", "pct", IndicatorKind.RATIO, Aggregation.LAST, 0, 100, "")
            .withQuotients(List.of(new Quotient(false, 100, "meeting", PriceBasis.NONE, List.of("units"))));

    private static SeriesInput stock(String code, String... figures) {
        Indicator facts = SeriesFigures.indicator(code, "units", IndicatorKind.STOCK, Aggregation.LAST, 0, 1e9, "");
        return SeriesFigures.series("XA", facts, PriceBasis.NONE, figures);
    }

    private static double errorScale(SeriesProjection projection) {
        return Objects.requireNonNull(projection.forecast().errorScale());
    }

    private static SeriesInput share(String... figures) {
        return SeriesFigures.series("XA", SHARE, PriceBasis.NONE, figures);
    }

    /** Returns the series with its figures before 2025 rebuilt, as they were printed on the first day of that year. */
    private static SeriesInput rebuilt(SeriesInput own) {
        LocalDate newYear = LocalDate.of(2025, 1, 1);
        return new SeriesInput(
                own.id(),
                own.facts(),
                own.values(),
                new RebuiltPast(
                        newYear,
                        ReportingYear.CALENDAR,
                        own.values().stream()
                                .filter(value -> value.period().year() < newYear.getYear())
                                .toList()));
    }

    private static SeriesProjection projected(SeriesId id, SeriesInput... inputs) {
        return AreaProjector.project(
                        List.of(inputs),
                        2025,
                        LocalDate.of(2025, 7, 31),
                        PooledTables.shipped(),
                        GrowthReference.none())
                .stream()
                .filter(outcome -> outcome.id().equals(id))
                .map(SeriesProjection.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static SeriesProjection ofUnits(SeriesInput share) {
        return projected(
                share.id(),
                stock("meeting", "2023-06 P 600", "2025-06 P 600"),
                share,
                stock("units", "2023-06 P 1000", "2025-06 P 800"));
    }

    /**
     * A share of units that fell in number is walked anew, and a history that is rebuilt widens that walk too: its
     * variance is 1.5 times as large.
     */
    @Test
    void aShareOfFewerUnitsIsAsWideAsItsRebuiltHistoryAsks() {
        SeriesInput own = share("2023-06 P 60", "2024-06 P 66", "2025-06 P 75");
        SeriesProjection plain = ofUnits(own);
        SeriesProjection wide = ofUnits(rebuilt(own));

        assertThat(plain.method().code()).isEqualTo("dated_walk");
        assertThat(plain.method().flag()).isEmpty();
        assertThat(wide.point()).isEqualTo(plain.point());
        assertThat(wide.method().flag()).isEqualTo("rebuilt_history");
        assertThat(errorScale(wide)).isCloseTo(Math.sqrt(1.5) * errorScale(plain), within(1e-12));
    }

    @Test
    void aChangeFromAnUnknownYearIsAsWideAsItsRebuiltHistoryAsks() {
        SeriesInput own = share("2019-12 P 60", "2020-12 P 63", "2021-12 P 64", "2022-12 P 68", "2023-12 P 70");
        SeriesId change = AccountIdentities.about(own.id(), Indicator.CHANGE);

        assertThat(errorScale(projected(change, rebuilt(own))))
                .isCloseTo(Math.sqrt(1.5) * errorScale(projected(change, own)), within(1e-12));
    }
}
