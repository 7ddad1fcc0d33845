package vn.chitieu.attainment;

import static vn.chitieu.observation.PriceBasis.NONE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.SeriesProjector;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.sparse.GrowthReference;
import vn.chitieu.text.LocalizedText;

/**
 * Consumer prices of the United States, all items, all urban consumers, not seasonally adjusted, 1982-84 = 100, as the
 * Bureau of Labor Statistics printed them.
 */
final class ConsumerPrices {

    private static final int FIRST_YEAR = 2022;

    private static final double[][] PRINTED = {
        {281.148, 283.716, 287.504, 289.109, 292.296, 296.311, 296.276, 296.171, 296.808, 298.012, 297.711, 296.797},
        {299.170, 300.840, 301.836, 303.363, 304.127, 305.109, 305.691, 307.026, 307.789, 307.671, 307.051, 306.746},
        {308.417, 310.326, 312.332, 313.548, 314.069, 314.175, 314.540, 314.796, 315.301, 315.664, 315.493, 315.605},
        {317.671, 319.082, 319.799, 320.795, 321.465, 322.561, 323.048, 323.976, 324.800}
    };

    private ConsumerPrices() {}

    static SeriesProjection projected(int later, String last, String... missing) {
        return (SeriesProjection) outcome(later, last, missing);
    }

    /**
     * Returns what became of 2025.
     *
     * @param later by how many years the figures are dated later than they were
     * @param last the last month known, by its new date
     * @param missing months left out, by their new dates
     */
    static SeriesOutcome outcome(int later, String last, String... missing) {
        List<DatedValue> values = new ArrayList<>();
        for (int t = 0; t < 12 * PRINTED.length; t++) {
            Period month = new Period(FIRST_YEAR + later + t / 12, Frequency.M, t % 12 + 1);
            boolean isKnown = t % 12 < PRINTED[t / 12].length
                    && month.toString().compareTo(last) <= 0
                    && !Arrays.asList(missing).contains(month.toString());
            if (isKnown) {
                values.add(new DatedValue(
                        month,
                        Accumulation.PERIOD,
                        PRINTED[t / 12][t % 12],
                        ObservationStatus.FINAL,
                        ReportingYear.CALENDAR.end(month).plusDays(14),
                        Origin.PUBLISHED));
            }
        }
        LocalDate day = ReportingYear.CALENDAR.end(Period.parse(last)).plusDays(20);
        Indicator facts = new Indicator(
                "cpi",
                LocalizedText.same("cpi"),
                "index_100",
                IndicatorKind.INDEX,
                Aggregation.MEAN,
                0,
                Double.POSITIVE_INFINITY,
                false,
                "");
        return SeriesProjector.project(
                new SeriesInput(new SeriesId("VN-XX", "cpi", "_T", NONE), facts, values),
                2025,
                day,
                PooledTables.shipped(),
                GrowthReference.none());
    }

    /** Returns a target of the growth of average prices. */
    static Target target(TargetComparator comparator, double pct) {
        return Programmes.target("4", Measure.GROWTH_YEAR, "cpi", "_T", "pct", comparator, pct, null);
    }
}
