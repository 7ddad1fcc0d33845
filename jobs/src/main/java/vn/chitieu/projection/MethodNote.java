package vn.chitieu.projection;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/**
 * How a projection was made, or why a better method was not used: a code for machines and words in both languages.
 *
 * @param code of the method that made the number itself, before growth or contributions were derived from it; of a
 *     reason its name; empty if there is none
 */
public record MethodNote(String code, LocalizedText text) implements Serializable {

    private static final Words WORDS = Words.of("projection");

    /** Nothing to say: the best method was used. */
    public static final MethodNote NONE = new MethodNote("", LocalizedText.EMPTY);

    public static final MethodNote ONLY_GROWTH_RATES = reason("only_growth_rates");
    public static final MethodNote ONE_COMPLETE_YEAR = reason("one_complete_year");
    public static final MethodNote PERIODS_MISSING = reason("periods_missing");
    public static final MethodNote NO_FIGURE_OF_THE_YEAR = reason("no_data_this_year");
    public static final MethodNote NOT_COMPARABLE = reason("not_comparable");
    public static final MethodNote NO_AMOUNT_OF_THE_YEAR = reason("no_amount_of_the_year");

    private static MethodNote reason(String code) {
        return of(code, code);
    }

    private static MethodNote of(String code, String key, Object... phrases) {
        return new MethodNote(code, WORDS.text("method." + key, phrases));
    }

    private MethodNote with(String key, Object... more) {
        Object[] phrases = new Object[more.length + 1];
        phrases[0] = text;
        System.arraycopy(more, 0, phrases, 1, more.length);
        return of(code, key, phrases);
    }

    /** Returns why figures of the year are not used: months before them are missing. */
    public static MethodNote monthsMissing(int lastMonth, int lastUsed) {
        return of("months_missing", "months_missing", lastMonth, lastUsed);
    }

    public static MethodNote known(boolean isEarly) {
        return of("known", isEarly ? "known.early" : "known");
    }

    /**
     * Returns the methods of dense series.
     *
     * @param code {@code combination}, {@code one_year_history}, {@code rest_growth}, {@code stopped} or
     *     {@code rare_counts}
     * @param isShifted whether the year to date is the printed one and not the sum of its periods
     */
    public static MethodNote ofPeriods(String code, Frequency frequency, boolean isShifted) {
        MethodNote note = of(code, code + (frequency == Frequency.M ? ".M" : ".Q"));
        return isShifted ? note.with("as_printed") : note;
    }

    /**
     * Returns the drift of annual values.
     *
     * @param nationPct growth of the nation that the drift is drawn to, in percent
     * @param isFromProjectedYear whether the year before is itself projected
     */
    public static MethodNote drift(
            int years, LinkFunction link, OptionalDouble nationPct, boolean isFromProjectedYear) {
        MethodNote note = of("annual_drift", "drift." + link.name().toLowerCase(Locale.ROOT), years);
        if (nationPct.isPresent()) {
            note = note.with("drift.nation", PrintedNumber.of(nationPct.getAsDouble(), 1));
        }
        return isFromProjectedYear ? note.with("drift.from_projected") : note;
    }

    public static MethodNote counts(int years) {
        return of("annual_drift", "counts", years);
    }

    /**
     * Returns the drift of figures of irregular days, going on from the last of them.
     *
     * @param year of the area
     */
    public static MethodNote datedWalk(int figures, Period last, ReportingYear year) {
        return of("dated_walk", "dated_walk", figures, new ReportingPeriod(last, year).name());
    }

    /** Returns the note of a share whose rise is partly that of a falling number of units. */
    public MethodNote withFewerUnits() {
        return with("dated_walk.denominator");
    }

    /** Returns the change of a level whose year before is projected too. */
    public static MethodNote changeOfDrift(int years) {
        return of("annual_drift", "change_of_drift", years);
    }

    public static MethodNote meanOfRates(int years) {
        return of("annual_drift", "mean_of_rates", years);
    }

    /**
     * Returns the growth of the rest of the year from growth to date.
     *
     * @param beta part of a deviation from the normal that the rest repeats
     * @param prior the same as expected beforehand
     * @param measured where {@code prior} was measured
     * @param normal growth in percent
     * @param more what else it rests on
     */
    public static MethodNote passThrough(
            String code, double beta, double prior, LocalizedText measured, double normal, LocalizedText more) {
        return of(
                code,
                "pass_through",
                PrintedNumber.of(beta, 2),
                PrintedNumber.of(prior, 2),
                measured,
                PrintedNumber.of(normal, 1),
                more);
    }

    /** Returns the note of a projection that the figure to date, carried on evenly through the year, has a part in. */
    public MethodNote withEvenPace() {
        return with("even_pace");
    }

    /**
     * Returns what a growth to date rests on, to follow {@link #passThrough}.
     *
     * @param gain by which growth of the year usually exceeds growth to date, in percentage points
     * @param gainWeightPct what growth to date with its usual gain weighs beside the regression, in percent
     */
    public static LocalizedText basis(double sharePct, int pairs, double gain, double gainWeightPct) {
        return WORDS.text(
                "method.basis",
                PrintedNumber.of(sharePct, 1),
                pairs,
                PrintedNumber.of(gain, 2),
                PrintedNumber.of(gainWeightPct, 0));
    }

    /**
     * Returns the gross product at current prices carried on by volume and prices.
     *
     * @param lastYear of the amount
     * @param pricesPct expected growth of prices a year, in percent
     * @param nationPct the nation's that it is drawn to, in percent; null without one
     */
    public static MethodNote volumeAndPrices(int lastYear, double pricesPct, int years, @Nullable Double nationPct) {
        MethodNote note = of(
                "volume_and_prices",
                "volume_and_prices",
                LocalizedText.same(Integer.toString(lastYear)),
                PrintedNumber.of(pricesPct, 1),
                years);
        return nationPct == null ? note : note.with("volume_and_prices.nation", PrintedNumber.of(nationPct, 1));
    }

    /**
     * Returns a structure carried on by the volumes of its parts.
     *
     * @param lastYear whose structure is known
     * @param lastYearOfPart whose share of the part is known
     * @param spreadPct standard deviation of a year's change of relative prices, in percent
     */
    public static MethodNote structureCarriedOn(int lastYear, int lastYearOfPart, double spreadPct) {
        return of(
                "structure_carried_on",
                "structure_carried_on",
                LocalizedText.same(Integer.toString(lastYear)),
                LocalizedText.same(Integer.toString(lastYearOfPart)),
                PrintedNumber.of(spreadPct, 1));
    }

    /**
     * Returns a part of a projected total by its last known share.
     *
     * @param period that the share is of
     */
    public static MethodNote shareOfTotal(double sharePct, ReportingPeriod period) {
        return of("share_of_total", "share_of_total", PrintedNumber.of(sharePct, 1), period.name());
    }

    /**
     * Returns the note of a projection that was moved by what other series taught.
     *
     * @param series how many
     * @param percent by how much the point was moved
     */
    public MethodNote withLearnt(int series, double percent) {
        return with("learnt", series, PrintedNumber.signedPct(percent, 1));
    }

    /**
     * Returns the note of a projection whose history was carried to another level.
     *
     * @param since first period of that level
     * @param percent of the former level by which it is higher
     * @param year of the area
     */
    public MethodNote withLevelBreak(Period since, double percent, ReportingYear year) {
        return with("level_break", MissingPeriods.phrase(List.of(since), year), PrintedNumber.signedPct(percent, 0));
    }

    /**
     * Returns the note of a projection made without the last period, which is perhaps only partly reported.
     *
     * @param year of the area
     */
    public MethodNote withoutHalfReported(Period last, ReportingYear year) {
        return with("half_reported", MissingPeriods.phrase(List.of(last), year));
    }

    /**
     * Returns the note of a projection that rests on interpolated periods.
     *
     * @param periods at least one, all of one frequency
     * @param year of the area
     */
    public MethodNote withInterpolated(List<Period> periods, ReportingYear year) {
        return with("interpolated", MissingPeriods.phrase(periods, year));
    }

    /**
     * Returns the note of a projection made of others.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    public static MethodNote fromParts(String code) {
        return of(code, code);
    }

    /** Returns this method after another that gave the number alone. */
    public MethodNote after(MethodNote alone) {
        return with("after", alone.text);
    }
}
