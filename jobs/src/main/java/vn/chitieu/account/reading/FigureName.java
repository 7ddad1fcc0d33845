package vn.chitieu.account.reading;

import java.util.Locale;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Figures, the months they cover and their amounts as phrases of a finding. */
public final class FigureName {

    private static final Words WORDS = Words.of("account");

    private static final String GROWTH = "_growth";
    private static final String SHARE = "_share";
    private static final String CONTRIBUTION = "_contribution";
    private static final String ATTAINMENT = "_plan_attainment";

    private FigureName() {}

    /** Returns what a line of figures measures. */
    public static LocalizedText of(VisibleVintages.Line line) {
        String code = line.indicatorCode();
        for (String measure : new String[] {GROWTH, SHARE, CONTRIBUTION}) {
            if (code.endsWith(measure)) {
                String of = code.substring(0, code.length() - measure.length());
                return WORDS.text("figure." + measure.substring(1), base(of, line.activityCode()));
            }
        }
        int attainment = code.indexOf(ATTAINMENT);
        if (attainment > 0) {
            String plan = code.substring(attainment + ATTAINMENT.length()).replace('_', '.');
            return WORDS.text(
                    "figure.plan_attainment",
                    base(code.substring(0, attainment), line.activityCode()),
                    WORDS.find("plan" + plan).orElseGet(() -> WORDS.text("plan")));
        }
        LocalizedText base = base(code, line.activityCode());
        return line.priceBasis() == PriceBasis.CONSTANT_2010 ? WORDS.text("figure.constant_2010", base) : base;
    }

    private static LocalizedText base(String indicator, String activity) {
        if (indicator.equals("value_added")) {
            return WORDS.find("figure.value_added." + activity)
                    .orElseGet(() -> WORDS.text("figure.value_added.other", activity));
        }
        return WORDS.find("figure." + indicator).orElseGet(() -> LocalizedText.same(indicator));
    }

    public static LocalizedText of(MonthSpan span) {
        int year = span.year();
        if (span.months() == 12) {
            return WORDS.text("span.year", year);
        }
        if (span.months() == 1) {
            return WORDS.text("span.month", PrintedDay.month(span.lastMonth()), year);
        }
        if (span.months() == 3 && span.lastMonth() % 3 == 0) {
            return WORDS.text("span.quarter." + span.lastMonth() / 3, year);
        }
        return span.firstMonth() == 1
                ? WORDS.text("span.months_to", span.months(), year)
                : WORDS.text("span.months", span.firstMonth(), span.lastMonth(), year);
    }

    /** Returns a number with its unit; Vietnamese sets the percent sign without a space. */
    public static LocalizedText amount(double value, int decimals, String unitCode) {
        LocalizedText number = PrintedNumber.of(value, decimals);
        return WORDS.find("unit." + unitCode, number).orElseGet(() -> number.plus(" " + unitCode));
    }

    /** Returns a sentence of our words that begins with a name, with a capital. */
    public static LocalizedText sentence(String key, Object... phrases) {
        LocalizedText sentence = WORDS.text(key, phrases);
        return new LocalizedText(capital(sentence.vi()), capital(sentence.en()));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns the unit of what a line measures. */
    public static String unitCode(VisibleVintages.Line line) {
        String code = line.indicatorCode();
        if (code.endsWith("_contribution")) {
            return "pct_points";
        }
        if (code.endsWith("_growth") || code.endsWith("_share") || code.contains("_plan_attainment")) {
            return "pct";
        }
        if (code.endsWith("_per_capita")) {
            return "million_vnd_per_person";
        }
        if (code.equals("population")) {
            return "thousand_persons";
        }
        boolean trade = code.startsWith("exports") || code.startsWith("imports") || code.startsWith("trade_");
        return trade ? "million_usd" : "billion_vnd";
    }
}
