package vn.chitieu.source.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of components by their ids, where a message does not tell dimensions from attributes: the ids of the
 * cross-domain concepts of SDMX and of the common key families.
 */
final class SdmxComponents {

    static final String REPORTING_YEAR_START_DAY = "REPORTING_YEAR_START_DAY";
    static final String DECIMALS = "DECIMALS";

    /** Tells vintages apart as a dimension does, if a message holds several. */
    static final String VALID_FROM = "validFromDate";

    /** Attributes of a data set that the standard defines for every structure. */
    static final Set<String> OF_DATA_SET = Set.of(
            VALID_FROM,
            "validToDate",
            "publicationYear",
            "publicationPeriod",
            "reportingBeginDate",
            "reportingEndDate",
            "setID",
            "dataScope");

    private static final Set<String> TECHNICAL = Set.of(
            "STRUCTURE",
            SdmxMessage.STRUCTURE_ID,
            "STRUCTURE_NAME",
            SdmxMessage.ACTION,
            "DATAFLOW",
            "SERIES_KEY",
            "OBS_KEY",
            REPORTING_YEAR_START_DAY);

    private static final Pattern ATTRIBUTE = Pattern.compile("OBS_STATUS|OBS_CONF|OBS_FLAGS?|OBS_COM|OBS_NOTE|FLAGS?"
            + "|(OBS_)?PRE_BREAK(_VALUE)?|CONF(_STATUS(_OBS)?)?|(OBS_)?EMBARGO(_TIME|_DATE)?|BREAKS?|TITLE.*|NAT_TITLE"
            + "|COMMENTS?.*|FOOTNOTES?.*|NOTES?|REMARKS?.*|LAST[ _]UPDATED?|PUBLICATION_DATE|PUBLISHED_(DATE|KIND)"
            + "|TIME_FORMAT|TIME_PER_COLLECT|COLLECTION|COLL_METHOD|DATA_COMP|COMPILATION|COVERAGE|AVAILABILITY"
            + "|METHOD(OLOGY)?(_REF)?|SOURCE.*|CONTACT.*|DISS_ORG|COMPILING_ORG|DOM_SER_IDS|UNIT_INDEX_BASE"
            + "|METADATA.*|DOI|COPYRIGHT|LICEN[CS]E|SERIES_(NAME|CODE|ID)|FULL_DESCRIPTION|DESCRIPTION|KEY_INDICATOR");

    private static final Pattern SCALE = Pattern.compile("UNIT_MULT(IPLIER)?|SCALE");
    private static final Pattern ADJUSTMENT = Pattern.compile("(S|SEASONAL_?)?_?ADJ(UST(MENT)?)?(_CODED)?");
    private static final Pattern TRANSFORMATION = Pattern.compile("TRANSFORM(ATION)?");
    private static final Pattern PRICE_OR_BASE = Pattern.compile(
            "PRICES?(_BAS(E|IS))?|PRICE_REF_(YEAR|PER(IOD)?)" + "|REF_YEAR_PRICE|BASE_(PER(IOD)?|YEAR)|VALUATION");
    private static final Set<String> NOT_APPLICABLE = Set.of("", "_Z");

    private static final Pattern STATUS = Pattern.compile("OBS_STATUS|OBS_FLAGS?|FLAGS?");

    /**
     * Codes of CL_OBS_STATUS by which a number is no outcome of its own: forecast, missing for one reason or another
     * (holiday, not collected, cannot exist, suppressed), or counted elsewhere.
     */
    private static final Set<String> NO_OUTCOME = Set.of("F", "H", "K", "L", "M", "O", "Q");

    private static final Pattern CONFIDENTIALITY = Pattern.compile("OBS_CONF|CONF(_STATUS(_OBS)?)?");
    private static final String FREE = "F";
    private static final Pattern EMBARGO = Pattern.compile("(OBS_)?EMBARGO(_TIME|_DATE)?");

    private SdmxComponents() {}

    /** Returns whether a component is about the message itself and never about what a figure measures. */
    static boolean isTechnical(String id) {
        return TECHNICAL.contains(id) || (OF_DATA_SET.contains(id) && !id.equals(VALID_FROM));
    }

    /**
     * Returns whether a component is an attribute by its id: it says something of a figure without telling it apart.
     */
    static boolean isAttribute(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        return ATTRIBUTE.matcher(upper).matches()
                || SCALE.matcher(upper).matches()
                || upper.equals(DECIMALS)
                || id.equals(REPORTING_YEAR_START_DAY);
    }

    /**
     * Returns whether a component with a code changes what the figure means: its power of ten, its adjustment, the
     * prices or the base that it is measured in, whether it is an outcome at all, and whether and from when it may be
     * seen.
     */
    static boolean changesMeaning(String id, String code) {
        String upper = id.toUpperCase(Locale.ROOT);
        if (NOT_APPLICABLE.contains(code)) {
            return false;
        }
        if (SCALE.matcher(upper).matches()) {
            return !code.equals("0");
        }
        if (ADJUSTMENT.matcher(upper).matches()) {
            return !code.equals("N") && !code.equals("NSA");
        }
        if (STATUS.matcher(upper).matches()) {
            return NO_OUTCOME.contains(code.toUpperCase(Locale.ROOT));
        }
        if (CONFIDENTIALITY.matcher(upper).matches()) {
            return !code.equals(FREE);
        }
        return EMBARGO.matcher(upper).matches()
                || (TRANSFORMATION.matcher(upper).matches() && !code.equals("N"))
                || PRICE_OR_BASE.matcher(upper).matches();
    }
}
