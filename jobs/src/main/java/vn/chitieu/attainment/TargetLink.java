package vn.chitieu.attainment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Target;
import vn.chitieu.projection.SeriesId;

/** A series that may serve a target, and how it is read. */
public record TargetLink(SeriesId id, Conversion conversion) {

    private static final Set<String> GROSS_PRODUCTS = Set.of("grdp", "gdp");
    private static final Pattern SUM = Pattern.compile("[a-z][a-z0-9_]*(?: [+-] [a-z][a-z0-9_]*)+");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** How the value of a series becomes that of a target. */
    public enum Conversion {
        /** The series measures what the target does; only the unit may differ. */
        AS_IS,
        /** Percent against the series' value of the year before. */
        GROWTH_OF_LEVEL,
        /** The series less its value of the year before. */
        CHANGE_OF_LEVEL
    }

    /**
     * Returns the constant prices that series of an area have, the latest year first; none if they are all at others.
     *
     * @param ids of any areas
     */
    static List<PriceBasis> constantPrices(String areaCode, Collection<SeriesId> ids) {
        return ids.stream()
                .filter(id -> id.areaCode().equals(areaCode) && id.priceBasis().isConstant())
                .map(SeriesId::priceBasis)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * Returns the series that may serve a target of an area, best first; none for one assessed by hand.
     *
     * @param constantPrices those of the area's volumes, best first
     */
    public static List<TargetLink> of(String areaCode, Target target, List<PriceBasis> constantPrices) {
        String indicator = target.indicatorCode();
        List<TargetLink> found = new ArrayList<>();
        switch (target.measure()) {
            case FLOW_YEAR, STOCK_YEAR_END, RATIO_YEAR, MINIMUM_PER_UNIT, HIGHER_THAN_LAST_YEAR ->
                add(found, areaCode, target, indicator, Conversion.AS_IS, PriceBasis.CURRENT, PriceBasis.NONE);
            case GROWTH_VOLUME -> {
                PriceBasis[] volumes = constantPrices.toArray(PriceBasis[]::new);
                PriceBasis[] bases = Arrays.copyOf(volumes, volumes.length + 1);
                bases[volumes.length] = PriceBasis.NONE;
                add(found, areaCode, target, indicator + "_growth", Conversion.AS_IS, bases);
                add(found, areaCode, target, indicator, Conversion.GROWTH_OF_LEVEL, volumes);
                add(found, areaCode, target, indicator, Conversion.AS_IS, bases);
            }
            case GROWTH_YEAR -> {
                PriceBasis[] bases = {PriceBasis.CURRENT, PriceBasis.NONE};
                add(found, areaCode, target, indicator, Conversion.GROWTH_OF_LEVEL, bases);
                add(found, areaCode, target, indicator + "_growth", Conversion.AS_IS, bases);
                add(found, areaCode, target, indicator, Conversion.AS_IS, bases);
            }
            case SHARE_OF_GRDP ->
                add(
                        found,
                        areaCode,
                        target,
                        indicator + "_share",
                        Conversion.AS_IS,
                        PriceBasis.CURRENT,
                        PriceBasis.NONE);
            case PER_CAPITA -> {
                PriceBasis[] bases = {PriceBasis.CURRENT, PriceBasis.NONE};
                if (GROSS_PRODUCTS.contains(indicator)) {
                    add(found, areaCode, target, indicator + "_per_capita", Conversion.AS_IS, bases);
                    add(found, areaCode, target, indicator + "_per_capita_usd", Conversion.AS_IS, bases);
                } else {
                    add(found, areaCode, target, indicator, Conversion.AS_IS, bases);
                }
            }
            case CHANGE_FROM_LAST_YEAR -> {
                PriceBasis[] bases = {PriceBasis.CURRENT, PriceBasis.NONE};
                add(found, areaCode, target, indicator, Conversion.CHANGE_OF_LEVEL, bases);
                add(found, areaCode, target, indicator + Indicator.CHANGE, Conversion.AS_IS, bases);
            }
            case QUALITATIVE -> {
                return List.of();
            }
        }
        return List.copyOf(found);
    }

    /** Returns the series whose seasonal shape stands in for a growth rate without levels, best first. */
    static List<SeriesId> shapes(String areaCode, Target target, List<PriceBasis> constantPrices) {
        if (target.measure() != Measure.GROWTH_VOLUME) {
            return List.of();
        }
        String indicator = target.indicatorCode();
        String national = indicator.equals("grdp") ? "gdp" : indicator;
        List<SeriesId> shapes = new ArrayList<>();
        constantPrices.forEach(prices -> shapes.add(new SeriesId(areaCode, indicator, target.activityCode(), prices)));
        constantPrices.forEach(
                prices -> shapes.add(new SeriesId(Area.nationOf(areaCode), national, target.activityCode(), prices)));
        return shapes;
    }

    /** Returns the indicators that a target is the sum or difference of by its formula; empty if it is neither. */
    static List<String> parts(Target target) {
        if (!SUM.matcher(target.formula()).matches()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        Matcher names = NAME.matcher(target.formula());
        while (names.find()) {
            parts.add(names.group());
        }
        return parts;
    }

    private static void add(
            List<TargetLink> found,
            String areaCode,
            Target target,
            String indicator,
            Conversion conversion,
            PriceBasis... bases) {
        for (PriceBasis basis : bases) {
            found.add(new TargetLink(new SeriesId(areaCode, indicator, target.activityCode(), basis), conversion));
        }
    }
}
