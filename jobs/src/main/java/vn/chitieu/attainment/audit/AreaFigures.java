package vn.chitieu.attainment.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.CumulatedPeriods;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.HistoryBreak;

/** What was known of one area on a day, read year by year: its accounts, and its published figures beside them. */
public final class AreaFigures {

    public static final String TOTAL = "_T";
    public static final String NET_TAXES = "D21X31";

    /** The parts that make up the gross product, net taxes on products last. */
    public static final List<String> PARTS = List.of("S1", "S2", "S3", NET_TAXES);

    private static final int MONTHS = 12;

    private final LocalDate asOf;
    private final List<AccountFigure> accounts;
    private final List<Observation> visible;
    private final List<HistoryBreak> breaks;

    /**
     * One known number.
     *
     * @param knownOn when it became known
     */
    public record Known(int year, double value, LocalDate knownOn) {}

    /**
     * @param accounts of one area as of {@code asOf}
     * @param visible every vintage of the area published by then, plans left out
     */
    public AreaFigures(
            LocalDate asOf,
            Collection<AccountFigure> accounts,
            Collection<Observation> visible,
            Collection<HistoryBreak> breaks) {
        this.asOf = asOf;
        this.accounts = List.copyOf(accounts);
        this.visible = visible.stream()
                .filter(observation -> observation.status() != ObservationStatus.FORECAST
                        && observation.status() != ObservationStatus.MISSING)
                .toList();
        this.breaks = List.copyOf(breaks);
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Returns a measure of the account of the gross product by year, one item of it. */
    public NavigableMap<Integer, Known> product(String item, PriceBasis basis, Measure measure) {
        return annual(Account.GRDP, item, basis, measure);
    }

    /** Returns the volume growth of an item of the gross product by year, in percent. */
    public NavigableMap<Integer, Known> growth(String item) {
        return product(item, PriceBasis.CONSTANT_2010, Measure.GROWTH_PCT);
    }

    /** Returns a measure of the account per head by year. */
    public NavigableMap<Integer, Known> perCapita(Measure measure) {
        return annual(Account.PER_CAPITA, TOTAL, PriceBasis.CURRENT, measure);
    }

    /** Returns a measure of a period of the account, one item of it, by year: of {@code 2025-S1} those of all years. */
    public NavigableMap<Integer, Known> product(String item, PriceBasis basis, Measure measure, int lastMonth) {
        NavigableMap<Integer, Known> values = new TreeMap<>();
        for (AccountFigure figure : accounts) {
            boolean isToDate = figure.accumulation() == Accumulation.CUMULATED
                    || figure.period().lastMonth() == figure.period().months();
            if (figure.account() == Account.GRDP
                    && figure.itemCode().equals(item)
                    && figure.priceBasis() == basis
                    && figure.measure() == measure
                    && isToDate
                    && figure.period().lastMonth() == lastMonth) {
                values.putIfAbsent(figure.period().year(), known(figure));
            }
        }
        return values;
    }

    private NavigableMap<Integer, Known> annual(Account account, String item, PriceBasis basis, Measure measure) {
        NavigableMap<Integer, Known> values = new TreeMap<>();
        for (AccountFigure figure : accounts) {
            if (figure.account() == account
                    && figure.itemCode().equals(item)
                    && figure.priceBasis() == basis
                    && figure.measure() == measure
                    && figure.period().months() == MONTHS) {
                values.put(figure.period().year(), known(figure));
            }
        }
        return values;
    }

    private static Known known(AccountFigure figure) {
        return new Known(figure.period().year(), figure.value(), figure.vintageDate());
    }

    /** Returns the annual values of an indicator since its last break, of each year the vintage that counts. */
    public NavigableMap<Integer, Known> annual(String indicator, String activity) {
        NavigableMap<Integer, Known> values = new TreeMap<>();
        TreeMap<Integer, List<Observation>> byYear = new TreeMap<>();
        for (Observation observation : visible) {
            Period period = observation.key().period();
            boolean isYear = period.months() == MONTHS
                    || (observation.key().accumulation() == Accumulation.CUMULATED && period.lastMonth() == MONTHS);
            if (isYear && is(observation, indicator, activity) && !isBeforeBreak(observation)) {
                byYear.computeIfAbsent(period.year(), y -> new ArrayList<>()).add(observation);
            }
        }
        Comparator<Observation> yearsFirst =
                Comparator.comparing(observation -> observation.key().period().months() != MONTHS);
        byYear.forEach((year, ofYear) -> ofYear.stream()
                .min(yearsFirst.thenComparing(Vintages.preference(asOf)))
                .ifPresent(latest -> values.put(year, known(latest))));
        return values;
    }

    /**
     * Returns what the periods of an indicator bring to its annual value from January to the end of each month, by year
     * and month: as published, else by sums and differences of published periods. Figures before the last break are
     * left out.
     *
     * @param isMean whether periods make the year by their mean: each then brings its value times its part of the year
     */
    public NavigableMap<Integer, NavigableMap<Integer, Double>> toDate(
            String indicator, String activity, boolean isMean) {
        Map<MonthSpan, Observation> latest = new TreeMap<>();
        Comparator<Observation> preference = Vintages.preference(asOf);
        for (Observation observation : visible) {
            if (is(observation, indicator, activity) && !isBeforeBreak(observation)) {
                latest.merge(
                        MonthSpan.of(
                                observation.key().period(), observation.key().accumulation()),
                        observation,
                        (a, b) -> preference.compare(a, b) <= 0 ? a : b);
            }
        }
        NavigableMap<Integer, NavigableMap<Integer, Double>> byYear = new TreeMap<>();
        latest.keySet().forEach(span -> byYear.computeIfAbsent(span.year(), y -> new TreeMap<>()));
        byYear.forEach((year, months) -> {
            for (int month = 1; month <= MONTHS; month++) {
                Optional<List<CumulatedPeriods.Term>> terms =
                        CumulatedPeriods.terms(latest.keySet(), new MonthSpan(year, 1, month));
                if (terms.isPresent()) {
                    double sum = 0;
                    for (CumulatedPeriods.Term term : terms.get()) {
                        Observation part = latest.get(term.span());
                        double weight = isMean
                                ? (double) (term.span().lastMonth()
                                                - term.span().firstMonth()
                                                + 1)
                                        / MONTHS
                                : 1;
                        sum += part == null
                                ? 0
                                : weight * term.sign() * part.value().doubleValue();
                    }
                    months.put(month, sum);
                }
            }
        });
        return byYear;
    }

    /** Returns the distinct annual values that were published of an indicator for a year, the earliest date first. */
    public List<Known> vintages(String indicator, String activity, int year) {
        TreeMap<LocalDate, Known> byDate = new TreeMap<>();
        visible.stream()
                .filter(observation -> is(observation, indicator, activity)
                        && observation.key().period().equals(Period.ofYear(year)))
                .sorted(Vintages.ORDER)
                .map(AreaFigures::known)
                .filter(known -> byDate.values().stream().noneMatch(other -> other.value() == known.value()))
                .forEach(known -> byDate.put(known.knownOn(), known));
        return List.copyOf(byDate.values());
    }

    /**
     * Returns the annual growth of an indicator in percent: between two years of its levels, else as published.
     *
     * @param indicator of the level, without {@code _growth}
     */
    public PastYears annualGrowth(String indicator, String activity) {
        NavigableMap<Integer, Double> growth = new TreeMap<>();
        NavigableMap<Integer, Known> levels = annual(indicator, activity);
        levels.forEach((year, level) -> {
            Known before = levels.get(year - 1);
            if (before != null && before.value() > 0) {
                growth.put(year, 100 * level.value() / before.value() - 100);
            }
        });
        annual(indicator + "_growth", activity).forEach((year, rate) -> growth.putIfAbsent(year, rate.value()));
        return new PastYears(growth);
    }

    /** Returns the change of an indicator's level from one year to the next, in its unit. */
    public PastYears annualChange(String indicator, String activity) {
        NavigableMap<Integer, Double> change = new TreeMap<>();
        NavigableMap<Integer, Known> levels = annual(indicator, activity);
        levels.forEach((year, level) -> {
            Known before = levels.get(year - 1);
            if (before != null) {
                change.put(year, level.value() - before.value());
            }
        });
        return new PastYears(change);
    }

    /** Returns the values by year as plain numbers, those before a year. */
    public static PastYears before(NavigableMap<Integer, Known> values, int year) {
        NavigableMap<Integer, Double> plain = new TreeMap<>();
        values.headMap(year, false).forEach((y, known) -> plain.put(y, known.value()));
        return new PastYears(plain);
    }

    /** Returns the last value before or in a year. */
    public static Optional<Known> last(NavigableMap<Integer, Known> values, int year) {
        return Optional.ofNullable(values.floorEntry(year)).map(entry -> entry.getValue());
    }

    private static Known known(Observation observation) {
        LocalDate date = observation.sourceDate().isAfter(observation.publishedDate())
                ? observation.publishedDate()
                : observation.sourceDate();
        return new Known(observation.key().period().year(), observation.value().doubleValue(), date);
    }

    private static boolean is(Observation observation, String indicator, String activity) {
        return observation.key().indicatorCode().equals(indicator)
                && observation.key().activityCode().equals(activity);
    }

    private boolean isBeforeBreak(Observation observation) {
        return breaks.stream()
                .anyMatch(b -> b.cuts(
                        observation.key().indicatorCode(),
                        observation.key().areaCode(),
                        observation.key().period()));
    }
}
