package vn.chitieu.attainment;

import java.io.Serializable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.backtest.UsualYear;

/**
 * Where a target's year will end, in the target's measure and unit. A number that cannot be given is null.
 *
 * @param planShareRuleAttains what the rule "share of plan against share of the year" says; null where it says nothing
 * @param growthToDateRulePoint the year by the rule "growth so far times last year"; null where it says nothing
 * @param flag {@code no_data_this_year}, {@code short_history}, {@code rebuilt_history}, {@code interpolated}, several
 *     of them with a space between, or empty
 * @param seriesId the series that the target is read from; null where none is
 * @param typicalChange mean absolute annual change of that series before the year, above 0
 */
public record TargetForecast(
        @Nullable Double point,
        @Nullable Quantiles quantiles,
        @Nullable Boolean planShareRuleAttains,
        @Nullable Double growthToDateRulePoint,
        @Nullable MethodNote methodUsed,
        @Nullable MethodNote fallbackReason,
        @Nullable Integer historyYears,
        String flag,
        @Nullable SeriesId seriesId,
        @Nullable Double typicalChange)
        implements Serializable {

    static final TargetForecast NONE = new TargetForecast(null, null, null, null, null, null, null, "", null, null);

    static TargetForecast of(
            TargetReading reading, @Nullable Boolean planShareRuleAttains, @Nullable Double growthRule) {
        SeriesProjection series = reading.series();
        return new TargetForecast(
                reading.point(),
                reading.distribution().map(Quantiles::of).orElse(null),
                planShareRuleAttains,
                growthRule,
                series.method().used(),
                series.method().fallbackReason(),
                series.method().historyYears(),
                series.method().flag(),
                series.id(),
                reading.scale() * UsualYear.typicalChange(series, series.point()));
    }

    /** Returns a quantile of the year-end value; null without a distribution. */
    public @Nullable Double quantile(ToDoubleFunction<Quantiles> which) {
        return quantiles == null ? null : Double.valueOf(which.applyAsDouble(quantiles));
    }
}
