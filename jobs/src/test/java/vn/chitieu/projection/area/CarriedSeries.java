package vn.chitieu.projection.area;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.GrowthReference;

/** Series of a province for tests, written as text, and what becomes of them in 2025. */
final class CarriedSeries {

    static final String AREA = "VN-HG";
    private static final int YEAR = 2025;

    private CarriedSeries() {}

    /** Returns rates of growth in percent, of one activity and price basis. */
    static SeriesInput growth(String code, String activity, PriceBasis basis, String... figures) {
        return of(SeriesFigures.growth(code + "_growth", code), activity, basis, figures);
    }

    static SeriesInput share(String code, String activity, String... figures) {
        return of(
                SeriesFigures.indicator(code + "_share", "pct", IndicatorKind.SHARE, null, 0, 100, code),
                activity,
                PriceBasis.CURRENT,
                figures);
    }

    static SeriesInput contribution(String activity, String... figures) {
        Indicator facts = SeriesFigures.indicator(
                "value_added_contribution", "pct_points", IndicatorKind.CONTRIBUTION, null, -100, 100, "value_added");
        return of(facts, activity, PriceBasis.CONSTANT_2010, figures);
    }

    static SeriesInput amount(String code, String... figures) {
        return of(SeriesFigures.flow(code, 0), "_T", PriceBasis.CURRENT, figures);
    }

    static SeriesInput level(String code, String activity, PriceBasis basis, String... figures) {
        return of(SeriesFigures.flow(code, 0), activity, basis, figures);
    }

    static SeriesInput perHead(String... figures) {
        return of(
                SeriesFigures.indicator(
                        "grdp_per_capita",
                        AccountIdentities.PER_HEAD_UNIT,
                        IndicatorKind.LEVEL_PER_CAPITA,
                        null,
                        0,
                        Double.POSITIVE_INFINITY,
                        ""),
                "_T",
                PriceBasis.CURRENT,
                figures);
    }

    static SeriesInput population(String... figures) {
        return of(
                SeriesFigures.facts("population", IndicatorKind.STOCK, Aggregation.MEAN, 0, Double.POSITIVE_INFINITY),
                "_T",
                PriceBasis.NONE,
                figures);
    }

    private static SeriesInput of(Indicator facts, String activity, PriceBasis basis, String... figures) {
        SeriesInput input = SeriesFigures.series(AREA, facts, basis, figures);
        return new SeriesInput(new SeriesId(AREA, facts.code(), activity, basis), facts, input.values());
    }

    static Map<SeriesId, SeriesProjection> projected(List<SeriesInput> inputs) {
        Map<SeriesId, SeriesProjection> all = new TreeMap<>();
        for (SeriesOutcome outcome : CoherentProjections.of(alone(inputs), bases(inputs))) {
            if (outcome instanceof SeriesProjection projection) {
                all.put(projection.id(), projection);
            }
        }
        return all;
    }

    static JointSample sample(List<SeriesInput> inputs) {
        return CoherentProjections.sample(
                alone(inputs).stream()
                        .filter(SeriesProjection.class::isInstance)
                        .map(SeriesProjection.class::cast)
                        .toList(),
                bases(inputs));
    }

    private static AreaBases bases(List<SeriesInput> inputs) {
        return AreaBases.of(inputs, YEAR, ReportingYear.CALENDAR, GrowthReference.of(inputs, "VN"));
    }

    private static List<SeriesOutcome> alone(List<SeriesInput> inputs) {
        GrowthReference reference = GrowthReference.of(inputs, "VN");
        return inputs.stream()
                .map(input ->
                        SeriesProjector.project(input, YEAR, SeriesFigures.AS_OF, PooledTables.shipped(), reference))
                .toList();
    }
}
