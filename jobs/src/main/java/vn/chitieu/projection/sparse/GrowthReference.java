package vn.chitieu.projection.sparse;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.GrowthFigures;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.series.YearFigures;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * What all areas together say of growth: rates so far with the rates of their years, normal growth, seasonal shares,
 * and how much of growth so far lasts, measured on the nation.
 *
 * <p>Growth rates and the amounts they are of belong to one family: the same indicator, activity and price basis. The
 * gross product of the nation and that of a province are one indicator here.
 */
public final class GrowthReference implements Serializable {

    private static final Words WORDS = Words.of("projection");

    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 12;
    private static final int FEWEST_NATIONAL_PAIRS = 8;
    private static final int SHARE_YEARS = 3;
    private static final Set<String> DONG = Set.of("billion_vnd", "million_vnd_per_person");

    private final String nation;
    private final TreeMap<String, TreeMap<String, TreeMap<Integer, double[]>>> rates = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, double[]>> shares = new TreeMap<>();

    private GrowthReference(String nation) {
        this.nation = nation;
    }

    /** Returns a reference that knows nothing. */
    public static GrowthReference none() {
        return new GrowthReference("");
    }

    /**
     * Returns the reference made of the series of all areas, whatever their order.
     *
     * @param nationAreaCode the area whose accounts give seasonal shares, normal growth and what lasts of growth
     */
    public static GrowthReference of(Collection<SeriesInput> inputs, String nationAreaCode) {
        GrowthReference reference = new GrowthReference(nationAreaCode);
        List<SeriesInput> ordered =
                inputs.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        ordered.stream().filter(GrowthReference::isFlow).forEach(reference::takeLevels);
        ordered.stream()
                .filter(input -> input.facts().kind() == IndicatorKind.GROWTH)
                .forEach(reference::takeRates);
        return reference;
    }

    /**
     * Returns what some areas of a nation say together: the same as is made of all their series at once.
     *
     * @param ofAreas made of the series of one area each, in any order; empty where nobody says anything
     */
    public static GrowthReference together(Collection<GrowthReference> ofAreas) {
        @Nullable GrowthReference all = null;
        for (GrowthReference one : ofAreas) {
            GrowthReference sum = all == null ? new GrowthReference(one.nation) : all;
            one.rates.forEach((family, areas) ->
                    sum.rates.computeIfAbsent(family, f -> new TreeMap<>()).putAll(areas));
            one.shares.forEach((family, areas) ->
                    sum.shares.computeIfAbsent(family, f -> new TreeMap<>()).putAll(areas));
            all = sum;
        }
        return all == null ? none() : all;
    }

    /** Returns the sum of all that is said, bit by bit; of one area at a time, for a nation says millions of rates. */
    public String sha256() {
        List<Object> said = new ArrayList<>(List.of(nation));
        rates.forEach((family, areas) -> areas.forEach((area, years) -> {
            List<Object> ofArea = new ArrayList<>();
            years.forEach((year, known) -> {
                ofArea.add(year);
                addBits(ofArea, known);
            });
            said.addAll(List.of(family, area, Sha256.ofParts(ofArea)));
        }));
        said.add("shares");
        shares.forEach((family, areas) -> areas.forEach((area, known) -> {
            List<Object> ofArea = new ArrayList<>();
            addBits(ofArea, known);
            said.addAll(List.of(family, area, Sha256.ofParts(ofArea)));
        }));
        return Sha256.ofParts(said);
    }

    private static void addBits(List<Object> said, double[] known) {
        for (double value : known) {
            said.add(Double.doubleToLongBits(value));
        }
    }

    private static boolean isFlow(SeriesInput input) {
        return input.facts().aggregation() == Aggregation.SUM;
    }

    private void takeLevels(SeriesInput input) {
        NavigableMap<Integer, YearFigures> years =
                SeriesHistory.of(input, Integer.MAX_VALUE).levels();
        years.forEach((year, figures) -> {
            YearFigures before = years.get(year - 1);
            if (before != null) {
                put(input, year, GrowthFigures.between(figures, before));
            }
        });
        shares.computeIfAbsent(family(input), f -> new TreeMap<>())
                .put(input.id().areaCode(), latestShares(years));
    }

    private void takeRates(SeriesInput input) {
        TreeMap<Integer, List<DatedValue>> years = new TreeMap<>();
        for (DatedValue value : input.values()) {
            years.computeIfAbsent(value.period().year(), y -> new ArrayList<>()).add(value);
        }
        years.forEach((year, values) -> put(input, year, GrowthFigures.published(values)));
    }

    private void put(SeriesInput input, int year, GrowthFigures figures) {
        double[] known = rates.computeIfAbsent(family(input), f -> new TreeMap<>())
                .computeIfAbsent(input.id().areaCode(), a -> new TreeMap<>())
                .computeIfAbsent(year, y -> {
                    double[] none = new double[MONTHS + 1];
                    Arrays.fill(none, Double.NaN);
                    return none;
                });
        for (int month = 1; month <= MONTHS; month++) {
            known[month] = figures.toDate(month).orElse(known[month]);
        }
    }

    private static double[] latestShares(NavigableMap<Integer, YearFigures> years) {
        double[] mean = new double[MONTHS + 1];
        Arrays.fill(mean, Double.NaN);
        for (int month = 1; month < MONTHS; month++) {
            double sum = 0;
            int count = 0;
            for (YearFigures year : years.descendingMap().values()) {
                OptionalDouble annual = year.annual();
                OptionalDouble toDate = year.toDate(month);
                if (count < SHARE_YEARS && annual.isPresent() && toDate.isPresent() && annual.getAsDouble() > 0) {
                    sum += toDate.getAsDouble() / annual.getAsDouble();
                    count++;
                }
            }
            mean[month] = count == 0 ? Double.NaN : sum / count;
        }
        return mean;
    }

    /**
     * The family of the gross product, of which any series may ask besides its own.
     *
     * @see #kin(SeriesInput)
     */
    public static final String PRODUCT = "grdp._T";

    /**
     * Returns what names a series and its growth rates at whatever prices: a projection of the series asks a reference
     * for what series of that name say, and those of {@link #PRODUCT}, and for nothing else.
     */
    public static String kin(SeriesInput input) {
        Indicator facts = input.facts();
        String root =
                facts.kind() == IndicatorKind.GROWTH && !facts.baseCode().isEmpty() ? facts.baseCode() : facts.code();
        return kin(root, input.id().activityCode());
    }

    private static String kin(String root, String activityCode) {
        String shared = root.equals("gdp") ? "grdp" : root;
        return shared + "." + activityCode;
    }

    /** Returns the name of the family that a series and its growth rates share. */
    private static String family(SeriesInput input) {
        return kin(input) + "." + input.id().priceBasis().code();
    }

    private static String family(String root, String activityCode, PriceBasis basis) {
        return kin(root, activityCode) + "." + basis.code();
    }

    /**
     * One year of one area.
     *
     * @param toDatePct growth of the first months
     * @param yearPct growth of the year
     */
    record GrowthPair(String areaCode, int year, double toDatePct, double yearPct) {}

    /** Returns the pairs of a family at a month, of all areas, by year and area. */
    List<GrowthPair> pairs(SeriesInput input, int month) {
        List<GrowthPair> pairs = new ArrayList<>();
        rates.getOrDefault(family(input), new TreeMap<>())
                .forEach((area, years) -> pairs.addAll(pairs(area, years, month)));
        pairs.sort((a, b) ->
                a.year() == b.year() ? a.areaCode().compareTo(b.areaCode()) : Integer.compare(a.year(), b.year()));
        return pairs;
    }

    /** Returns the pairs of a family at a month of the nation alone, by year. */
    private List<GrowthPair> nationalPairs(SeriesInput input, int month) {
        return pairs(
                nation,
                rates.getOrDefault(family(input), new TreeMap<>()).getOrDefault(nation, new TreeMap<>()),
                month);
    }

    private static List<GrowthPair> pairs(String area, SortedMap<Integer, double[]> years, int month) {
        List<GrowthPair> pairs = new ArrayList<>();
        years.forEach((year, known) -> {
            if (!Double.isNaN(known[month]) && !Double.isNaN(known[MONTHS])) {
                pairs.add(new GrowthPair(area, year, known[month], known[MONTHS]));
            }
        });
        return pairs;
    }

    /** Returns the growth of the first months of a year in the series' own area, in percent; empty if not known. */
    OptionalDouble rate(SeriesInput input, int year, int month) {
        double[] known = rates.getOrDefault(family(input), new TreeMap<>())
                .getOrDefault(input.id().areaCode(), new TreeMap<>())
                .get(year);
        return known == null || Double.isNaN(known[month]) ? OptionalDouble.empty() : OptionalDouble.of(known[month]);
    }

    /** Returns the growth of the nation in each known year, in percent. */
    private double[] nationalGrowth(SeriesInput input) {
        return values(growth(input, nation));
    }

    private static double[] values(NavigableMap<Integer, Double> byYear) {
        return byYear.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private NavigableMap<Integer, Double> growth(SeriesInput input, String area) {
        return growth(family(input), area);
    }

    private NavigableMap<Integer, Double> growth(String family, String area) {
        NavigableMap<Integer, Double> growth = new TreeMap<>();
        rates.getOrDefault(family, new TreeMap<>())
                .getOrDefault(area, new TreeMap<>())
                .forEach((year, known) -> {
                    if (!Double.isNaN(known[MONTHS])) {
                        growth.put(year, known[MONTHS]);
                    }
                });
        return growth;
    }

    /**
     * Returns by how much the prices of a level of the gross product, or of a part of it, changed in each year, in
     * logarithms: its growth at current prices over that of its volume.
     *
     * @param ofNation whether in the nation and not in the level's own area
     */
    NavigableMap<Integer, Double> priceChanges(SeriesId level, boolean ofNation) {
        String area = ofNation ? nation : level.areaCode();
        NavigableMap<Integer, Double> volume =
                growth(family(level.indicatorCode(), level.activityCode(), PriceBasis.CONSTANT_2010), area);
        NavigableMap<Integer, Double> changes = new TreeMap<>();
        growth(family(level.indicatorCode(), level.activityCode(), PriceBasis.CURRENT), area)
                .forEach((year, value) -> {
                    Double real = volume.get(year);
                    if (real != null && real > -100 && value > -100) {
                        changes.put(year, Math.log1p(value / 100) - Math.log1p(real / 100));
                    }
                });
        return changes;
    }

    /**
     * Returns the normal yearly growth of an area in percent: the mean of its own years drawn to the nation's, the more
     * so the fewer and the more erratic they are; empty if neither is known.
     *
     * @param published annual growth of the area by year, which goes before what this reference knows of it
     */
    OptionalDouble normalGrowth(SeriesInput input, String areaCode, NavigableMap<Integer, Double> published) {
        NavigableMap<Integer, Double> own = growth(input, areaCode);
        own.putAll(published);
        double[] panel = areaCode.equals(nation) ? new double[0] : nationalGrowth(input);
        return NormalGrowth.drawn(values(own), panel, deviation(input), 100 * NormalGrowth.SPREAD);
    }

    /** Returns the mean of the logarithms of the nation's yearly growth factors; empty if not known. */
    OptionalDouble nationalLogGrowth(SeriesInput input) {
        return Arrays.stream(nationalGrowth(input))
                .filter(rate -> rate > -100)
                .map(rate -> Math.log1p(rate / 100))
                .average();
    }

    /**
     * Returns the usual yearly growth of amounts such as those of an area other than the nation, in logarithms: the
     * nation's of the same indicator or, for amounts in dong, that of its gross product at current prices.
     */
    OptionalDouble usualLogGrowth(SeriesInput input) {
        if (isNation(input.id().areaCode())) {
            return OptionalDouble.empty();
        }
        OptionalDouble same = nationalLogGrowth(input);
        if (same.isPresent() || !DONG.contains(input.facts().unitCode())) {
            return same;
        }
        return logGrowth(rates.getOrDefault(PRODUCT + "." + PriceBasis.CURRENT.code(), new TreeMap<>())
                .getOrDefault(nation, new TreeMap<>()));
    }

    private static OptionalDouble logGrowth(Map<Integer, double[]> years) {
        return years.values().stream()
                .mapToDouble(known -> known[MONTHS])
                .filter(rate -> rate > -100)
                .map(rate -> Math.log1p(rate / 100))
                .average();
    }

    /** Returns how far normal growth of areas is from the nation's, in percentage points. */
    static double deviation(SeriesInput input) {
        return isWholeEconomy(input) ? 1 : 3;
    }

    private static boolean isWholeEconomy(SeriesInput input) {
        return kin(input).equals(PRODUCT) && input.id().priceBasis().isConstant();
    }

    /** Returns the part of the year's amount that its first months bring: of the area, else the nation, else even. */
    double shareToDate(SeriesInput input, int month) {
        TreeMap<String, double[]> ofFamily = shares.getOrDefault(family(input), new TreeMap<>());
        for (String area : List.of(input.id().areaCode(), nation)) {
            double[] known = ofFamily.get(area);
            if (known != null && known[month] > 0 && known[month] < 1) {
                return known[month];
            }
        }
        return month / (double) MONTHS;
    }

    /**
     * How much of growth so far lasts into the rest of the year.
     *
     * @param spread of the rest's growth in percentage points, 0 if not measured
     * @param measured in words where it was measured
     */
    public record PassThrough(double share, double spread, LocalizedText measured) {

        /** Returns what monthly series of amounts say after some months, 1 to 11. */
        static PassThrough usual(int months) {
            return new PassThrough(PassThroughPrior.share(months), 0, WORDS.text("measured.amounts"));
        }
    }

    /** Returns whether an area is the one whose accounts are the reference of the others. */
    boolean isNation(String areaCode) {
        return areaCode.equals(nation);
    }

    /** Returns what lasts of growth so far: of volumes as the nation's accounts say, else as many amounts say. */
    PassThrough passThrough(SeriesInput input, int month) {
        List<GrowthPair> national = nationalPairs(input, month);
        if (!input.id().priceBasis().isConstant() || national.size() < FEWEST_NATIONAL_PAIRS) {
            return PassThrough.usual(month);
        }
        double normal = Arrays.stream(nationalGrowth(input)).average().orElse(0);
        double share = nationalShare(input, month);
        List<RemainderRegression.Pair> deviations = national.stream()
                .map(pair -> deviations(pair, normal, share, 1))
                .toList();
        RemainderRegression fit = RemainderRegression.fit(
                deviations, PassThroughPrior.share(month), deviation(input), 1, deviation(input));
        return new PassThrough(
                fit.beta(),
                fit.spread(),
                WORDS.text(
                        "measured.national_accounts",
                        national.get(0).year(),
                        national.get(national.size() - 1).year()));
    }

    private double nationalShare(SeriesInput input, int month) {
        double[] known = shares.getOrDefault(family(input), new TreeMap<>()).get(nation);
        return known != null && known[month] > 0 && known[month] < 1 ? known[month] : month / (double) MONTHS;
    }

    /**
     * Returns a pair as deviations from normal growth, in percentage points.
     *
     * @param share of the year that the first months bring
     */
    static RemainderRegression.Pair deviations(GrowthPair pair, double normal, double share, double weight) {
        double rest = (pair.yearPct() - share * pair.toDatePct()) / (1 - share);
        return new RemainderRegression.Pair(pair.toDatePct() - normal, rest - normal, weight);
    }
}
