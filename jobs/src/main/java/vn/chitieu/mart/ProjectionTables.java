package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.MemberWeight;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.text.LocalizedText;

/** The year-end projections as tables. */
public final class ProjectionTables {

    /**
     * A projection and the day that it was made for.
     *
     * @param evaluatedOn the as-of date, or the last day of a territory that has been dissolved
     */
    public record Dated(SeriesProjection projection, LocalDate evaluatedOn) {

        @Nullable
        Double quantile(double probability) {
            PredictiveDistribution distribution = projection.distribution();
            return distribution == null ? null : Double.valueOf(distribution.quantile(probability));
        }

        @Nullable
        String lastPeriod() {
            Period last = projection.lastPeriod();
            return last == null ? null : last.toString();
        }

        /** Returns each member with its weight in percent, such as {@code theta 12; arima 9}, the heaviest first. */
        private String members() {
            return projection.method().basis().members().stream()
                    .sorted(Comparator.comparingDouble(MemberWeight::weight)
                            .reversed()
                            .thenComparing(MemberWeight::name))
                    .map(member -> member.name() + " " + Math.round(100 * member.weight()))
                    .collect(Collectors.joining("; "));
        }
    }

    /** A period of a projected year. */
    record Step(SeriesProjection projection, PathPeriod period) {

        @Nullable
        Double line(ToDoubleFunction<Quantiles> quantile) {
            Quantiles fan = period.fan();
            return fan == null ? null : Double.valueOf(quantile.applyAsDouble(fan));
        }
    }

    static final Columns<SeriesId> SERIES = Columns.<SeriesId>part()
            .required("area_code", TEXT, SeriesId::areaCode)
            .required("indicator_code", TEXT, SeriesId::indicatorCode)
            .required("activity_code", TEXT, SeriesId::activityCode)
            .required("price_basis", TEXT, id -> id.priceBasis().code());

    /** The law of a series' year. */
    static final Columns<Dated> LAW = Columns.<Dated>part()
            .optional("p2_5", DOUBLE, dated -> dated.quantile(0.025))
            .optional("p10", DOUBLE, dated -> dated.quantile(0.1))
            .optional("p50", DOUBLE, dated -> dated.quantile(0.5))
            .optional("p90", DOUBLE, dated -> dated.quantile(0.9))
            .optional("p97_5", DOUBLE, dated -> dated.quantile(0.975));

    static final Columns<Dated> PROJECTION = Columns.<Dated>of(
                    "projection", "area_code", "indicator_code", "activity_code", "price_basis", "year")
            .with(SERIES, dated -> dated.projection().id())
            .required("year", INTEGER, dated -> dated.projection().year())
            .required("unit_code", TEXT, dated -> dated.projection().unitCode())
            .required("frequency", TEXT, dated -> dated.projection().frequency().name())
            .required(
                    "aggregation",
                    TEXT,
                    dated -> dated.projection().aggregation().name().toLowerCase(Locale.ROOT))
            .optional("last_period", TEXT, Dated::lastPeriod)
            .required("observed_periods", INTEGER, dated -> dated.projection().observedPeriods())
            .optional("ytd", DOUBLE, dated -> dated.projection().ytd())
            .optional("rest", DOUBLE, dated -> dated.projection().rest())
            .required("point", DOUBLE, dated -> dated.projection().point())
            .with(LAW, dated -> dated)
            .optional("previous_year_value", DOUBLE, dated -> dated.projection().previousYearValue())
            .required(
                    "method_used",
                    TEXT,
                    dated -> dated.projection().method().used().code())
            .requiredText("method", dated -> words(dated.projection().method().used()))
            .optional(
                    "fallback_reason",
                    TEXT,
                    dated -> dated.projection().method().fallbackReason().code())
            .optionalText(
                    "fallback_reason",
                    dated -> words(dated.projection().method().fallbackReason()))
            .optional("members", TEXT, Dated::members)
            .required("history_years", INTEGER, dated -> dated.projection()
                    .method()
                    .historyYears())
            .optional("error_scale", DOUBLE, dated -> dated.projection()
                    .forecast()
                    .errorScale())
            .optional("flag", TEXT, dated -> dated.projection().method().flag())
            .required("evaluated_on", DATE, Dated::evaluatedOn)
            .ofFigure(
                    dated -> Origin.PROJECTED,
                    dated -> ObservationStatus.FORECAST,
                    dated -> dated.projection().vintageDate(),
                    dated -> dated.projection().method().code());

    static final Columns<Step> PROJECTION_PATH = Columns.<Step>of(
                    "projection_path", "area_code", "indicator_code", "activity_code", "price_basis", "year", "period")
            .with(SERIES, step -> step.projection().id())
            .required("year", INTEGER, step -> step.projection().year())
            .required("period", TEXT, step -> step.period().period().toString())
            .required("unit_code", TEXT, step -> step.projection().unitCode())
            .required("is_known", BOOLEAN, step -> step.period().isKnown())
            .required("value", DOUBLE, step -> step.period().value())
            .optional("last_year_value", DOUBLE, step -> step.period().lastYearValue())
            .required("cumulated", DOUBLE, step -> step.period().cumulated())
            .optional("cumulated_p2_5", DOUBLE, step -> step.line(Quantiles::p2_5))
            .optional("cumulated_p10", DOUBLE, step -> step.line(Quantiles::p10))
            .optional("cumulated_p90", DOUBLE, step -> step.line(Quantiles::p90))
            .optional("cumulated_p97_5", DOUBLE, step -> step.line(Quantiles::p97_5))
            .ofFigure(
                    step -> step.period().isKnown() ? Origin.PUBLISHED : Origin.PROJECTED,
                    step -> step.period().isKnown() ? step.projection().status() : ObservationStatus.FORECAST,
                    step -> step.projection().vintageDate(),
                    step -> step.projection().method().code());

    private ProjectionTables() {}

    /** Returns {@link MartTables#PROJECTION}. */
    public static Table projection(List<Dated> projections, RunStamp stamp) {
        return PROJECTION.table(projections, stamp);
    }

    /** Returns {@link MartTables#PROJECTION_PATH}. */
    public static Table path(List<Dated> projections, RunStamp stamp) {
        return PROJECTION_PATH.table(
                projections.stream()
                        .flatMap(dated ->
                                dated.projection().path().stream().map(period -> new Step(dated.projection(), period)))
                        .toList(),
                stamp);
    }

    /** Returns what a note says; empty texts where it says nothing. */
    static @Nullable LocalizedText words(@Nullable MethodNote note) {
        return note == null ? null : note.text();
    }
}
