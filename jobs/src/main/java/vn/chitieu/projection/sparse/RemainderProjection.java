package vn.chitieu.projection.sparse;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.StudentDistribution;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.text.LocalizedText;

/**
 * Projects a flow of which only a few cumulated figures are known, from the growth of its year to date.
 *
 * <p>With Y the amount to date and R the rest of the year: ln(R / R before) − normal = alpha + beta (ln(Y / Y before) −
 * normal). The year before may be missing once; growth is then over two years.
 */
public final class RemainderProjection {

    private static final double DISCOUNT = 0.85;
    private static final int MOST_GAP = 2;
    private static final double ALPHA_DEVIATION = 0.03;
    private static final double NORMAL_DEVIATION = 0.03;

    /** Makes the 80 percent quantile of absolute errors a standard deviation. */
    private static final double NORMAL_80 = 1.2816;

    private final SeriesHistory history;
    private final int month;

    private RemainderProjection(SeriesHistory history, int month) {
        this.history = history;
        this.month = month;
    }

    /** The parts of a year and the years since the one that it is compared with. */
    private record Step(int year, int gap, double toDate, double toDateBefore, double restBefore) {

        double growthSoFar() {
            return Math.log(toDate / toDateBefore);
        }
    }

    /**
     * Returns the projection; empty if no amount of this year can be compared with one of a complete earlier year, or
     * if the series has been negative: a balance has no growth.
     */
    public static Optional<SeriesProjection> project(
            SeriesHistory history, PooledTables tables, GrowthReference reference) {
        int month = history.lastMonth();
        boolean hasNegatives = history.input().values().stream().anyMatch(value -> value.value() < 0);
        if (history.facts().aggregation() != Aggregation.SUM || month == 0 || hasNegatives) {
            return Optional.empty();
        }
        RemainderProjection method = new RemainderProjection(history, month);
        return method.step(history.year()).map(step -> method.project(step, tables, reference));
    }

    private Optional<Step> step(int year) {
        OptionalDouble toDate = history.toDate(year, month);
        for (int gap = 1; gap <= MOST_GAP && toDate.isPresent() && toDate.getAsDouble() > 0; gap++) {
            OptionalDouble before = history.toDate(year - gap, month);
            OptionalDouble annualBefore = history.annual(year - gap);
            if (before.isPresent() && annualBefore.isPresent()) {
                double rest = annualBefore.getAsDouble() - before.getAsDouble();
                return before.getAsDouble() > 0 && rest > 0
                        ? Optional.of(new Step(year, gap, toDate.getAsDouble(), before.getAsDouble(), rest))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private SeriesProjection project(Step step, PooledTables tables, GrowthReference reference) {
        double normal = normalGrowth(reference);
        GrowthReference.PassThrough passThrough = reference.passThrough(history.input(), month);
        double annualBefore = step.toDateBefore() + step.restBefore();
        double annualSpread = tables.oneYearHistory().at(month / 3.0)[1] / NORMAL_80;
        RemainderRegression fit = RemainderRegression.fit(
                pairs(normal),
                passThrough.share(),
                annualSpread * annualBefore / step.restBefore(),
                RemainderRegression.PRIOR_PAIRS,
                ALPHA_DEVIATION);
        double soFar = step.growthSoFar() - step.gap() * normal;
        double rest = step.restBefore() * Math.exp(step.gap() * normal + fit.rest(soFar));
        double point = step.toDate() + rest;
        double scale = rest / point * fit.spread() * Math.sqrt(fit.inflation(soFar));
        double floor = history.facts().minimum() >= 0 ? step.toDate() : 0;
        PredictiveDistribution distribution = new StudentDistribution(
                Math.log(point), scale, fit.degreesOfFreedom(), LinkFunction.LOG, floor, Double.POSITIVE_INFINITY);
        Period last = history.periodUntil(month);
        int years = history.pastYears(month).size();
        return new SeriesProjection(
                history.input().id(),
                history.year(),
                history.facts().unitCode(),
                last.frequency(),
                Aggregation.SUM,
                new KnownPart(last, last.index(), step.toDate()),
                new Forecast(rest, point, distribution, scale),
                history.past(month),
                List.of(),
                new ProjectionMethod(
                        "remainder_regression",
                        MethodNote.passThrough(
                                "remainder_regression",
                                fit.beta(),
                                passThrough.share(),
                                passThrough.measured(),
                                100 * Math.expm1(normal),
                                LocalizedText.EMPTY),
                        MethodNote.PERIODS_MISSING,
                        years,
                        "",
                        Basis.NONE),
                ObservationStatus.FORECAST,
                history.vintageDate());
    }

    private List<RemainderRegression.Pair> pairs(double normal) {
        List<RemainderRegression.Pair> pairs = new ArrayList<>();
        for (int year : history.annualBefore().keySet()) {
            Optional<Step> step = step(year);
            if (step.isPresent()) {
                double annual = history.annual(year).orElseThrow();
                double rest = annual - step.get().toDate();
                if (rest > 0) {
                    int gap = step.get().gap();
                    pairs.add(new RemainderRegression.Pair(
                            step.get().growthSoFar() - gap * normal,
                            Math.log(rest / step.get().restBefore()) - gap * normal,
                            Math.pow(DISCOUNT, history.year() - 1 - year)));
                }
            }
        }
        return pairs;
    }

    /** Returns normal yearly growth in logarithms; own growth is taken for less where there is no panel. */
    private double normalGrowth(GrowthReference reference) {
        double[] own = growth(history.annualBefore());
        OptionalDouble panel = reference.nationalLogGrowth(history.input());
        if (panel.isPresent()) {
            return NormalGrowth.drawn(own, new double[] {panel.getAsDouble()}, NORMAL_DEVIATION, NormalGrowth.SPREAD)
                    .getAsDouble();
        }
        return own.length == 0 ? 0 : OrderStatistics.mean(own) * own.length / (own.length + 1);
    }

    private static double[] growth(NavigableMap<Integer, Double> annual) {
        List<Double> growth = new ArrayList<>();
        annual.forEach((year, value) -> {
            Double before = annual.get(year - 1);
            if (before != null && before > 0 && value > 0) {
                growth.add(Math.log(value / before));
            }
        });
        return growth.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
