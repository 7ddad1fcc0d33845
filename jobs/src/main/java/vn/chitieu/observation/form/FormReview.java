package vn.chitieu.observation.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.plausibility.Doubt;
import vn.chitieu.observation.plausibility.Plausibility;
import vn.chitieu.observation.plausibility.References;
import vn.chitieu.observation.plausibility.TypedFigure;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Holds the figures of a filled form against what is known, and holds back those that cannot be right. */
public final class FormReview {

    private static final Words WORDS = Words.of("observation");

    private final Codelists codelists;
    private final References references;

    public FormReview(Codelists codelists, References references) {
        this.codelists = codelists;
        this.references = references;
    }

    /**
     * Returns the form without the figures that are held back; one that its receipt confirms is kept, with the reason.
     *
     * @param vintages every vintage of every figure of the area that the office had when it received the form
     * @throws vn.chitieu.catalog.DataException if it repeats an earlier period or replaces a final figure
     */
    public FormContent reviewed(FormContent content, RegisteredDelivery delivery, Collection<Observation> vintages) {
        String file = delivery.receipt().fileName();
        Map<ObservationKey, Observation> known =
                Vintages.latestByKey(vintages, delivery.receipt().received());
        FormChecks.requireFinal(content, file, known);
        RepeatedPeriod.refuse(content, file, vintages, codelists.units());
        Map<String, Doubt> doubts = new HashMap<>();
        Plausibility judge = new Plausibility(
                known.values(), references, delivery.receipt().publishedOrReceived(), codelists.units());
        List<TypedFigure> typed = typed(content);
        judge.doubts(typed, sums(content.form()))
                .forEach(doubt -> doubts.put(doubt.figure().cell(), doubt));
        List<LocalizedText> notes = new ArrayList<>(content.notes());
        notes.addAll(judge.remarks(typed.stream()
                .filter(figure -> !doubts.containsKey(figure.cell()))
                .toList()));
        Held held = new Held(content, delivery, doubts);
        List<FormContent.Figure> figures =
                content.figures().stream().filter(held::isUsed).toList();
        List<FormContent.Estimate> estimates = content.estimates().stream()
                .filter(estimate -> held.isUsed(estimate.cell()))
                .toList();
        return new FormContent(
                content.form(),
                content.period(),
                content.status(),
                figures,
                estimates,
                content.assessments(),
                held.quarantined,
                notes,
                held.confirmed);
    }

    /** What becomes of doubted figures. */
    private static final class Held {
        private final RegisteredDelivery delivery;
        private final Map<String, Doubt> doubts;
        private final List<QuarantinedRow> quarantined;
        private final List<LocalizedText> confirmed = new ArrayList<>();

        Held(FormContent content, RegisteredDelivery delivery, Map<String, Doubt> doubts) {
            this.delivery = delivery;
            this.doubts = doubts;
            this.quarantined = new ArrayList<>(content.quarantined());
        }

        boolean isUsed(FormContent.Figure figure) {
            Doubt doubt = doubts.get(figure.sheetCell());
            if (doubt == null) {
                return true;
            }
            String file = delivery.receipt().fileName();
            Optional<String> reason = delivery.receipt().terms().reasonFor(figure.cell());
            if (reason.isPresent()) {
                confirmed.add(WORDS.text(
                        "plausible.confirmed", file + ", " + figure.sheetCell(), doubt.likely(), reason.get()));
                return true;
            }
            quarantined.add(new QuarantinedRow(
                    new Place(delivery.id(), file, figure.line(), figure.sheetCell()),
                    doubt.comparison().code(),
                    doubt.expected(),
                    figure.value().toPlainString(),
                    doubt.likely().plus(" ").plus(WORDS.text("plausible.advice", figure.cell())),
                    figure.row().key() + " " + figure.row().label().vi()));
            return false;
        }
    }

    private List<TypedFigure> typed(FormContent content) {
        return content.numbers().map(figure -> typed(content, figure)).toList();
    }

    private TypedFigure typed(FormContent content, FormContent.Figure figure) {
        boolean isExpected = figure.column().role() == FormColumn.Role.YEAR_ESTIMATE;
        ObservationKey key = FormChecks.key(content, figure);
        if (isExpected) {
            key = new ObservationKey(
                    key.areaCode(),
                    key.indicatorCode(),
                    key.activityCode(),
                    Period.ofYear(content.period().year()),
                    Accumulation.PERIOD,
                    key.priceBasis());
        }
        return new TypedFigure(
                key,
                codelists.indicator(figure.row().indicatorCode()),
                figure.row().unit().code(),
                figure.row().isState(),
                isExpected,
                figure.row().key(),
                figure.column().id(),
                figure.sheetCell(),
                figure.value());
    }

    private static List<References.RowSum> sums(Form form) {
        return form.rows().stream()
                .filter(row -> !row.parts().isEmpty())
                .map(row -> new References.RowSum(row.key(), row.parts(), row.partsAreAll()))
                .toList();
    }
}
