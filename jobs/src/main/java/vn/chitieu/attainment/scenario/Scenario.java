package vn.chitieu.attainment.scenario;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chitieu.text.LocalizedText;

/**
 * The answer to a {@link ScenarioRequest}.
 *
 * @param sentences what it means, the most important first
 */
public record Scenario(List<LocalizedText> sentences, List<Row> rows) {

    public Scenario {
        sentences = List.copyOf(sentences);
        rows = List.copyOf(rows);
    }

    /** What a row is about. */
    public enum Kind {
        /** What is known of the year, and its whole rest. */
        REST,
        /** One period of the year. */
        PERIOD,
        /** One part of the gross product, over the whole year. */
        SECTOR,
        /** What follows for the year. */
        OUTCOME;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the number of a row comes from. */
    public enum Basis {
        KNOWN,
        GIVEN,
        PROGRAMME,
        SOLVED,
        DERIVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line of the answer; cells that do not apply are null.
     *
     * @param code of the period, part or outcome
     * @param weightPct share of last year's total
     * @param lastYear the same of the year before: growth in percent, or the amount of a flow
     * @param value in {@code unitCode}
     * @param growthPct against the same of last year
     * @param cumulatedGrowthPct growth of the year until then
     * @param contribution to the growth of the total
     * @param past how earlier years compare
     */
    public record Row(
            Kind kind,
            String code,
            LocalizedText label,
            Basis basis,
            String unitCode,
            @Nullable Double weightPct,
            @Nullable Double lastYear,
            @Nullable Double value,
            @Nullable Double growthPct,
            @Nullable Double cumulatedGrowthPct,
            Contribution contribution,
            Past past) {}

    /**
     * What a part adds to the growth of a total; null where that does not apply.
     *
     * @param points percentage points of the growth of the total
     * @param growthSharePct the same in percent of the growth of the total, net taxes on products included
     * @param valueAddedSharePct the same in percent of the growth of value added, without net taxes on products, as
     *     national releases print it
     */
    public record Contribution(
            @Nullable Double points,
            @Nullable Double growthSharePct,
            @Nullable Double valueAddedSharePct) {

        static final Contribution NONE = new Contribution(null, null, null);
    }

    /**
     * How a growth compares with earlier years.
     *
     * @param percentile how many percent of them grew less; null where too few are known
     * @param reached in which of the years with figures as much was reached; empty where that is not known
     */
    public record Past(@Nullable Double percentile, LocalizedText reached) {

        static final Past NONE = new Past(null, LocalizedText.EMPTY);
    }
}
