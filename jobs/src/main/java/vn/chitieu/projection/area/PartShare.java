package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.StudentDistribution;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.AccountIdentities.Sum;
import vn.chitieu.projection.series.SeriesHistory;

/**
 * How a total is divided between two parts that cannot be projected by themselves: by their last known shares, which
 * move like a random walk on log odds.
 *
 * <p>What else the total holds keeps its last share. The walk goes from the middle of the months of the last shares to
 * the middle of the months divided, by {@value #DEVIATION} a year: Hậu Giang's domestic revenue made 88.7 % of both in
 * 2022, 90.5 % in the first half of 2023 and 91.6 % in the plan of 2025, changes of 0.2 and 0.1 a year.
 *
 * @param sum the total and its two parts, in one unit
 * @param share of {@code first} in both parts, above 0 and below 1
 * @param other what the total holds besides them, as a part of it
 * @param known that the shares are of
 * @param months from January of the year projected that all three are known of; 0 if none is
 * @param toDate of the three in those months; zeros if there are none
 * @param pasts of the two parts
 */
record PartShare(
        Sum sum,
        int year,
        double share,
        double other,
        ReportingPeriod known,
        int months,
        List<Double> toDate,
        List<Past> pasts)
        implements Serializable {

    /** The code of the method. */
    static final String METHOD = "share_of_total";

    private static final double DEVIATION = 0.25;

    /** Of Student's distribution, for the deviation is taken from three changes. */
    private static final double DEGREES_OF_FREEDOM = 3;

    private static final int MOST_YEARS = 3;
    private static final int MONTHS = 12;

    PartShare {
        toDate = List.copyOf(toDate);
        pasts = List.copyOf(pasts);
    }

    /**
     * Returns the divisions of an area's totals that have two parts, where figures of the last {@value #MOST_YEARS}
     * years give their shares.
     *
     * @param projected the year projected
     * @param histories of the area, until then
     */
    static List<PartShare> of(String areaCode, ReportingPeriod projected, Map<SeriesId, SeriesHistory> histories) {
        List<PartShare> shares = new ArrayList<>();
        for (Sum sum : AccountIdentities.sums(areaCode)) {
            SeriesHistory total = histories.get(sum.total());
            SeriesHistory first = histories.get(sum.parts().get(0));
            SeriesHistory second = histories.get(sum.parts().get(1));
            if (sum.parts().size() == 2
                    && total != null
                    && first != null
                    && second != null
                    && total.facts().aggregation() == Aggregation.SUM
                    && !AccountIdentities.isGrossProduct(sum.parts().get(0))) {
                last(sum, projected, total, first, second).ifPresent(shares::add);
            }
        }
        return shares;
    }

    private static Optional<PartShare> last(
            Sum sum, ReportingPeriod projected, SeriesHistory total, SeriesHistory first, SeriesHistory second) {
        int year = projected.period().year();
        for (int y = year; y >= year - MOST_YEARS; y--) {
            for (int month = MONTHS; month > 0; month--) {
                OptionalDouble all = toDate(total, y, month);
                OptionalDouble one = toDate(first, y, month);
                OptionalDouble two = toDate(second, y, month);
                if (all.isEmpty() || (one.isEmpty() && two.isEmpty())) {
                    continue;
                }
                double whole = all.getAsDouble();
                double a = one.orElse(whole - two.orElse(0));
                double b = two.orElse(whole - a);
                if (a > 0 && b > 0 && a + b <= whole * (1 + 1e-9)) {
                    boolean isOfYear = y == year && month < MONTHS;
                    return Optional.of(new PartShare(
                            sum,
                            year,
                            a / (a + b),
                            Math.max(0, 1 - (a + b) / whole),
                            new ReportingPeriod(
                                    month == MONTHS ? Period.ofYear(y) : total.periodUntil(y, month), projected.year()),
                            isOfYear ? month : 0,
                            isOfYear ? List.of(whole, a, b) : List.of(0.0, 0.0, 0.0),
                            List.of(
                                    new Past(first.previousYearValue(), first.pastYears(isOfYear ? month : 0)),
                                    new Past(second.previousYearValue(), second.pastYears(isOfYear ? month : 0)))));
                }
            }
        }
        return Optional.empty();
    }

    private static OptionalDouble toDate(SeriesHistory history, int year, int month) {
        return month == MONTHS ? history.annual(year) : history.toDate(year, month);
    }

    /** Returns the series of the share that divides what is still open. */
    SeriesId shareId() {
        return AccountIdentities.about(sum.parts().get(0), "_of_parts");
    }

    /** Returns that share as a number to draw. */
    SampleNode node() {
        double open = (months + MONTHS) / 2.0;
        Period period = known.period();
        double middle = (period.year() - year) * MONTHS + period.lastMonth() / 2.0;
        return new SampleNode(
                shareId(),
                new StudentDistribution(
                        Math.log(share / (1 - share)),
                        DEVIATION * Math.sqrt((open - middle) / MONTHS),
                        DEGREES_OF_FREEDOM,
                        LinkFunction.LOGIT,
                        0,
                        1),
                new TreeMap<>(),
                false);
    }

    /**
     * Returns what the two parts bring in the year.
     *
     * @param ofTotal the year's total
     * @param ofOpen the share of the first part in what is still open
     */
    double[] divide(double ofTotal, double ofOpen) {
        double both = Math.max(0, ofTotal - toDate.get(0)) * (1 - other);
        return new double[] {toDate.get(1) + both * ofOpen, toDate.get(2) + both * (1 - ofOpen)};
    }

    /**
     * Returns the projection of one of the two parts.
     *
     * @param part 0 or 1
     */
    SeriesProjection projection(int part, double point, PredictiveDistribution distribution, SeriesProjection total) {
        Period period = known.period();
        Double ytd = months == 0 ? null : toDate.get(part + 1);
        return new SeriesProjection(
                sum.parts().get(part),
                year,
                total.unitCode(),
                months == 0 ? Frequency.A : period.frequency(),
                Aggregation.SUM,
                new KnownPart(months == 0 ? null : period, months == 0 ? 0 : period.index(), ytd),
                new Forecast(ytd == null ? null : Double.valueOf(point - ytd), point, distribution, null),
                pasts.get(part),
                List.of(),
                new ProjectionMethod(
                        METHOD,
                        MethodNote.shareOfTotal(100 * (1 - other) * (part == 0 ? share : 1 - share), known),
                        months == 0 ? MethodNote.NO_FIGURE_OF_THE_YEAR : MethodNote.NOT_COMPARABLE,
                        pasts.get(part).years().size(),
                        months == 0 ? total.method().flag() : "",
                        Basis.NONE),
                ObservationStatus.FORECAST,
                total.vintageDate());
    }
}
