package vn.chitieu.attainment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Target;
import vn.chitieu.projection.SeriesId;

/** Which series serve a target, best first, and how each is read. */
public final class TargetLink {

    private static final Set<String> GROSS_PRODUCTS = Set.of("grdp", "gdp");
    private static final Pattern SUM = Pattern.compile("[a-z][a-z0-9_]*(?: [+-] [a-z][a-z0-9_]*)+");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private TargetLink() {}

    /** How the value of a series becomes that of a target. */
    public enum Reading {
        /** The series measures what the target does; only the unit may differ. */
        AS_IS,
        /** Percent against the series' value of the year before. */
        GROWTH_OF_LEVEL,
        /** The series less its value of the year before. */
        CHANGE_OF_LEVEL
    }

    /** One series that may serve a target. */
    public record Candidate(SeriesId id, Reading reading) {}

    /** Returns the series that may serve a target of an area, best first; none for one assessed by hand. */
    public static List<Candidate> candidates(String areaCode, Target target) {
        String indicator = target.indicatorCode();
        List<Candidate> found = new ArrayList<>();
        switch (target.measure()) {
            case FLOW_YEAR, STOCK_YEAR_END, RATIO_YEAR, MINIMUM_PER_UNIT, HIGHER_THAN_LAST_YEAR ->
                add(found, areaCode, target, indicator, Reading.AS_IS, PriceBasis.CURRENT, PriceBasis.NONE);
            case GROWTH_VOLUME -> {
                PriceBasis[] bases = {PriceBasis.CONSTANT_2010, PriceBasis.NONE};
                add(found, areaCode, target, indicator + "_growth", Reading.AS_IS, bases);
                add(found, areaCode, target, indicator, Reading.GROWTH_OF_LEVEL, PriceBasis.CONSTANT_2010);
                add(found, areaCode, target, indicator, Reading.AS_IS, bases);
            }
            case GROWTH_YEAR -> {
                PriceBasis[] bases = {PriceBasis.CURRENT, PriceBasis.NONE};
                add(found, areaCode, target, indicator, Reading.GROWTH_OF_LEVEL, bases);
                add(found, areaCode, target, indicator + "_growth", Reading.AS_IS, bases);
                add(found, areaCode, target, indicator, Reading.AS_IS, bases);
            }
            case SHARE_OF_GRDP ->
                add(found, areaCode, target, indicator + "_share", Reading.AS_IS, PriceBasis.CURRENT, PriceBasis.NONE);
            case PER_CAPITA -> {
                PriceBasis[] bases = {PriceBasis.CURRENT, PriceBasis.NONE};
                if (GROSS_PRODUCTS.contains(indicator)) {
                    add(found, areaCode, target, indicator + "_per_capita", Reading.AS_IS, bases);
                    add(found, areaCode, target, indicator + "_per_capita_usd", Reading.AS_IS, bases);
                } else {
                    add(found, areaCode, target, indicator, Reading.AS_IS, bases);
                }
            }
            case CHANGE_FROM_LAST_YEAR -> {
                PriceBasis[] bases = {PriceBasis.CURRENT, PriceBasis.NONE};
                add(found, areaCode, target, indicator, Reading.CHANGE_OF_LEVEL, bases);
                add(found, areaCode, target, indicator + "_change", Reading.AS_IS, bases);
            }
            case QUALITATIVE -> {
                return List.of();
            }
        }
        return List.copyOf(found);
    }

    /** Returns the series whose seasonal shape stands in for a growth rate without levels, best first. */
    static List<SeriesId> shapes(String areaCode, Target target) {
        if (target.measure() != Measure.GROWTH_VOLUME) {
            return List.of();
        }
        String nation = areaCode.contains("-") ? areaCode.substring(0, areaCode.indexOf('-')) : areaCode;
        String indicator = target.indicatorCode();
        return List.of(
                new SeriesId(areaCode, indicator, target.activityCode(), PriceBasis.CONSTANT_2010),
                new SeriesId(
                        nation,
                        indicator.equals("grdp") ? "gdp" : indicator,
                        target.activityCode(),
                        PriceBasis.CONSTANT_2010));
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
            List<Candidate> found,
            String areaCode,
            Target target,
            String indicator,
            Reading reading,
            PriceBasis... bases) {
        for (PriceBasis basis : bases) {
            found.add(new Candidate(new SeriesId(areaCode, indicator, target.activityCode(), basis), reading));
        }
    }
}
