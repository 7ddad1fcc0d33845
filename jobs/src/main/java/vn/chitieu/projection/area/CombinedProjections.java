package vn.chitieu.projection.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Vintages;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.FanPath;
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
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/** Projections made of others by one formula that holds for the year, for its periods and for earlier years alike. */
final class CombinedProjections {

    private CombinedProjections() {}

    /**
     * Returns the projection.
     *
     * @param parts at least one, of one year
     * @param formula of one value for each part, in their order
     * @param isSum whether amounts of periods make that of the year
     * @param distribution of the result; where every part is known the result is, whatever stands here
     */
    static SeriesProjection of(
            SeriesId id,
            String unitCode,
            List<SeriesProjection> parts,
            ToDoubleFunction<double[]> formula,
            boolean isSum,
            @Nullable PredictiveDistribution distribution,
            String methodCode) {
        SeriesProjection least = parts.stream()
                .min(Comparator.comparingInt(part -> KnowledgeRank.of(part).month()))
                .orElseThrow();
        int month = KnowledgeRank.of(least).month();
        double point = formula.applyAsDouble(
                parts.stream().mapToDouble(SeriesProjection::point).toArray());
        boolean isKnown = parts.stream().allMatch(part -> part.distribution() instanceof KnownValue);
        Double ytd = isSum && month > 0 ? value(parts, SeriesProjection::ytd, formula, month) : null;
        List<PathPeriod> path = path(parts, formula, isSum, distribution);
        LocalDate vintage = parts.stream()
                .map(SeriesProjection::vintageDate)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new SeriesProjection(
                id,
                least.year(),
                unitCode,
                month == 0 ? Frequency.A : least.frequency(),
                isSum ? Aggregation.SUM : Aggregation.LAST,
                new KnownPart(
                        month == 0 ? null : least.lastPeriod(),
                        month == 0 ? 0 : least.observedPeriods(),
                        ytd,
                        interpolated(parts)),
                new Forecast(
                        ytd == null ? null : Double.valueOf(point - ytd),
                        point,
                        isKnown ? new KnownValue(point) : distribution,
                        null),
                new Past(
                        value(parts, SeriesProjection::previousYearValue, formula, -1),
                        history(parts, formula),
                        incomplete(parts)),
                path,
                new ProjectionMethod(
                        methodCode,
                        MethodNote.fromParts(methodCode),
                        MethodNote.NONE,
                        parts.stream()
                                .mapToInt(projection -> projection.method().historyYears())
                                .min()
                                .orElse(0),
                        least.method().flag(),
                        Basis.NONE),
                isKnown ? leastFirm(parts) : ObservationStatus.FORECAST,
                vintage);
    }

    /** Returns the status of what follows from known parts: what follows from an estimate is one. */
    private static ObservationStatus leastFirm(List<SeriesProjection> parts) {
        return parts.stream()
                .map(SeriesProjection::status)
                .max(Comparator.comparingInt(Vintages::firmness))
                .orElseThrow();
    }

    private static List<Period> interpolated(List<SeriesProjection> parts) {
        return parts.stream()
                .flatMap(part -> part.interpolated().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns what is missing of last year of the part that knows least of it; its error is that of the part. */
    private static @Nullable IncompleteYear incomplete(List<SeriesProjection> parts) {
        return parts.stream()
                .map(SeriesProjection::incompleteLastYear)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(IncompleteYear::known))
                .orElse(null);
    }

    /** Returns the sum of parts, without a distribution yet. */
    static SeriesProjection sum(SeriesId id, List<SeriesProjection> parts) {
        return of(id, parts.get(0).unitCode(), parts, CombinedProjections::total, true, null, "sum_of_parts");
    }

    static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private interface Value {

        @Nullable
        Double of(SeriesProjection projection);
    }

    private static @Nullable Double value(
            List<SeriesProjection> parts, Value of, ToDoubleFunction<double[]> formula, int month) {
        double[] values = new double[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = of.of(parts.get(i));
            if (value == null || (month >= 0 && KnowledgeRank.of(parts.get(i)).month() != month)) {
                return null;
            }
            values[i] = value;
        }
        return finite(formula.applyAsDouble(values));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static List<PastYear> history(List<SeriesProjection> parts, ToDoubleFunction<double[]> formula) {
        TreeMap<Integer, List<PastYear>> byYear = new TreeMap<>();
        for (SeriesProjection part : parts) {
            part.history().forEach(past -> byYear.computeIfAbsent(past.year(), y -> new ArrayList<>())
                    .add(past));
        }
        List<PastYear> history = new ArrayList<>();
        for (Map.Entry<Integer, List<PastYear>> year : byYear.entrySet()) {
            List<PastYear> past = year.getValue();
            if (past.size() != parts.size()) {
                continue;
            }
            double annual = formula.applyAsDouble(
                    past.stream().mapToDouble(PastYear::annual).toArray());
            Double ytd = null;
            if (past.stream().allMatch(p -> p.ytd() != null)) {
                ytd = finite(formula.applyAsDouble(past.stream()
                        .mapToDouble(p -> p.ytd() == null ? 0 : p.ytd())
                        .toArray()));
            }
            if (Double.isFinite(annual)) {
                history.add(new PastYear(year.getKey(), ytd, annual));
            }
        }
        return history;
    }

    private static List<PathPeriod> path(
            List<SeriesProjection> parts,
            ToDoubleFunction<double[]> formula,
            boolean isSum,
            @Nullable PredictiveDistribution distribution) {
        List<PathPeriod> first = parts.get(0).path();
        for (SeriesProjection part : parts) {
            if (part.path().size() != first.size()) {
                return List.of();
            }
            for (int i = 0; i < first.size(); i++) {
                if (!part.path().get(i).period().equals(first.get(i).period())) {
                    return List.of();
                }
            }
        }
        List<PathPeriod> path = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            int at = i;
            List<PathPeriod> periods =
                    parts.stream().map(part -> part.path().get(at)).toList();
            double value = formula.applyAsDouble(
                    periods.stream().mapToDouble(PathPeriod::value).toArray());
            double cumulated = formula.applyAsDouble(
                    periods.stream().mapToDouble(PathPeriod::cumulated).toArray());
            if (!Double.isFinite(value) || !Double.isFinite(cumulated)) {
                return List.of();
            }
            boolean hasLastYear = periods.stream().allMatch(p -> p.lastYearValue() != null);
            Double lastYear = hasLastYear
                    ? finite(formula.applyAsDouble(periods.stream()
                            .mapToDouble(p -> p.lastYearValue() == null ? 0 : p.lastYearValue())
                            .toArray()))
                    : null;
            path.add(new PathPeriod(
                    first.get(i).period(),
                    periods.stream().allMatch(PathPeriod::isKnown),
                    value,
                    lastYear,
                    cumulated,
                    null));
        }
        return isSum ? FanPath.withLines(path, distribution) : FanPath.withLastLines(path, distribution);
    }
}
