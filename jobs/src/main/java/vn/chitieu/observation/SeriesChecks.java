package vn.chitieu.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.observation.Finding.Severity;

/**
 * What the figures of one series say about each other. None of it refuses a figure; each series and year makes at most
 * one finding of each rule, the largest.
 *
 * <ul>
 *   <li>{@code cumulated_sum}: the year to date against the year to date one period before, plus the period itself, all
 *       as known on the day of the former. The printed year to date is right; the difference is a silent revision of
 *       earlier periods: information, above 2 % a warning, above 20 % an error.
 *   <li>{@code cumulated_falls}: the year to date is smaller than an earlier one of the same year: an error, but a
 *       warning for a net series, such as revenue after refunds.
 *   <li>{@code factor_1000}: a level is at least 500 times the one before or the reverse, as if told in another unit: a
 *       warning.
 * </ul>
 */
public final class SeriesChecks {

    private static final double WARNING_SHARE = 0.02;
    private static final double ERROR_SHARE = 0.20;
    private static final BigDecimal JUMP = BigDecimal.valueOf(500);

    private final Codelists codelists;
    private final LocalDate asOf;
    private final Map<ObservationKey, List<Observation>> vintages = new HashMap<>();

    private SeriesChecks(Collection<Observation> observations, LocalDate asOf, Codelists codelists) {
        this.codelists = codelists;
        this.asOf = asOf;
        for (Observation vintage : Vintages.visible(observations, asOf)) {
            vintages.computeIfAbsent(vintage.key(), key -> new ArrayList<>()).add(vintage);
        }
    }

    /** Returns the findings among the figures known on a day, in the order of series, year and rule. */
    public static List<Finding> check(Collection<Observation> observations, LocalDate asOf, Codelists codelists) {
        return new SeriesChecks(observations, asOf, codelists).findings();
    }

    private List<Finding> findings() {
        Map<Year, Worst> worst = new TreeMap<>();
        for (Map.Entry<ObservationKey, Observation> entry : Vintages.latestByKey(
                        vintages.values().stream().flatMap(List::stream).toList(), asOf)
                .entrySet()) {
            ObservationKey key = entry.getKey();
            Observation figure = entry.getValue();
            Indicator indicator = codelists.indicator(key.indicatorCode());
            if (key.accumulation() == Accumulation.CUMULATED
                    && indicator.aggregation().equals("sum")) {
                note(worst, silentRevision(figure));
                note(worst, fall(figure, indicator));
            }
            if (!indicator.isNet()
                    && List.of("flow", "stock", "level_per_capita").contains(indicator.kind())) {
                note(worst, jump(figure));
            }
        }
        return worst.values().stream().map(Worst::finding).toList();
    }

    private static void note(Map<Year, Worst> worst, Optional<Worst> candidate) {
        candidate.ifPresent(c -> worst.merge(c.year(), c, (a, b) -> Double.compare(b.size(), a.size()) > 0 ? b : a));
    }

    /** Returns the figure of another key that was known when a figure was told, if there was one. */
    private Optional<Observation> knownWith(Observation figure, ObservationKey key) {
        LocalDate day = figure.sourceDate().isAfter(asOf) ? asOf : figure.sourceDate();
        List<Observation> known = Vintages.visible(vintages.getOrDefault(key, List.of()), day).stream()
                .filter(vintage -> !vintage.sourceDate().isAfter(day))
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(Vintages.latest(known, day));
    }

    private Optional<Worst> silentRevision(Observation figure) {
        Period period = figure.key().period();
        Optional<Observation> alone = knownWith(figure, with(figure.key(), period, Accumulation.PERIOD));
        if (period.index() == 1 || alone.isEmpty()) {
            return Optional.empty();
        }
        Period before = new Period(period.year(), period.frequency(), period.index() - 1);
        // The first period of a year is the year to date itself and is often told only once.
        Optional<Observation> earlier = knownWith(figure, with(figure.key(), before, Accumulation.CUMULATED))
                .or(() -> before.index() == 1
                        ? knownWith(figure, with(figure.key(), before, Accumulation.PERIOD))
                        : Optional.empty());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal was = earlier.get().value();
        BigDecimal sum = was.add(alone.get().value());
        BigDecimal difference = figure.value().subtract(sum);
        BigDecimal rounding = rounding(figure).add(rounding(alone.get())).add(rounding(earlier.get()));
        if (difference.abs().compareTo(rounding) <= 0 || figure.value().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal revised = figure.value().subtract(alone.get().value());
        double share = Math.abs(difference.doubleValue() / figure.value().doubleValue());
        Severity severity =
                share > ERROR_SHARE ? Severity.ERROR : share > WARNING_SHARE ? Severity.WARNING : Severity.INFORMATION;
        String pct = BigDecimal.valueOf(100 * share)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
        return Optional.of(worst(
                figure,
                severity,
                "cumulated_sum",
                share,
                "Lũy kế đến " + period + " là " + vi(figure.value()) + ", còn lũy kế đến " + before + " (" + vi(was)
                        + ") cộng riêng kỳ (" + vi(alone.get().value()) + ") là " + vi(sum) + ": chênh "
                        + vi(difference) + ", bằng " + vi(new BigDecimal(pct))
                        + "%. Lũy kế in ra được giữ; các kỳ trước được hiểu là đã điều chỉnh thành " + vi(revised)
                        + ".",
                "The year to " + period + " is " + en(figure.value()) + ", but the year to " + before + " ("
                        + en(was) + ") and the period alone (" + en(alone.get().value()) + ") make " + en(sum)
                        + ": a difference of " + en(difference) + ", " + en(new BigDecimal(pct))
                        + "%. The printed year to date stands; the earlier periods are taken as revised to "
                        + en(revised) + "."));
    }

    private Optional<Worst> fall(Observation figure, Indicator indicator) {
        Period period = figure.key().period();
        Optional<Observation> higher = Optional.empty();
        for (int index = 1; index < period.index(); index++) {
            ObservationKey key =
                    with(figure.key(), new Period(period.year(), period.frequency(), index), Accumulation.CUMULATED);
            List<Observation> known = vintages.getOrDefault(key, List.of());
            if (!known.isEmpty()) {
                Observation earlier = Vintages.latest(known, asOf);
                if (earlier.value().compareTo(figure.value()) > 0
                        && (higher.isEmpty()
                                || earlier.value().compareTo(higher.get().value()) > 0)) {
                    higher = Optional.of(earlier);
                }
            }
        }
        return higher.map(earlier -> worst(
                figure,
                indicator.isNet() ? Severity.WARNING : Severity.ERROR,
                "cumulated_falls",
                earlier.value().subtract(figure.value()).doubleValue(),
                "Lũy kế giảm: " + vi(earlier.value()) + " đến " + earlier.key().period() + ", " + vi(figure.value())
                        + " đến " + period + ".",
                "The year to date falls: " + en(earlier.value()) + " to "
                        + earlier.key().period() + ", " + en(figure.value()) + " to " + period + "."));
    }

    private Optional<Worst> jump(Observation figure) {
        ObservationKey key = figure.key();
        Period period = key.period();
        boolean isCumulated = key.accumulation() == Accumulation.CUMULATED;
        Optional<Period> before = isCumulated || period.index() == 1
                ? Optional.of(period.year() - 1)
                        .filter(year -> year >= 1900)
                        .map(year -> isCumulated
                                ? period.inYear(year)
                                : new Period(
                                        year,
                                        period.frequency(),
                                        period.frequency().periodsPerYear()))
                : Optional.of(new Period(period.year(), period.frequency(), period.index() - 1));
        Optional<Observation> earlier = before.map(
                        p -> vintages.getOrDefault(with(key, p, key.accumulation()), List.of()))
                .filter(known -> !known.isEmpty())
                .map(known -> Vintages.latest(known, asOf));
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal now = figure.value().abs();
        BigDecimal then = earlier.get().value().abs();
        boolean jumps = now.signum() > 0
                && then.signum() > 0
                && (now.compareTo(then.multiply(JUMP)) >= 0 || then.compareTo(now.multiply(JUMP)) >= 0);
        if (!jumps) {
            return Optional.empty();
        }
        return Optional.of(worst(
                figure,
                Severity.WARNING,
                "factor_1000",
                Math.abs(Math.log(now.doubleValue() / then.doubleValue())),
                "Giá trị " + vi(figure.value()) + " của " + period + " so với "
                        + vi(earlier.get().value()) + " của "
                        + earlier.get().key().period() + ": kiểm tra đơn vị tính (triệu, tỷ).",
                "The value " + en(figure.value()) + " of " + period + " against "
                        + en(earlier.get().value()) + " of "
                        + earlier.get().key().period()
                        + ": check the unit (million, billion)."));
    }

    private static ObservationKey with(ObservationKey key, Period period, Accumulation accumulation) {
        return new ObservationKey(
                key.areaCode(), key.indicatorCode(), key.activityCode(), period, accumulation, key.priceBasis());
    }

    /** Returns how far a printed figure may be from the true one: half a unit of its last decimal. */
    private static BigDecimal rounding(Observation figure) {
        return BigDecimal.valueOf(5, Math.max(0, figure.value().scale()) + 1);
    }

    private static Worst worst(
            Observation figure, Severity severity, String rule, double size, String messageVi, String messageEn) {
        ObservationKey key = figure.key();
        String series = String.join(
                ".",
                key.areaCode(),
                key.indicatorCode(),
                key.activityCode(),
                key.period().frequency().name(),
                key.accumulation().code(),
                key.priceBasis().code(),
                Integer.toString(key.period().year()));
        return new Worst(
                new Year(series, rule),
                size,
                new Finding(
                        Finding.Kind.VALIDATION,
                        severity,
                        rule,
                        key.areaCode(),
                        key.indicatorCode(),
                        key.period().toString(),
                        series,
                        messageVi,
                        messageEn));
    }

    private static String vi(BigDecimal value) {
        return text(value, ',', '.');
    }

    private static String en(BigDecimal value) {
        return text(value, '.', ',');
    }

    private static String text(BigDecimal value, char decimal, char group) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(group);
        symbols.setMinusSign('-');
        return new DecimalFormat("#,##0.####", symbols).format(value);
    }

    /** One series in one year under one rule. */
    private record Year(String series, String rule) implements Comparable<Year> {

        @Override
        public int compareTo(Year other) {
            return Comparator.comparing(Year::series).thenComparing(Year::rule).compare(this, other);
        }
    }

    /** A finding and how large its disagreement is. */
    private record Worst(Year year, double size, Finding finding) {}
}
