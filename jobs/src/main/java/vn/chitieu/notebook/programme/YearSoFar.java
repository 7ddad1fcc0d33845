package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/**
 * A rate to the same month of every year that is published, beside the rate of the whole year.
 *
 * @param month the last month of this year that is known
 * @param years both rates of each complete year, oldest first, in percent
 * @param now the rate of this year so far, in percent
 * @param query the rows they were read from
 */
public record YearSoFar(int month, TreeMap<Integer, Pair> years, double now, MartQuery query) {

    private static final int MONTHS = 12;
    private static final String CUMULATED = "C";
    private static final String PERCENT = "pct";
    private static final String WHOLE = "[0-9]{4}";

    /** The rate of a year to a month and in full, in percent. */
    public record Pair(double toDate, double whole) {
        /** Returns by how many percentage points the whole year was above its first months. */
        public double gain() {
            return whole - toDate;
        }
    }

    /**
     * Returns the comparison of a target that is a rate; empty where two past years or this year's rate are missing.
     */
    public static Optional<YearSoFar> of(Target target, ProgrammeView view) {
        MartRow row = target.headline();
        String last = row.text("actual_period");
        if (!row.text("unit_code").equals(PERCENT) || !ReportingPeriod.hasForm(last)) {
            return Optional.empty();
        }
        int month = ReportingPeriod.placeOf(last).lastMonth();
        int year = row.integer("year").orElseThrow();
        boolean isOfAccounts = row.text("measure_code").equals("growth_volume") && AccountIndicators.isOfAccounts(row);
        MartQuery query = isOfAccounts ? ofAccounts(row, month) : ofObservations(row, month);
        String column = isOfAccounts ? "growth_pct" : "obs_value";
        LocalDate knownBy = view.programme().knownBy();
        TreeMap<Integer, Double> toDate = new TreeMap<>();
        TreeMap<Integer, Double> whole = new TreeMap<>();
        for (MartRow found : query.rows(view.marts())) {
            boolean isKnown = found.date(isOfAccounts ? "vintage_date" : "published_date")
                    .map(day -> !day.isAfter(knownBy))
                    .orElse(true);
            OptionalDouble rate = found.number(column);
            Period period = ReportingPeriod.placeOf(found.text("period"));
            boolean counts = isKnown
                    && rate.isPresent()
                    && (isOfAccounts || found.isTrue("is_latest"))
                    && isSinceJanuary(period, found.text("accumulation"));
            if (counts) {
                (period.months() == MONTHS ? whole : toDate).put(period.year(), rate.getAsDouble());
            }
        }
        TreeMap<Integer, Pair> years = new TreeMap<>();
        whole.headMap(year).forEach((past, rate) -> {
            if (toDate.containsKey(past)) {
                years.put(past, new Pair(toDate.get(past), rate));
            }
        });
        return month < MONTHS && years.size() > 1 && toDate.containsKey(year)
                ? Optional.of(new YearSoFar(month, years, toDate.get(year), query))
                : Optional.empty();
    }

    /** Returns in how many years the whole was above its first months. */
    public long above() {
        return years.values().stream().filter(pair -> pair.gain() > 0).count();
    }

    /** Returns the median of the gains, in percentage points. */
    public double medianGain() {
        return StatUtils.percentile(gains(), 50);
    }

    /** Returns the year with the smallest gain, which may be negative. */
    public Map.Entry<Integer, Pair> worst() {
        return extreme(-1);
    }

    /** Returns the year with the largest gain. */
    public Map.Entry<Integer, Pair> best() {
        return extreme(1);
    }

    private Map.Entry<Integer, Pair> extreme(int sign) {
        return years.entrySet().stream()
                .max((a, b) ->
                        sign * Double.compare(a.getValue().gain(), b.getValue().gain()))
                .orElseThrow();
    }

    private double[] gains() {
        return years.values().stream().mapToDouble(Pair::gain).toArray();
    }

    private static MartQuery ofAccounts(MartRow row, int month) {
        return MartQuery.of("soFar", MartTables.GRDP_BY_SECTOR.name())
                .where("area_code", row.text("area_code"))
                .where("activity_code", row.text("activity_code"))
                .like("price_basis", "(constant_2010|none)")
                .like("period", periods(row.text("actual_period"), month))
                .orderBy("period")
                .columns("period", "accumulation", "growth_pct", "growth_origin", "vintage_date");
    }

    private static MartQuery ofObservations(MartRow row, int month) {
        return MartQuery.of("soFar", MartTables.OBSERVATION.name())
                .where("area_code", row.text("area_code"))
                .where("indicator_code", row.text("indicator_code"))
                .where("activity_code", row.text("activity_code"))
                .where("unit_code", PERCENT)
                .like("period", periods(row.text("actual_period"), month))
                .orderBy("period", "published_date")
                .columns("period", "accumulation", "obs_value", "published_date", "is_latest");
    }

    /** Returns the form of a whole year and of the periods that end with a month. */
    private static String periods(String last, int month) {
        String ends = String.format(Locale.ROOT, "%02d", month)
                + (month % 3 == 0 ? "|Q" + month / 3 : "")
                + (month % 6 == 0 ? "|S" + month / 6 : "");
        return Period.hasForm(last)
                ? WHOLE + "|" + WHOLE + "-(" + ends + ")"
                : WHOLE + "-(A1|" + ends.replaceFirst("^", "M") + ")/.*";
    }

    /** Returns whether a period holds all months of the year up to its end: cumulated ones, and the first of a year. */
    private static boolean isSinceJanuary(Period period, String accumulation) {
        return period.index() == 1 || accumulation.equals(CUMULATED);
    }
}
