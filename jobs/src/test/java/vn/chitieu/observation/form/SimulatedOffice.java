package vn.chitieu.observation.form;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import vn.chitieu.catalog.DataException;
import vn.chitieu.night.OfficeForms;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.CumulatedPeriods;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.UnitEstimate;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.form.FormColumn.Role;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.plausibility.References.Identity;
import vn.chitieu.observation.plausibility.References.Term;
import vn.chitieu.source.delivery.DeliveryReceipt;
import vn.chitieu.source.delivery.DeliveryTerms;
import vn.chitieu.source.delivery.RegisteredDelivery;

/**
 * Correct forms of a department for any period. A figure that the shipped deliveries state is taken from them; any
 * other grows from the last known year, or lies about the plan, by chance. Whoever judges a form knows what was known
 * before its period began, and the plan.
 */
@NullUnmarked
final class SimulatedOffice {

    private static final double USUAL_GROWTH = 0.08;
    private static final double USUAL_SPREAD = 0.08;
    private static final double ABOUT_THE_PLAN = 0.06;
    private static final double ABOUT_THE_YEAR = 0.03;
    private static final double HOPE = 0.05;
    private static final double ABOUT_THE_REST = 0.02;
    private static final double SHARE = 0.02;
    private static final double MONTHLY = 0.2;

    private static final FormCatalogue CATALOGUE = catalogue();
    private static final Collection<Observation> SHIPPED = Vintages.latestByKey(
                    Ingest.read(ReceivedForm.DATASETS, ReceivedForm.CODELISTS).observations(), LocalDate.of(2026, 1, 1))
            .values();

    private static final Map<List<Object>, Map<MonthSpan, BigDecimal>> FLOWS = new HashMap<>();

    static {
        for (Observation observation : SHIPPED) {
            FLOWS.computeIfAbsent(series(observation.key()), key -> new TreeMap<>())
                    .put(
                            MonthSpan.of(
                                    observation.key().period(),
                                    observation.key().accumulation()),
                            observation.value());
        }
    }

    private final Form form;
    private final Random random;
    private double hope;
    private final Map<Period, Map<ObservationKey, Observation>> knownBefore = new HashMap<>();

    SimulatedOffice(Form form, long seed) {
        this.form = form;
        this.random = new Random(seed);
    }

    static Collection<Form> forms() {
        return CATALOGUE.forms().values();
    }

    /** Figures by row and column, as typed. */
    record Sheet(Period period, Map<String, Map<String, BigDecimal>> byRow) {

        BigDecimal at(String row, String column) {
            return byRow.get(row).get(column);
        }

        Sheet with(String row, String column, BigDecimal value) {
            Map<String, Map<String, BigDecimal>> changed = new LinkedHashMap<>();
            byRow.forEach((key, columns) -> changed.put(key, new LinkedHashMap<>(columns)));
            changed.get(row).put(column, value);
            return new Sheet(period, changed);
        }
    }

    /** Returns the rows whose figure is a number of which an earlier one or the plan is known. */
    List<FormRow> comparable(Period period) {
        return form.rows().stream()
                .filter(row -> form.columns().stream().anyMatch(column -> isNumber(row, column)))
                .filter(row -> plan(row, period.year()).isPresent()
                        || known(period).keySet().stream().anyMatch(key -> isOf(key, row)))
                .toList();
    }

    static boolean isNumber(FormRow row, FormColumn column) {
        return row.asks(column) && (column.role() == Role.VALUE || column.role() == Role.YEAR_ESTIMATE);
    }

    /**
     * Returns what becomes of the figures of a form: the cells held back by row and column, or that all are refused.
     */
    Optional<Collection<String>> heldBack(Sheet sheet) {
        List<FormContent.Figure> figures = new ArrayList<>();
        List<FormContent.Estimate> estimates = new ArrayList<>();
        List<String> outOfRange = new ArrayList<>();
        for (FormRow row : form.rows()) {
            for (FormColumn column : form.columns()) {
                BigDecimal value =
                        sheet.byRow().getOrDefault(row.key(), Map.of()).get(column.id());
                if (value == null) {
                    continue;
                }
                String cell = row.key() + " " + column.id();
                if (!ReceivedForm.CODELISTS.indicator(row.indicatorCode()).allows(value)) {
                    outOfRange.add(cell);
                    continue;
                }
                FormContent.Figure figure = new FormContent.Figure(row, column, value, cell, 1, "");
                if (column.role() == Role.VALUE) {
                    figures.add(figure);
                } else {
                    estimates.add(new FormContent.Estimate(figure, estimate(row, column, sheet.period(), value)));
                }
            }
        }
        FormContent content = new FormContent(
                form,
                sheet.period(),
                ObservationStatus.ESTIMATE,
                figures,
                estimates,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try {
            FormChecks.requireSums(content, ReceivedForm.CODELISTS, "f.xlsx");
            List<String> held = new ArrayList<>(outOfRange);
            new FormReview(ReceivedForm.CODELISTS, CATALOGUE.references())
                    .reviewed(
                            content,
                            delivery(sheet.period()),
                            known(sheet.period()).values())
                    .quarantined()
                    .forEach(row -> held.add(row.place().cell()));
            return Optional.of(held);
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    /** Returns a correct form of a period. */
    Sheet correct(Period period) {
        Map<String, Map<String, BigDecimal>> byRow = new LinkedHashMap<>();
        hope = HOPE * random.nextGaussian();
        double[] weights = new double[12];
        for (int month = 0; month < 12; month++) {
            weights[month] = Math.exp(MONTHLY * random.nextGaussian());
        }
        for (FormRow row : form.rows()) {
            Map<String, BigDecimal> columns = row.isState() ? state(row, period) : flow(row, period, weights);
            if (!columns.isEmpty()) {
                byRow.put(row.key(), columns);
            }
        }
        for (FormRow row : form.rows()) {
            if (!row.parts().isEmpty() && !row.partsAreAll() && byRow.containsKey(row.key())) {
                scaleParts(row, byRow, period);
            }
        }
        for (FormColumn column : form.columns()) {
            agree(byRow, column.id());
        }
        return new Sheet(period, byRow);
    }

    private Map<String, BigDecimal> flow(FormRow row, Period period, double[] weights) {
        Map<String, BigDecimal> columns = new LinkedHashMap<>();
        Map<Object, Double> years = new HashMap<>();
        for (FormColumn column : form.columns()) {
            if (!isNumber(row, column)) {
                continue;
            }
            boolean isYear = column.role() == Role.YEAR_ESTIMATE;
            MonthSpan year = new MonthSpan(period.year(), 1, 12);
            MonthSpan span = isYear ? year : MonthSpan.of(period, row.accumulation(column));
            ObservationKey key = key(row, column, period);
            Optional<Double> whole = shipped(key, year);
            Optional<Double> stated = isYear ? whole : shipped(key, span);
            double value = stated.orElseGet(() -> {
                double ofYear =
                        years.computeIfAbsent(key.priceBasis(), basis -> whole.orElseGet(() -> year(row, key, period)));
                return toDate(key, ofYear, span.year(), span.lastMonth(), weights)
                        - toDate(key, ofYear, span.year(), span.firstMonth() - 1, weights);
            });
            columns.put(column.id(), rounded(row, isYear ? expected(key, value, period, weights) : value));
        }
        return columns;
    }

    /** What is cumulated to the end of a month: as stated, or between the two nearest that are stated. */
    private double toDate(ObservationKey key, double ofYear, int year, int month, double[] weights) {
        double before = 0;
        int from = 0;
        double after = ofYear;
        int to = 12;
        for (int last = 1; last <= 12; last++) {
            Optional<Double> value = shipped(key, new MonthSpan(year, 1, last));
            if (value.isPresent() && last <= month) {
                before = value.get();
                from = last;
            } else if (value.isPresent() && last < to) {
                after = value.get();
                to = last;
            }
        }
        double part = 0;
        double rest = 0;
        for (int next = from + 1; next <= to; next++) {
            rest += weights[next - 1];
            part += next <= month ? weights[next - 1] : 0;
        }
        return rest == 0 ? before : before + Math.max(0, after - before) * part / rest;
    }

    /** What a department expects of a year: what it has to date, and the rest as it hopes. */
    private double expected(ObservationKey key, double year, Period period, double[] weights) {
        double part = toDate(key, year, period.year(), period.lastMonth(), weights);
        return part + (year - part) * Math.exp(hope + ABOUT_THE_REST * random.nextGaussian());
    }

    private double year(FormRow row, ObservationKey key, Period period) {
        Optional<Double> plan = plan(row, period.year());
        if (plan.isPresent()) {
            return plan.get() * Math.exp(ABOUT_THE_PLAN * random.nextGaussian());
        }
        for (int back = 1; back <= 5; back++) {
            Optional<Double> before = shipped(key, new MonthSpan(period.year() - back, 1, 12));
            if (before.isPresent()) {
                double growth = back * USUAL_GROWTH + Math.sqrt(back) * USUAL_SPREAD * random.nextGaussian();
                return before.get() * Math.exp(growth);
            }
        }
        Optional<Double> part = known(period).values().stream()
                .filter(observation ->
                        isOf(observation.key(), row) && observation.key().priceBasis() == key.priceBasis())
                .max((a, b) -> a.key().period().compareTo(b.key().period()))
                .map(last -> {
                    int years = period.year() - last.key().period().year();
                    int months = MonthSpan.of(last.key().period(), last.key().accumulation())
                            .months();
                    return last.value().doubleValue() * 12 / months * Math.exp(years * USUAL_GROWTH);
                });
        return part.orElseGet(() -> Math.pow(10, 2 + 2 * random.nextDouble()));
    }

    private Map<String, BigDecimal> state(FormRow row, Period period) {
        Map<String, BigDecimal> columns = new LinkedHashMap<>();
        Optional<Double> plan = plan(row, period.year());
        Optional<Double> last = known(period).values().stream()
                .filter(observation -> isOf(observation.key(), row))
                .max((a, b) -> a.key().period().compareTo(b.key().period()))
                .map(observation -> observation.value().doubleValue());
        boolean isChange = ReceivedForm.CODELISTS.indicator(row.indicatorCode()).kind() == IndicatorKind.GROWTH;
        double about = plan.or(() -> last).orElseGet(() -> 20 + 60 * random.nextDouble());
        double now = isChange
                ? about + 1.5 * random.nextGaussian()
                : about * Math.exp(ABOUT_THE_PLAN * random.nextGaussian());
        for (FormColumn column : form.columns()) {
            if (isNumber(row, column)) {
                double drift = column.role() == Role.YEAR_ESTIMATE ? ABOUT_THE_YEAR * random.nextGaussian() : 0;
                double value = isChange ? now + 10 * drift : now * Math.exp(drift);
                columns.put(column.id(), rounded(row, limited(row, value)));
            }
        }
        return columns;
    }

    private static double limited(FormRow row, double value) {
        Indicator indicator = ReceivedForm.CODELISTS.indicator(row.indicatorCode());
        return Math.min(indicator.maximum(), Math.max(indicator.minimum(), value));
    }

    /** Parts make the share of their total that they made in the last year of which all are known. */
    private void scaleParts(FormRow total, Map<String, Map<String, BigDecimal>> byRow, Period period) {
        FormColumn any = form.column(Role.VALUE).orElseThrow();
        for (int back = 1; back <= 5; back++) {
            MonthSpan year = new MonthSpan(period.year() - back, 1, 12);
            Optional<Double> whole = shipped(key(total, any, period), year);
            List<Double> parts = total.parts().stream()
                    .flatMap(part -> shipped(key(form.row(part).orElseThrow(), any, period), year).stream())
                    .toList();
            if (whole.isEmpty() || parts.size() < total.parts().size()) {
                continue;
            }
            double share =
                    parts.stream().mapToDouble(Double::doubleValue).sum() / whole.get() + SHARE * random.nextGaussian();
            for (FormColumn column : form.columns()) {
                if (isNumber(total, column)) {
                    double sum = total.parts().stream()
                            .mapToDouble(
                                    part -> byRow.get(part).get(column.id()).doubleValue())
                            .sum();
                    double factor = Math.min(1, share)
                            * byRow.get(total.key()).get(column.id()).doubleValue()
                            / sum;
                    for (String part : total.parts()) {
                        byRow.get(part)
                                .computeIfPresent(
                                        column.id(),
                                        (id, value) ->
                                                rounded(form.row(part).orElseThrow(), factor * value.doubleValue()));
                    }
                }
            }
            return;
        }
    }

    /** Makes totals what their parts make, and parts no more than their total. */
    private void agree(Map<String, Map<String, BigDecimal>> byRow, String column) {
        for (FormRow row : form.rows()) {
            List<BigDecimal> parts = row.parts().stream()
                    .filter(byRow::containsKey)
                    .map(key -> byRow.get(key).get(column))
                    .filter(value -> value != null)
                    .toList();
            if (parts.isEmpty() || byRow.get(row.key()).get(column) == null) {
                continue;
            }
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal total = byRow.get(row.key()).get(column);
            if (row.partsAreAll() || total.compareTo(sum) < 0) {
                byRow.get(row.key()).put(column, sum);
            }
        }
        for (Identity identity : CATALOGUE.references().identities()) {
            Optional<String> total = rowOf(identity.total());
            boolean isDeclared =
                    total.flatMap(form::row).filter(FormRow::partsAreAll).isPresent();
            if (total.isEmpty() || isDeclared || !has(byRow, total.get(), column)) {
                continue;
            }
            if (!identity.isSum()) {
                for (Term term : identity.parts()) {
                    rowOf(term).filter(part -> has(byRow, part, column)).ifPresent(part -> byRow.get(part)
                            .merge(column, byRow.get(total.get()).get(column), BigDecimal::min));
                }
            } else if (identity.parts().stream()
                    .allMatch(term ->
                            rowOf(term).filter(part -> has(byRow, part, column)).isPresent())) {
                BigDecimal made = BigDecimal.ZERO;
                for (Term term : identity.parts()) {
                    made = made.add(
                            byRow.get(rowOf(term).orElseThrow()).get(column).multiply(BigDecimal.valueOf(term.sign())));
                }
                byRow.get(total.get()).put(column, made);
            }
        }
    }

    private static boolean has(Map<String, Map<String, BigDecimal>> byRow, String row, String column) {
        return byRow.containsKey(row) && byRow.get(row).containsKey(column);
    }

    private Optional<String> rowOf(Term term) {
        return form.rows().stream()
                .filter(row -> row.indicatorCode().equals(term.indicatorCode())
                        && row.activityCode().equals(term.activityCode()))
                .map(FormRow::key)
                .findFirst();
    }

    /** Money to one decimal, rates to two, things whole. */
    private static BigDecimal rounded(FormRow row, double value) {
        Indicator indicator = ReceivedForm.CODELISTS.indicator(row.indicatorCode());
        boolean isCount = indicator.kind().isLevel() && row.priceBasis().code().equals("none");
        int scale = isCount ? 0 : Math.abs(value) < 100 ? 2 : 1;
        return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP);
    }

    private Optional<Double> shipped(ObservationKey key, MonthSpan span) {
        Map<MonthSpan, BigDecimal> flows = FLOWS.getOrDefault(series(key), Map.of());
        if (flows.containsKey(span)) {
            return Optional.of(flows.get(span).doubleValue());
        }
        return CumulatedPeriods.terms(flows.keySet(), span).map(terms -> terms.stream()
                .mapToDouble(term -> term.sign() * flows.get(term.span()).doubleValue())
                .sum());
    }

    private static List<Object> series(ObservationKey key) {
        return List.of(key.areaCode(), key.indicatorCode(), key.activityCode(), key.priceBasis());
    }

    private Map<ObservationKey, Observation> known(Period period) {
        return knownBefore.computeIfAbsent(period, p -> SHIPPED.stream()
                .filter(observation -> observation.key().areaCode().equals(form.areaCode())
                        && ReportingYear.CALENDAR
                                .end(observation.key().period())
                                .isBefore(ReportingYear.CALENDAR.start(p)))
                .collect(toMap(Observation::key, observation -> observation)));
    }

    private Optional<Double> plan(FormRow row, int year) {
        return CATALOGUE.references().plans().stream()
                .filter(plan -> plan.areaCode().equals(form.areaCode())
                        && plan.indicatorCode().equals(row.indicatorCode())
                        && plan.activityCode().equals(row.activityCode())
                        && plan.year() == year
                        && ReceivedForm.CODELISTS
                                .units()
                                .areComparable(plan.unitCode(), row.unit().code()))
                .reduce((earlier, later) -> later)
                .map(plan -> plan.value().doubleValue()
                        * ReceivedForm.CODELISTS
                                .units()
                                .factor(plan.unitCode(), row.unit().code()));
    }

    private boolean isOf(ObservationKey key, FormRow row) {
        return key.indicatorCode().equals(row.indicatorCode())
                && key.activityCode().equals(row.activityCode());
    }

    private ObservationKey key(FormRow row, FormColumn column, Period period) {
        return new ObservationKey(
                form.areaCode(),
                row.indicatorCode(),
                row.activityCode(),
                period,
                column.role() == Role.VALUE ? row.accumulation(column) : Accumulation.PERIOD,
                row.priceBasis(column));
    }

    private UnitEstimate estimate(FormRow row, FormColumn column, Period period, BigDecimal value) {
        return new UnitEstimate(
                form.areaCode(),
                row.indicatorCode(),
                row.activityCode(),
                row.priceBasis(column),
                row.unit().code(),
                value,
                period,
                ReportingYear.CALENDAR.end(period),
                "",
                "",
                "",
                "");
    }

    private RegisteredDelivery delivery(Period period) {
        LocalDate day = ReportingYear.CALENDAR.end(period).plusDays(4);
        return new RegisteredDelivery(
                form.code() + "-0/" + day,
                new DeliveryReceipt(
                        new DeliveryTerms(form.code(), form.department().vi(), Optional.of(day)),
                        Instant.parse(day + "T02:00:00Z"),
                        "0".repeat(64),
                        1,
                        "f.xlsx"),
                Path.of("none"));
    }

    private static FormCatalogue catalogue() {
        try {
            return OfficeForms.read(ReceivedForm.DATASETS, ReceivedForm.CODELISTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
