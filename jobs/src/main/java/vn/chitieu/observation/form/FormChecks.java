package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * What makes a whole form doubtful, so that none of its figures is used: nothing told that can be used, totals that are
 * not the sum of their parts, figures of another magnitude than before, last year's figures once more.
 */
public final class FormChecks {

    private static final Words WORDS = Words.of("observation");

    private static final BigDecimal JUMP = BigDecimal.valueOf(500);
    private static final int MOST_LISTED = 5;
    private static final int FEWEST_EQUAL = 3;

    private FormChecks() {}

    /** A figure that was accepted before. */
    public record Known(BigDecimal value, ObservationStatus status) {}

    /** Refuses a form that states nothing that can be used. */
    static void requireSomething(FormContent content, String file, int asked, int answered) {
        boolean statesNothing = content.figures().isEmpty()
                && content.estimates().isEmpty()
                && content.assessments().isEmpty();
        if (!statesNothing) {
            return;
        }
        LocalizedText refusal = WORDS.text("form.nothing", file, asked, answered);
        List<LocalizedText> quarantined = content.quarantined().stream()
                .limit(MOST_LISTED)
                .map(QuarantinedRow::message)
                .toList();
        throw new DataException(
                quarantined.isEmpty()
                        ? refusal
                        : WORDS.text("form.nothing.cells", refusal, LocalizedText.join(" | ", quarantined)));
    }

    /** Refuses a form in which a total is not the sum of its parts, or less than some of them. */
    static void requireSums(FormContent content, String file) {
        for (FormColumn column : content.form().columns()) {
            if (column.role() != FormColumn.Role.VALUE) {
                continue;
            }
            Map<String, FormContent.Figure> byKey = content.figures().stream()
                    .filter(figure -> figure.column().equals(column))
                    .collect(Collectors.toMap(figure -> figure.row().key(), Function.identity()));
            for (FormRow row : content.form().rows()) {
                FormContent.Figure whole = byKey.get(row.key());
                List<FormContent.Figure> parts = new ArrayList<>();
                row.parts().forEach(key -> Optional.ofNullable(byKey.get(key)).ifPresent(parts::add));
                boolean isKnown =
                        row.partsAreAll() ? parts.size() == row.parts().size() : !parts.isEmpty();
                if (whole != null && isKnown && !row.parts().isEmpty()) {
                    requireSum(file, whole, parts, row);
                }
            }
        }
    }

    private static void requireSum(String file, FormContent.Figure whole, List<FormContent.Figure> parts, FormRow row) {
        BigDecimal sum = parts.stream().map(FormContent.Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal difference = whole.value().subtract(sum);
        boolean agrees = row.partsAreAll()
                ? difference.abs().compareTo(row.tolerance()) <= 0
                : difference.compareTo(row.tolerance().negate()) >= 0;
        if (agrees) {
            return;
        }
        String sumText = parts.stream().map(part -> vi(part.value())).collect(Collectors.joining(" + "));
        String keys = parts.stream().map(part -> part.row().key()).collect(Collectors.joining(" + "));
        throw new DataException(WORDS.text(
                row.partsAreAll() ? "form.sum" : "form.part_of_sum",
                file + ", " + whole.sheetCell(),
                row.key(),
                keys,
                vi(whole.value()),
                sumText,
                vi(sum),
                vi(difference)));
    }

    /**
     * Refuses a form with a figure 500 times as large or as small as the same figure of the period before or of the
     * year before, whose figures are all those of an earlier year, or that replaces a final figure by one that is not.
     *
     * @param known every earlier figure by key; the form's own are not among them
     */
    public static void requirePlausible(FormContent content, String file, Map<ObservationKey, Known> known) {
        List<LocalizedText> jumps = new ArrayList<>();
        List<Period> equal = new ArrayList<>();
        int compared = 0;
        for (FormContent.Figure figure : content.figures()) {
            ObservationKey key = key(content, figure);
            Known same = known.get(key);
            if (same != null
                    && same.status() == ObservationStatus.FINAL
                    && content.status() != ObservationStatus.FINAL) {
                throw new DataException(WORDS.text("form.final_known", file, figure.sheetCell(), vi(same.value())));
            }
            Optional<Dated> lastYear = lastYear(key, known);
            compared += lastYear.isPresent() ? 1 : 0;
            lastYear.filter(before -> before.value().compareTo(figure.value()) == 0
                            && figure.value().signum() != 0)
                    .ifPresent(before -> equal.add(before.period()));
            Optional<Dated> before = periodBefore(key, known).or(() -> lastYear);
            if (before.isPresent() && jumps(figure.value(), before.get().value())) {
                jumps.add(WORDS.text(
                        "form.jump.figure",
                        figure.sheetCell(),
                        vi(figure.value()),
                        before.get().period(),
                        vi(before.get().value())));
            }
        }
        if (!jumps.isEmpty()) {
            throw new DataException(WORDS.text("form.jump", file, some(jumps)));
        }
        if (equal.size() >= FEWEST_EQUAL && equal.size() == compared) {
            throw new DataException(
                    WORDS.text("form.same_as_before", file, content.period(), equal.size(), equal.get(0)));
        }
    }

    /** Returns the key of a figure. */
    public static ObservationKey key(FormContent content, FormContent.Figure figure) {
        Accumulation accumulation = figure.row().accumulation(figure.column());
        boolean isWholeYear = content.period().frequency() == Frequency.A;
        return new ObservationKey(
                content.form().areaCode(),
                figure.row().indicatorCode(),
                figure.row().activityCode(),
                content.period(),
                isWholeYear ? Accumulation.PERIOD : accumulation,
                figure.row().priceBasis(figure.column()));
    }

    private static Optional<Dated> lastYear(ObservationKey key, Map<ObservationKey, Known> known) {
        int year = key.period().year() - 1;
        return year < 1900 ? Optional.empty() : find(at(key, key.period().inYear(year)), known);
    }

    private static Optional<Dated> periodBefore(ObservationKey key, Map<ObservationKey, Known> known) {
        Period period = key.period();
        return period.index() == 1
                ? Optional.empty()
                : find(at(key, new Period(period.year(), period.frequency(), period.index() - 1)), known);
    }

    private static Optional<Dated> find(ObservationKey key, Map<ObservationKey, Known> known) {
        return Optional.ofNullable(known.get(key)).map(figure -> new Dated(key.period(), figure.value()));
    }

    /** A figure of another period. */
    private record Dated(Period period, BigDecimal value) {}

    private static ObservationKey at(ObservationKey key, Period period) {
        return new ObservationKey(
                key.areaCode(), key.indicatorCode(), key.activityCode(), period, key.accumulation(), key.priceBasis());
    }

    private static boolean jumps(BigDecimal now, BigDecimal then) {
        BigDecimal a = now.abs();
        BigDecimal b = then.abs();
        return a.signum() > 0
                && b.signum() > 0
                && (a.compareTo(b.multiply(JUMP)) >= 0 || b.compareTo(a.multiply(JUMP)) >= 0);
    }

    private static LocalizedText some(List<LocalizedText> all) {
        LocalizedText first = LocalizedText.join("; ", all.subList(0, Math.min(MOST_LISTED, all.size())));
        return all.size() > MOST_LISTED ? first.plus("; …") : first;
    }

    private static String vi(BigDecimal number) {
        return NumberGrammar.format(number, NumberMarks.VIETNAMESE);
    }
}
