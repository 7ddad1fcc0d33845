package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** The doubts found so far, at most one a cell, with their words. */
final class Doubts {

    private static final Words WORDS = Words.of("observation");

    private static final double DECIDED = 0.5;
    private static final double CLEARLY = 2;

    private final Map<String, Doubt> byCell = new LinkedHashMap<>();

    boolean has(Judged figure) {
        return byCell.containsKey(figure.figure().cell());
    }

    Optional<Doubt> find(Judged figure) {
        return Optional.ofNullable(byCell.get(figure.figure().cell()));
    }

    List<Doubt> all() {
        return List.copyOf(byCell.values());
    }

    /** Doubts a figure that is out of what is known of it. */
    void add(Judged judged, Expectation violated) {
        Slip slip = violated.isLinear()
                        && Math.signum(violated.centre()) == judged.value().signum()
                ? Slip.of(judged.value(), violated.centre(), Band.STATE)
                : Slip.of(judged.value(), violated.centre(), violated.isLinear() ? Band.STATE : violated.width());
        LocalizedText expected = WORDS.text(
                "plausible.expected",
                PrintedNumber.exact(violated.least()),
                PrintedNumber.exact(violated.most()),
                PrintedNumber.exact(violated.reference()),
                violated.name());
        put(judged, violated.comparison(), expected, slip, violated.reference(), violated.name());
    }

    /** Doubts two figures of which each fits in the place of the other. */
    void addSwap(Judged one, Judged other, Slip slip) {
        for (Judged judged : List.of(one, other)) {
            Judged partner = judged.equals(one) ? other : one;
            Expectation nearest = judged.nearest().orElseThrow();
            LocalizedText expected = WORDS.text(
                    "plausible.expected",
                    PrintedNumber.exact(nearest.least()),
                    PrintedNumber.exact(nearest.most()),
                    PrintedNumber.exact(nearest.reference()),
                    nearest.name());
            LocalizedText likely = WORDS.text(
                    "slip." + key(slip),
                    judged.figure().rowKey(),
                    partner.figure().rowKey(),
                    PrintedNumber.exact(judged.value()),
                    PrintedNumber.exact(partner.value()),
                    cell(judged),
                    cell(partner));
            byCell.putIfAbsent(
                    judged.figure().cell(),
                    new Doubt(
                            judged.figure(),
                            slip == Slip.EXCHANGED_ROWS ? Comparison.OTHER_ROW : Comparison.OTHER_COLUMN,
                            expected,
                            likely));
        }
    }

    /**
     * Doubts the one of two figures that is further off what is known of it, or both if neither is clearly so.
     *
     * @param slips of the one and of the other
     */
    void addLess(Judged one, Judged other, Comparison comparison, LocalizedText expected, List<Slip> slips) {
        for (Judged judged : blamed(List.of(one, other))) {
            boolean isOne = judged.equals(one);
            Judged partner = isOne ? other : one;
            put(
                    judged,
                    comparison,
                    expected,
                    slips.get(isOne ? 0 : 1),
                    partner.value(),
                    WORDS.text("plausible.cell", cell(partner)));
        }
    }

    /** Doubts the one of several figures that is clearly furthest off, or else all of them. */
    void addAny(Collection<Judged> figures, LocalizedText expected, LocalizedText likely) {
        for (Judged judged : blamed(figures)) {
            byCell.putIfAbsent(judged.figure().cell(), new Doubt(judged.figure(), Comparison.PARTS, expected, likely));
        }
    }

    /** Returns the figures to doubt: the one that is clearly furthest off what is known, or else all. */
    private static List<Judged> blamed(Collection<Judged> figures) {
        Optional<Judged> worst = Optional.empty();
        double most = DECIDED;
        double second = 0;
        for (Judged judged : figures) {
            double misfit = judged.misfit().orElse(DECIDED);
            if (misfit > most) {
                second = Math.max(second, worst.isPresent() ? most : 0);
                most = misfit;
                worst = Optional.of(judged);
            } else {
                second = Math.max(second, misfit);
            }
        }
        boolean isClear = worst.isPresent() && most >= CLEARLY * second;
        return isClear ? List.of(worst.orElseThrow()) : List.copyOf(figures);
    }

    private void put(
            Judged judged,
            Comparison comparison,
            LocalizedText expected,
            Slip slip,
            BigDecimal reference,
            LocalizedText name) {
        LocalizedText what = slip.isOfUnits()
                ? units(judged.figure().unitCode(), slip == Slip.TIMES_1000)
                : WORDS.text("slip." + key(slip));
        LocalizedText likely = WORDS.text(
                slip == Slip.UNKNOWN ? "plausible.both" : "plausible.likely",
                what,
                PrintedNumber.exact(judged.value()),
                PrintedNumber.exact(reference),
                name);
        byCell.putIfAbsent(judged.figure().cell(), new Doubt(judged.figure(), comparison, expected, likely));
    }

    /** Returns {@code million instead of billion} for a unit of billions. */
    private static LocalizedText units(String unitCode, boolean isTooLarge) {
        String scale = unitCode.replaceFirst("_.*", "");
        String from = WORDS.find("scale." + scale).isPresent() ? scale : "one";
        return WORDS.text(
                isTooLarge ? "slip.units.times" : "slip.units.by", scale(from, -1), scale(from, 0), scale(from, 1));
    }

    private static LocalizedText scale(String from, int step) {
        List<String> scales = List.of("thousandth", "one", "thousand", "million", "billion", "trillion");
        return WORDS.text("scale." + scales.get(scales.indexOf(from) + step));
    }

    static LocalizedText likely(String cell, BigDecimal typed, BigDecimal meant, Slip slip) {
        return WORDS.text(
                "plausible.cell_likely",
                cell,
                WORDS.text("slip." + (slip.isOfUnits() ? "times_more" : key(slip))),
                PrintedNumber.exact(typed),
                PrintedNumber.exact(meant));
    }

    static String cell(Judged judged) {
        return judged.figure().cell().replaceFirst(".*!", "");
    }

    private static String key(Slip slip) {
        return slip.name().toLowerCase(Locale.ROOT);
    }
}
