package vn.chitieu.projection.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator.Quotient;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.FanPath;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.AffineDistribution;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.SampleDistribution;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.AccountIdentities.Balance;

/** Growth, contributions, shares, balances and figures per head, computed in every draw from the levels drawn. */
final class DerivedProjections {

    private static final int MONTHS = 12;

    private static final Set<String> GROWTH = Set.of("growth_of_levels", "growth_of_quotient");

    private final NavigableMap<SeriesId, SeriesProjection> levels;
    private final JointSample sample;
    private final List<SeriesProjection> derived = new ArrayList<>();

    private DerivedProjections(NavigableMap<SeriesId, SeriesProjection> levels, JointSample sample) {
        this.levels = levels;
        this.sample = sample;
    }

    /** Returns what follows from the levels of one area, each series once. */
    static List<SeriesProjection> of(
            NavigableMap<SeriesId, SeriesProjection> levels, JointSample sample, List<QuotientSeries> quotients) {
        if (levels.isEmpty()) {
            return List.of();
        }
        DerivedProjections all = new DerivedProjections(levels, sample);
        String areaCode = levels.firstKey().areaCode();
        all.addAccount(areaCode);
        AccountIdentities.balances(areaCode).forEach(all::addBalance);
        quotients.stream()
                .filter(quotient -> levels.keySet().containsAll(quotient.parts()))
                .forEach(all::addQuotient);
        return all.derived;
    }

    private void addAccount(String areaCode) {
        SeriesId value = AccountIdentities.grossProduct(areaCode, PriceBasis.CURRENT);
        for (SeriesProjection level : levels.values()) {
            if (!AccountIdentities.isGrossProduct(level.id())) {
                continue;
            }
            if (level.id().priceBasis().isConstant()) {
                growth(level).ifPresent(derived::add);
                addContribution(
                        level,
                        AccountIdentities.grossProduct(areaCode, level.id().priceBasis()));
            } else if (isOfUnit(level, levels.get(value)) && !level.id().equals(value)) {
                add(
                        AccountIdentities.about(level.id(), "_share"),
                        "pct",
                        List.of(level.id(), value),
                        v -> 100 * v[0] / v[1],
                        false,
                        "share_of_levels");
            }
        }
    }

    private static boolean isOfUnit(SeriesProjection level, @Nullable SeriesProjection whole) {
        return whole != null && level.unitCode().equals(whole.unitCode());
    }

    private void addBalance(Balance balance) {
        SeriesProjection inflow = levels.get(balance.inflow());
        SeriesProjection outflow = levels.get(balance.outflow());
        if (inflow != null && isOfUnit(inflow, outflow)) {
            add(
                    balance.balance(),
                    inflow.unitCode(),
                    List.of(balance.inflow(), balance.outflow()),
                    v -> v[0] - v[1],
                    true,
                    balance.methodCode());
        }
    }

    private void addQuotient(QuotientSeries series) {
        Quotient quotient = series.quotient();
        SeriesProjection level = combined(
                series.id(),
                series.unitCode(),
                series.parts(),
                quotient::of,
                false,
                quotient.isGrowth() ? "growth_of_quotient" : "quotient");
        Double previous = level.previousYearValue();
        if (!quotient.isGrowth()) {
            derived.add(level);
        } else if (previous != null && previous > 0 && level.distribution() != null) {
            derived.add(rate(
                    level,
                    series.id(),
                    series.unitCode(),
                    new AffineDistribution(level.distribution(), -100, 100 / previous),
                    100 * level.point() / previous - 100,
                    "growth_of_quotient"));
        }
    }

    private void add(
            SeriesId id,
            String unitCode,
            List<SeriesId> parts,
            ToDoubleFunction<double[]> formula,
            boolean isSum,
            String method) {
        derived.add(combined(id, unitCode, parts, formula, isSum, method));
    }

    private SeriesProjection combined(
            SeriesId id,
            String unitCode,
            List<SeriesId> parts,
            ToDoubleFunction<double[]> formula,
            boolean isSum,
            String method) {
        double[][] ofParts = parts.stream().map(sample::of).toArray(double[][]::new);
        double[] values = new double[JointSample.SIZE];
        for (int d = 0; d < values.length; d++) {
            double[] draw = new double[ofParts.length];
            for (int i = 0; i < draw.length; i++) {
                draw[i] = ofParts[i][d];
            }
            values[d] = formula.applyAsDouble(draw);
        }
        return CombinedProjections.of(
                id,
                unitCode,
                parts.stream().map(levels::get).toList(),
                formula,
                isSum,
                SampleDistribution.of(values),
                method);
    }

    /**
     * Returns the growth of a level against the year before; empty if that is not known or the level has no
     * distribution.
     */
    static Optional<SeriesProjection> growth(SeriesProjection level) {
        Double previous = level.previousYearValue();
        PredictiveDistribution distribution = level.distribution();
        if (previous == null
                || !(previous > 0)
                || distribution == null
                || level.id().indicatorCode().endsWith("_growth")) {
            return Optional.empty();
        }
        return Optional.of(rate(
                level,
                AccountIdentities.about(level.id(), "_growth"),
                "pct",
                new AffineDistribution(distribution, -100, 100 / previous),
                100 * level.point() / previous - 100,
                "growth_of_levels"));
    }

    private void addContribution(SeriesProjection level, SeriesId total) {
        SeriesProjection whole = levels.get(total);
        Double previous = level.previousYearValue();
        Double wholeBefore = whole == null ? null : whole.previousYearValue();
        if (previous == null
                || wholeBefore == null
                || !(wholeBefore > 0)
                || level.id().equals(total)
                || !isOfUnit(level, whole)) {
            return;
        }
        SeriesProjection growth = rate(
                level,
                AccountIdentities.about(level.id(), "_contribution"),
                "pct_points",
                new AffineDistribution(
                        sample.distribution(level.id()), -100 * previous / wholeBefore, 100 / wholeBefore),
                100 * (level.point() - previous) / wholeBefore,
                "contribution_of_levels");
        derived.add(growth);
    }

    private static SeriesProjection rate(
            SeriesProjection level,
            SeriesId id,
            String unitCode,
            PredictiveDistribution distribution,
            double point,
            String method) {
        boolean isGrowth = GROWTH.contains(method);
        List<PastYear> history = isGrowth ? growthBefore(level.history()) : List.of();
        Double before = history.isEmpty() || history.get(history.size() - 1).year() != level.year() - 1
                ? null
                : Double.valueOf(history.get(history.size() - 1).annual());
        return new SeriesProjection(
                id,
                level.year(),
                unitCode,
                level.frequency(),
                Aggregation.LAST,
                new KnownPart(level.lastPeriod(), level.observedPeriods(), null, level.interpolated()),
                new Forecast(
                        null,
                        point,
                        level.distribution() instanceof KnownValue ? new KnownValue(point) : distribution,
                        null),
                new Past(before, history),
                isGrowth ? growthPath(level, distribution) : List.of(),
                new ProjectionMethod(
                        method,
                        level.method().used(),
                        level.method().fallbackReason(),
                        level.method().historyYears(),
                        level.method().flag(),
                        Basis.NONE),
                level.status(),
                level.vintageDate());
    }

    private static List<PastYear> growthBefore(List<PastYear> levels) {
        List<PastYear> growth = new ArrayList<>();
        for (int i = 1; i < levels.size(); i++) {
            PastYear now = levels.get(i);
            PastYear before = levels.get(i - 1);
            if (before.year() == now.year() - 1 && before.annual() > 0) {
                Double ytd = now.ytd() == null || before.ytd() == null || !(before.ytd() > 0)
                        ? null
                        : Double.valueOf(100 * now.ytd() / before.ytd() - 100);
                growth.add(new PastYear(now.year(), ytd, 100 * now.annual() / before.annual() - 100));
            }
        }
        return growth;
    }

    /**
     * Returns the growth of each period and of the year up to it. What the year before had brought by then is added up
     * from its periods and made to agree with its value at the same point of the year and at its end, as published or
     * revised since: its periods may be of older editions.
     */
    private static List<PathPeriod> growthPath(SeriesProjection level, PredictiveDistribution distribution) {
        List<PathPeriod> path = level.path();
        if (path.isEmpty()) {
            return List.of();
        }
        double[] lastYear = new double[path.size()];
        for (int i = 0; i < lastYear.length; i++) {
            Double value = path.get(i).lastYearValue();
            if (value == null || !(value > 0)) {
                return List.of();
            }
            lastYear[i] = value;
        }
        double[] before = upToEach(level, lastYear);
        List<PathPeriod> growth = new ArrayList<>();
        for (int i = 0; i < lastYear.length; i++) {
            PathPeriod period = path.get(i);
            growth.add(new PathPeriod(
                    period.period(),
                    period.isKnown(),
                    100 * period.value() / lastYear[i] - 100,
                    null,
                    100 * period.cumulated() / before[i] - 100,
                    null));
        }
        return FanPath.withLastLines(growth, distribution);
    }

    private static double[] upToEach(SeriesProjection level, double[] lastYear) {
        List<PathPeriod> path = level.path();
        double[] before = Accumulating.of(path).of(lastYear);
        int last = before.length - 1;
        int known = (int) path.stream().takeWhile(PathPeriod::isKnown).count() - 1;
        double atKnown = known < 0 ? 1 : toDate(level, before[known]) / before[known];
        Double annual = level.previousYearValue();
        boolean isOfYear = path.get(last).period().lastMonth() == MONTHS && annual != null && annual > 0;
        double atEnd = isOfYear && annual != null ? annual / before[last] : atKnown;
        for (int i = 0; i <= last; i++) {
            double open = known == last ? 1 : Math.max(0, i - known) / (double) (last - known);
            before[i] *= known < 0 ? atEnd : atKnown + open * (atEnd - atKnown);
        }
        return before;
    }

    private static double toDate(SeriesProjection level, double otherwise) {
        return level.history().stream()
                .filter(past -> past.year() == level.year() - 1)
                .map(PastYear::ytd)
                .filter(ytd -> ytd != null && ytd > 0)
                .findFirst()
                .orElse(otherwise);
    }

    /** How the periods of a path make its cumulated values, which a quotient of a sum and a mean does not say. */
    private enum Accumulating {
        SUM,
        MEAN,
        LAST;

        /** Returns what comes closest to the end of a path. */
        static Accumulating of(List<PathPeriod> path) {
            double[] values = path.stream().mapToDouble(PathPeriod::value).toArray();
            int last = values.length - 1;
            double end = path.get(last).cumulated();
            return Arrays.stream(values())
                    .min(Comparator.comparingDouble(way -> Math.abs(way.of(values)[last] - end)))
                    .orElseThrow();
        }

        double[] of(double[] values) {
            double[] cumulated = new double[values.length];
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i];
                cumulated[i] = switch (this) {
                    case SUM -> sum;
                    case MEAN -> sum / (i + 1);
                    case LAST -> values[i];
                };
            }
            return cumulated;
        }
    }
}
