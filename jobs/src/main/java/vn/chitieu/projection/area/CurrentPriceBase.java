package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.sparse.AnnualProjection;
import vn.chitieu.projection.sparse.PriceDrift;

/**
 * What the gross product at current prices is carried on from in a year that has no figure of it: its last amount or
 * its last figure per head, whichever is of the later year, and how volume grew since.
 *
 * @param product the series of its amount, in {@code unitCode}
 * @param year the one projected
 * @param volume growth of volume from {@link #lastYear} to the year before the one projected, as a factor
 * @param amounts by year, before the one projected
 * @param heads the same per head, in million dong a person; empty where the amount is not in dong or the population not
 *     known
 * @param people average population, in thousands; may be empty
 */
record CurrentPriceBase(
        SeriesId product,
        String unitCode,
        int year,
        double volume,
        PriceDrift prices,
        NavigableMap<Integer, Double> amounts,
        NavigableMap<Integer, Double> heads,
        NavigableMap<Integer, Double> people)
        implements Serializable {

    CurrentPriceBase {
        amounts = new TreeMap<>(amounts);
        heads = new TreeMap<>(heads);
        people = new TreeMap<>(people);
    }

    /**
     * Returns the base of an area; empty if nothing is known of the two years before, or not how volume went on from
     * there.
     *
     * @param histories of the area, until the year projected
     */
    static Optional<CurrentPriceBase> of(
            String areaCode, int year, Map<SeriesId, SeriesHistory> histories, PriceDrift prices) {
        SeriesId product = AccountIdentities.grossProduct(areaCode, PriceBasis.CURRENT);
        NavigableMap<Integer, Double> amounts = before(histories, product);
        SeriesId head = AccountIdentities.current(areaCode, "grdp_per_capita");
        String unit = unit(histories, product, AccountIdentities.AMOUNT_UNIT);
        NavigableMap<Integer, Double> people = before(histories, AccountIdentities.population(areaCode));
        NavigableMap<Integer, Double> heads = !people.isEmpty()
                        && AccountIdentities.areOfOneUnit(unit, unit(histories, head, AccountIdentities.PER_HEAD_UNIT))
                ? before(histories, head)
                : new TreeMap<>();
        int last = lastYear(amounts, heads);
        if (last < year - AnnualProjection.MOST_YEARS_AHEAD) {
            return Optional.empty();
        }
        OptionalDouble volume = volume(areaCode, histories, last, year);
        return volume.isEmpty()
                ? Optional.empty()
                : Optional.of(new CurrentPriceBase(
                        product, unit, year, volume.getAsDouble(), prices, amounts, heads, people));
    }

    private static String unit(Map<SeriesId, SeriesHistory> histories, SeriesId id, String otherwise) {
        SeriesHistory history = histories.get(id);
        return history == null ? otherwise : history.facts().unitCode();
    }

    private static NavigableMap<Integer, Double> before(Map<SeriesId, SeriesHistory> histories, SeriesId id) {
        SeriesHistory history = histories.get(id);
        return history == null ? new TreeMap<>() : history.annualBefore();
    }

    private static OptionalDouble volume(String areaCode, Map<SeriesId, SeriesHistory> histories, int from, int year) {
        SeriesId level = AccountIdentities.grossProduct(areaCode, PriceBasis.CONSTANT_2010);
        NavigableMap<Integer, Double> growth = before(histories, AccountIdentities.about(level, "_growth"));
        double volume = 1;
        for (int y = from + 1; y < year; y++) {
            Double rate = growth.get(y);
            if (rate == null) {
                return OptionalDouble.empty();
            }
            volume *= 1 + rate / 100;
        }
        return OptionalDouble.of(volume);
    }

    private static int lastYear(NavigableMap<Integer, Double> amounts, NavigableMap<Integer, Double> heads) {
        return Math.max(amounts.isEmpty() ? 0 : amounts.lastKey(), heads.isEmpty() ? 0 : heads.lastKey());
    }

    /** Returns the year that all is carried on from. */
    int lastYear() {
        return lastYear(amounts, heads);
    }

    /** Returns the number of years over which prices are carried on. */
    int years() {
        return year - lastYear();
    }

    /** Returns the series of the factor by which prices change over {@link #years}. */
    SeriesId pricesId() {
        return AccountIdentities.about(product, "_prices");
    }

    /** Returns that factor as a number to draw. */
    SampleNode node() {
        return new SampleNode(pricesId(), prices.factor(years()), prices.scaledErrors(), false);
    }

    /** Returns the median of that factor. */
    double pricesMedian() {
        return prices.factor(years()).median();
    }

    /** Returns whether all is carried on from an amount, so that the population need not be known. */
    boolean isOfAmounts() {
        return amounts.containsKey(lastYear());
    }

    /**
     * Returns the amount that all is carried on from, in {@code unitCode}.
     *
     * @param peopleOfYear average population of the year projected, in thousands; not looked at for an amount
     */
    double lastAmount(double peopleOfYear) {
        Double printed = amounts.get(lastYear());
        return printed != null ? printed : heads.lastEntry().getValue() * peopleIn(lastYear(), peopleOfYear);
    }

    /**
     * Returns the amount of the year, in {@code unitCode}.
     *
     * @param growth of volume in the year, as a factor
     * @param pricesFactor over {@link #years}
     */
    double amount(double growth, double pricesFactor, double peopleOfYear) {
        return lastAmount(peopleOfYear) * volume * growth * pricesFactor;
    }

    /** Returns the average population of a year, between known ones as if it grew evenly. */
    private double peopleIn(int of, double peopleOfYear) {
        Map.Entry<Integer, Double> before = people.floorEntry(of);
        Map.Entry<Integer, Double> after = people.ceilingEntry(of);
        if (before == null || (after != null && after.getKey() == of)) {
            return after == null ? peopleOfYear : after.getValue();
        }
        int then = after == null ? year : after.getKey();
        double atThen = after == null ? peopleOfYear : after.getValue();
        double part = (double) (of - before.getKey()) / (then - before.getKey());
        return before.getValue() * Math.pow(atThen / before.getValue(), part);
    }

    /** Returns the earlier amounts, last year's being what all is carried on from if that is of last year. */
    Past pastAmounts(double peopleOfYear) {
        return new Past(lastYear() == year - 1 ? Double.valueOf(lastAmount(peopleOfYear)) : null, years(amounts));
    }

    /** Returns the earlier figures per head. */
    Past pastHeads() {
        return new Past(heads.get(year - 1), years(heads));
    }

    private static List<PastYear> years(NavigableMap<Integer, Double> values) {
        return values.entrySet().stream()
                .map(value -> new PastYear(value.getKey(), null, value.getValue()))
                .toList();
    }

    /** Returns the mean growth of the nation's prices that the area's is drawn to, in percent; null without one. */
    @Nullable
    Double nationPct() {
        return prices.nation().isPresent()
                ? Double.valueOf(100 * Math.expm1(prices.nation().getAsDouble()))
                : null;
    }
}
