package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.IncompleteYear;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.UniformDistribution;
import vn.chitieu.text.LocalizedText;

/** Projections written down by hand. */
public final class Series {

    private final SeriesId id;
    private final String unit;
    private Frequency frequency = Frequency.A;
    private Aggregation aggregation = Aggregation.SUM;
    private @Nullable Period lastPeriod;
    private int observed;
    private @Nullable Double ytd;
    private double point;
    private @Nullable PredictiveDistribution law;
    private @Nullable Double previous;
    private @Nullable IncompleteYear incomplete;
    private List<PastYear> history = List.of();
    private List<PathPeriod> path = List.of();

    private Series(SeriesId id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    public static Series of(String area, String indicator, String activity, PriceBasis basis, String unit) {
        return new Series(new SeriesId(area, indicator, activity, basis), unit);
    }

    Series ending(double newPoint) {
        point = newPoint;
        return this;
    }

    public Series between(double from, double to) {
        law = new UniformDistribution(from, to);
        point = (from + to) / 2;
        return this;
    }

    public Series lastYear(double value) {
        previous = value;
        return this;
    }

    Series lastYearWithout(String... periods) {
        incomplete =
                new IncompleteYear(Arrays.stream(periods).map(Period::parse).toList(), 12, 0, 1);
        return this;
    }

    Series stock() {
        return aggregated(Aggregation.LAST);
    }

    Series aggregated(Aggregation newAggregation) {
        aggregation = newAggregation;
        return this;
    }

    public Series history(PastYear... years) {
        history = List.of(years);
        return this;
    }

    public Series toDate(String period, double value) {
        lastPeriod = Period.parse(period);
        frequency = lastPeriod.frequency();
        observed = lastPeriod.index();
        ytd = value;
        return this;
    }

    /** Sets the quarters of the year: the first {@code known} of them are figures, the others projected. */
    public Series quarters(int known, double[] values, double[] lastYear) {
        return periods(Frequency.Q, known, values, lastYear);
    }

    /**
     * Sets all periods of the year and of the one before: the first {@code known} are figures, the others projected.
     */
    Series periods(Frequency newFrequency, int known, double[] values, double[] lastYear) {
        List<PathPeriod> periods = new ArrayList<>();
        for (int i = 1; i <= values.length; i++) {
            periods.add(new PathPeriod(
                    new Period(2025, newFrequency, i),
                    i <= known,
                    values[i - 1],
                    lastYear[i - 1],
                    aggregation.annual(values, 0, i),
                    null));
        }
        path = periods;
        frequency = newFrequency;
        observed = known;
        ytd = known == 0 ? null : Double.valueOf(aggregation.toDate(values, known));
        lastPeriod = known == 0 ? null : new Period(2025, newFrequency, known);
        return this;
    }

    /** Sets growth rates to date as the path of a growth series, which has no year to date. */
    Series growthToDate(String period, double pct) {
        toDate(period, pct);
        ytd = null;
        aggregation = Aggregation.LAST;
        path = List.of(new PathPeriod(Period.parse(period), true, pct, null, pct, null));
        return this;
    }

    Series path(PathPeriod... periods) {
        path = List.of(periods);
        return this;
    }

    public SeriesProjection projected() {
        return new SeriesProjection(
                id,
                2025,
                unit,
                frequency,
                aggregation,
                new KnownPart(lastPeriod, observed, ytd),
                new Forecast(ytd == null ? null : Double.valueOf(point - ytd), point, law, null),
                new Past(previous, history, incomplete),
                path,
                new ProjectionMethod(
                        "combination",
                        new MethodNote("combination", new LocalizedText("bằng tay", "by hand")),
                        MethodNote.NONE,
                        history.size(),
                        lastPeriod == null ? "no_data_this_year" : "",
                        Basis.NONE),
                ObservationStatus.ESTIMATE,
                LocalDate.of(2025, 7, 5));
    }
}
