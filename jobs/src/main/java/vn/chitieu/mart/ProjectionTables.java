package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.MemberWeight;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/** The year-end projections as tables. */
public final class ProjectionTables {

    /**
     * A projection and the day that it was made for.
     *
     * @param evaluatedOn the as-of date, or the last day of a territory that has been dissolved
     */
    public record Dated(SeriesProjection projection, LocalDate evaluatedOn) {}

    private ProjectionTables() {}

    /** Returns {@link MartTables#PROJECTION}. */
    public static Table projection(List<Dated> projections, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Dated dated : projections) {
            SeriesProjection projection = dated.projection();
            PredictiveDistribution law = projection.distribution();
            Period last = projection.lastPeriod();
            rows.add(figure(RowBuilder.of(MartTables.PROJECTION, stamp), projection)
                    .set("frequency", projection.frequency().name())
                    .set("aggregation", projection.aggregation().name().toLowerCase(java.util.Locale.ROOT))
                    .set("last_period", last == null ? null : last.toString())
                    .set("observed_periods", projection.observedPeriods())
                    .set("ytd", projection.ytd())
                    .set("rest", projection.rest())
                    .set("point", projection.point())
                    .set("p2_5", quantile(law, 0.025))
                    .set("p10", quantile(law, 0.1))
                    .set("p50", quantile(law, 0.5))
                    .set("p90", quantile(law, 0.9))
                    .set("p97_5", quantile(law, 0.975))
                    .set("previous_year_value", projection.previousYearValue())
                    .setNote("method_used", "method", projection.method().used())
                    .setNote(
                            "fallback_reason",
                            "fallback_reason",
                            projection.method().fallbackReason())
                    .setText("members", members(projection))
                    .set("history_years", projection.method().historyYears())
                    .set("error_scale", projection.forecast().errorScale())
                    .setText("flag", projection.method().flag())
                    .set("evaluated_on", dated.evaluatedOn())
                    .set("origin", Origin.PROJECTED.code())
                    .set("obs_status", ObservationStatus.FORECAST.code())
                    .build());
        }
        return new Table(MartTables.PROJECTION, rows);
    }

    /** Returns {@link MartTables#PROJECTION_PATH}. */
    public static Table path(List<Dated> projections, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Dated dated : projections) {
            for (PathPeriod period : dated.projection().path()) {
                Quantiles fan = period.fan();
                rows.add(figure(RowBuilder.of(MartTables.PROJECTION_PATH, stamp), dated.projection())
                        .set("period", period.period().toString())
                        .set("is_known", period.isKnown())
                        .set("value", period.value())
                        .set("last_year_value", period.lastYearValue())
                        .set("cumulated", period.cumulated())
                        .set("cumulated_p2_5", fan == null ? null : Double.valueOf(fan.p2_5()))
                        .set("cumulated_p10", fan == null ? null : Double.valueOf(fan.p10()))
                        .set("cumulated_p90", fan == null ? null : Double.valueOf(fan.p90()))
                        .set("cumulated_p97_5", fan == null ? null : Double.valueOf(fan.p97_5()))
                        .set("origin", (period.isKnown() ? Origin.PUBLISHED : Origin.PROJECTED).code())
                        .set(
                                "obs_status",
                                (period.isKnown() ? dated.projection().status() : ObservationStatus.FORECAST).code())
                        .build());
            }
        }
        return new Table(MartTables.PROJECTION_PATH, rows);
    }

    /** Returns each member with its weight in percent, such as {@code theta 12; arima 9}, the heaviest first. */
    private static String members(SeriesProjection projection) {
        return projection.method().basis().members().stream()
                .sorted(Comparator.comparingDouble(MemberWeight::weight)
                        .reversed()
                        .thenComparing(MemberWeight::name))
                .map(member -> member.name() + " " + Math.round(100 * member.weight()))
                .collect(Collectors.joining("; "));
    }

    private static RowBuilder figure(RowBuilder row, SeriesProjection projection) {
        return row.set("area_code", projection.id().areaCode())
                .set("indicator_code", projection.id().indicatorCode())
                .set("activity_code", projection.id().activityCode())
                .set("price_basis", projection.id().priceBasis().code())
                .set("year", projection.year())
                .set("unit_code", projection.unitCode())
                .set("vintage_date", projection.vintageDate())
                .set("method_code", projection.method().code());
    }

    private static @Nullable Double quantile(@Nullable PredictiveDistribution law, double probability) {
        return law == null ? null : Double.valueOf(law.quantile(probability));
    }
}
