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
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.plausibility.Plausibility;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/**
 * What makes a whole form doubtful, so that none of its figures is used: nothing told that can be used, totals that are
 * not the sum of their parts, a final figure replaced by one that is not.
 */
public final class FormChecks {

    private static final Words WORDS = Words.of("observation");

    private static final int MOST_LISTED = 5;

    private FormChecks() {}

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

    /**
     * Refuses a form in which a total is not the sum of its parts, or less than those of them that are told where the
     * others cannot be below 0.
     */
    static void requireSums(FormContent content, Codelists codelists, String file) {
        for (FormColumn column : content.form().columns()) {
            Map<String, FormContent.Figure> byKey = content.numbers()
                    .filter(figure -> figure.column().equals(column))
                    .collect(Collectors.toMap(figure -> figure.row().key(), Function.identity()));
            for (FormRow row : content.form().rows()) {
                FormContent.Figure whole = byKey.get(row.key());
                List<FormContent.Figure> parts = new ArrayList<>();
                row.parts().forEach(key -> Optional.ofNullable(byKey.get(key)).ifPresent(parts::add));
                boolean areAll =
                        row.partsAreAll() && parts.size() == row.parts().size();
                boolean isAtLeast = !row.partsAreAll()
                        || row.parts().stream().allMatch(key -> isNeverNegative(content.form(), key, codelists));
                if (whole != null && !parts.isEmpty() && (areAll || isAtLeast)) {
                    requireSum(file, whole, parts, row, areAll);
                }
            }
        }
    }

    private static boolean isNeverNegative(Form form, String key, Codelists codelists) {
        return form.row(key)
                .flatMap(row -> codelists.indicator(row.indicatorCode()).minValue())
                .filter(least -> least.signum() >= 0)
                .isPresent();
    }

    private static void requireSum(
            String file, FormContent.Figure whole, List<FormContent.Figure> parts, FormRow row, boolean areAll) {
        BigDecimal sum = parts.stream().map(FormContent.Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal difference = whole.value().subtract(sum);
        boolean agrees = areAll
                ? difference.abs().compareTo(row.tolerance()) <= 0
                : difference.compareTo(row.tolerance().negate()) >= 0;
        if (agrees) {
            return;
        }
        LocalizedText terms = parts.stream()
                .map(part -> PrintedNumber.exact(part.value()))
                .reduce((a, b) -> a.plus(" + ").plus(b))
                .orElseThrow();
        String keys = parts.stream().map(part -> part.row().key()).collect(Collectors.joining(" + "));
        LocalizedText refusal = WORDS.text(
                areAll ? "form.sum" : "form.part_of_sum",
                file + ", " + whole.sheetCell(),
                row.key(),
                keys,
                PrintedNumber.exact(whole.value()),
                terms,
                PrintedNumber.exact(sum),
                PrintedNumber.exact(difference));
        throw new DataException(slip(whole, parts, sum)
                .map(slip -> refusal.plus(" ").plus(slip))
                .orElse(refusal));
    }

    /** Returns the one slip that makes the sum hold when it is undone. */
    private static Optional<LocalizedText> slip(
            FormContent.Figure whole, List<FormContent.Figure> parts, BigDecimal sum) {
        List<LocalizedText> slips = new ArrayList<>();
        Plausibility.likely(whole.cell(), whole.value(), sum).ifPresent(slips::add);
        for (FormContent.Figure part : parts) {
            BigDecimal meant = whole.value().subtract(sum.subtract(part.value()));
            Plausibility.likely(part.cell(), part.value(), meant).ifPresent(slips::add);
        }
        return slips.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }

    /**
     * Refuses a form that replaces a final figure by one that is not.
     *
     * @param known the vintage that counts of every earlier figure; the form's own are not among them
     */
    static void requireFinal(FormContent content, String file, Map<ObservationKey, Observation> known) {
        for (FormContent.Figure figure : content.figures()) {
            Observation same = known.get(key(content, figure));
            if (same != null
                    && same.status() == ObservationStatus.FINAL
                    && content.status() != ObservationStatus.FINAL) {
                throw new DataException(
                        WORDS.text("form.final_known", file, figure.sheetCell(), PrintedNumber.exact(same.value())));
            }
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
}
