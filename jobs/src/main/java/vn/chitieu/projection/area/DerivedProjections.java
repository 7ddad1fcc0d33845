package vn.chitieu.projection.area;

import java.util.ArrayList;
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

/** Growth, contributions, shares, balance and figures per head, computed in every draw from the levels drawn. */
final class DerivedProjections {

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
        all.addBalance(areaCode);
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

    private void addBalance(String areaCode) {
        List<SeriesId> sides =
                List.of(AccountIdentities.current(areaCode, "exports"), AccountIdentities.current(areaCode, "imports"));
        SeriesProjection exports = levels.get(sides.get(0));
        if (exports != null && levels.containsKey(sides.get(1))) {
            add(
                    AccountIdentities.current(areaCode, "trade_balance"),
                    exports.unitCode(),
                    sides,
                    v -> v[0] - v[1],
                    true,
                    "exports_less_imports");
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

    private static List<PathPeriod> growthPath(SeriesProjection level, PredictiveDistribution distribution) {
        List<PathPeriod> path = new ArrayList<>();
        double before = 0;
        for (PathPeriod period : level.path()) {
            Double lastYear = period.lastYearValue();
            if (lastYear == null || !(lastYear > 0)) {
                return List.of();
            }
            before += lastYear;
            path.add(new PathPeriod(
                    period.period(),
                    period.isKnown(),
                    100 * period.value() / lastYear - 100,
                    null,
                    100 * period.cumulated() / before - 100,
                    null));
        }
        return FanPath.withLastLines(path, distribution);
    }
}
