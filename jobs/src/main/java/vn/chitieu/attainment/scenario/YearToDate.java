package vn.chitieu.attainment.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.attainment.RequiredPace;
import vn.chitieu.attainment.audit.AreaFigures;
import vn.chitieu.attainment.audit.AreaFigures.Known;
import vn.chitieu.attainment.audit.PastYears;
import vn.chitieu.attainment.audit.Phrase;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.text.LocalizedText;

/**
 * A year of which a part is known: growth so far, how the year before was spread over it, and how the rest of earlier
 * years went.
 *
 * @param month the last month of which the cumulated growth is known; 0 if nothing is
 * @param growthToDatePct growth until then; 0 if nothing is known
 * @param shares cumulated share of last year's value at the end of each month known, the last being 100 at month 12; of
 *     the nation the mean of its last years, as the projections of rates weigh them
 * @param nationYears years of the nation whose shares stand in, for want of levels of the area; empty if they are its
 *     own
 * @param pastRest growth of the rest of earlier years at the same month
 */
record YearToDate(
        int year,
        int month,
        double growthToDatePct,
        NavigableMap<Integer, Double> shares,
        List<Integer> nationYears,
        PastYears pastRest) {

    private static final int MONTHS = 12;
    private static final int QUARTER = 3;
    private static final int NATION_YEARS = 3;

    /**
     * Returns the volume of an item of the gross product.
     *
     * @throws ScenarioException if neither the area nor the nation shows how a year is spread over its quarters
     */
    static YearToDate ofVolume(String item, int year, AreaFigures figures, AreaFigures nation) {
        int month = 0;
        double growth = 0;
        for (int m = QUARTER; m <= MONTHS; m += QUARTER) {
            Known known = growth(figures, item, m).get(year);
            if (known != null) {
                month = m;
                growth = known.value();
            }
        }
        Optional<NavigableMap<Integer, Double>> own = shares(figures, item, year - 1);
        List<Integer> nationYears = own.isPresent() ? List.of() : nationYears(nation, item, year);
        NavigableMap<Integer, Double> shares = own.orElseGet(() -> meanShares(nation, item, nationYears));
        if (shares.isEmpty()) {
            throw new ScenarioException("no_season");
        }
        return new YearToDate(
                year,
                month,
                growth,
                shares,
                nationYears,
                month == 0
                        ? AreaFigures.before(figures.growth(item), year)
                        : pastRest(figures, item, year, month, shares));
    }

    private static NavigableMap<Integer, Known> growth(AreaFigures figures, String item, int month) {
        return figures.volume(item, Measure.GROWTH_PCT, month);
    }

    private static NavigableMap<Integer, Known> level(AreaFigures figures, String item, int month) {
        return figures.volume(item, Measure.LEVEL, month);
    }

    private static Optional<NavigableMap<Integer, Double>> shares(AreaFigures figures, String item, int year) {
        Known whole = level(figures, item, MONTHS).get(year);
        NavigableMap<Integer, Double> shares = new TreeMap<>();
        for (int m = QUARTER; m <= MONTHS; m += QUARTER) {
            Known part = level(figures, item, m).get(year);
            if (part == null || whole == null || !(whole.value() > 0)) {
                return Optional.empty();
            }
            shares.put(m, 100 * part.value() / whole.value());
        }
        return Optional.of(shares);
    }

    /** Returns the last years before a year of which the nation shows how they were spread, the latest first. */
    private static List<Integer> nationYears(AreaFigures nation, String item, int year) {
        return level(nation, item, MONTHS).headMap(year, false).descendingKeySet().stream()
                .filter(y -> shares(nation, item, y).isPresent())
                .limit(NATION_YEARS)
                .toList();
    }

    private static NavigableMap<Integer, Double> meanShares(AreaFigures nation, String item, List<Integer> years) {
        NavigableMap<Integer, Double> mean = new TreeMap<>();
        for (int year : years) {
            shares(nation, item, year)
                    .orElseThrow()
                    .forEach((month, share) -> mean.merge(month, share / years.size(), Double::sum));
        }
        return mean;
    }

    /** Returns growth of the rest of earlier years: from levels, else from the rates to date and of the year. */
    private static PastYears pastRest(
            AreaFigures figures, String item, int year, int month, NavigableMap<Integer, Double> shares) {
        NavigableMap<Integer, Known> levels = level(figures, item, MONTHS);
        NavigableMap<Integer, Known> toDate = level(figures, item, month);
        NavigableMap<Integer, Known> rates = figures.growth(item);
        NavigableMap<Integer, Known> ratesToDate = growth(figures, item, month);
        NavigableMap<Integer, Double> past = new TreeMap<>();
        rates.headMap(year, false).forEach((y, rate) -> {
            Known now = levels.get(y);
            Known before = levels.get(y - 1);
            Known nowToDate = toDate.get(y);
            Known beforeToDate = toDate.get(y - 1);
            Known rateToDate = ratesToDate.get(y);
            if (now != null && before != null && nowToDate != null && beforeToDate != null) {
                past.put(y, 100 * (now.value() - nowToDate.value()) / (before.value() - beforeToDate.value()) - 100);
            } else if (rateToDate != null) {
                double share = shares.getOrDefault(month, 0.0) / 100;
                past.put(y, RequiredPace.growthOfRest(rate.value(), rateToDate.value(), share));
            }
        });
        return new PastYears(past);
    }

    /**
     * Returns a flow at its own unit.
     *
     * @param toDate what was reached until each month, by year
     * @param unit of the figures
     * @throws ScenarioException if last year is not known, or nothing grows on it
     */
    static YearToDate ofFlow(int year, NavigableMap<Integer, NavigableMap<Integer, Double>> toDate, String unit) {
        NavigableMap<Integer, Double> last = toDate.getOrDefault(year - 1, new TreeMap<>());
        NavigableMap<Integer, Double> now = toDate.getOrDefault(year, new TreeMap<>());
        Double whole = last.get(MONTHS);
        if (whole == null) {
            throw new ScenarioException("no_last_year", LocalizedText.same(Integer.toString(year - 1)));
        }
        if (!(whole > 0)) {
            throw new ScenarioException(
                    "no_growth_on_last_year",
                    LocalizedText.same(Integer.toString(year - 1)),
                    Phrase.amount(whole, unit));
        }
        int month = 0;
        for (int m : now.keySet()) {
            Double before = last.get(m);
            month = before != null && before > 0 ? m : month;
        }
        NavigableMap<Integer, Double> shares = new TreeMap<>();
        last.forEach((m, value) -> shares.put(m, 100 * value / whole));
        Double soFar = now.get(month);
        Double soFarLast = last.get(month);
        double growth = soFar == null || soFarLast == null ? 0 : 100 * soFar / soFarLast - 100;
        return new YearToDate(year, month, growth, shares, List.of(), pastRest(year, month, toDate));
    }

    private static PastYears pastRest(
            int year, int month, NavigableMap<Integer, NavigableMap<Integer, Double>> toDate) {
        NavigableMap<Integer, Double> rests = new TreeMap<>();
        toDate.headMap(year, false).forEach((y, months) -> {
            Double whole = months.get(MONTHS);
            Double part = month == 0 ? Double.valueOf(0) : months.get(month);
            if (whole != null && part != null) {
                rests.put(y, whole - part);
            }
        });
        NavigableMap<Integer, Double> growth = new TreeMap<>();
        rests.forEach((y, rest) -> {
            Double before = rests.get(y - 1);
            if (before != null && before > 0) {
                growth.put(y, 100 * rest / before - 100);
            }
        });
        return new PastYears(growth);
    }

    boolean isComplete() {
        return month == MONTHS;
    }

    /** Returns the share of last year's value up to the end of a month, in percent; null if not known. */
    @Nullable
    Double shareUntil(int lastMonth) {
        return lastMonth == 0 ? Double.valueOf(0) : shares.get(lastMonth);
    }

    /** Returns the growth that the rest needs so that the year grows by a target, in percent. */
    double growthOfRest(double targetPct) {
        double share = shares.getOrDefault(month, 0.0) / 100;
        return month == 0 ? targetPct : RequiredPace.growthOfRest(targetPct, growthToDatePct, share);
    }

    /** Returns the remaining periods, months where last year's months are known, else quarters; empty if neither is. */
    List<Period> remaining() {
        for (Frequency frequency : List.of(Frequency.M, Frequency.Q)) {
            int length = MONTHS / frequency.periodsPerYear();
            List<Period> periods = new ArrayList<>();
            boolean isKnown = month % length == 0;
            for (int last = month + length; last <= MONTHS && isKnown; last += length) {
                isKnown = shares.containsKey(last);
                periods.add(new Period(year, frequency, last / length));
            }
            if (isKnown && !periods.isEmpty()) {
                return periods;
            }
        }
        return List.of();
    }

    /** Returns the share of last year's value of a remaining period, in percent. */
    double weight(Period period) {
        Double until = shareUntil(period.lastMonth());
        Double before = shareUntil(period.lastMonth() - period.months());
        if (until == null || before == null) {
            throw new IllegalArgumentException("Expecting a period of " + remaining() + " but was " + period);
        }
        return until - before;
    }
}
