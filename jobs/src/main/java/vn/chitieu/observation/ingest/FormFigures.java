package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.SourceDating;
import vn.chitieu.observation.codelist.SourceTrust;
import vn.chitieu.observation.form.FormChecks;
import vn.chitieu.observation.form.FormContent;
import vn.chitieu.source.Place;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** The figures of a filled form as figures of a delivery: known from the day of publication or else of receipt. */
final class FormFigures {

    private static final Words WORDS = Words.of("observation");

    /** What the source of a figure of a form begins with, before its code. */
    static final String SOURCE = "form:";

    private static final String KIND = "department_form";

    private final FormContent content;
    private final RegisteredDelivery delivery;
    private final SourceTrust trust;

    FormFigures(FormContent content, RegisteredDelivery delivery, Codelists codelists) {
        this.content = content;
        this.delivery = delivery;
        SourceTrust known = codelists.trust().get(KIND);
        if (known == null) {
            throw new DataException(WORDS.text("codelist.no_trust", KIND));
        }
        trust = known;
    }

    List<DeliveredFigure> figures() {
        LocalDate published = delivery.receipt().publishedOrReceived();
        String source = SOURCE + content.form().code();
        List<DeliveredFigure> figures = new ArrayList<>();
        for (FormContent.Figure figure : content.figures()) {
            figures.add(new DeliveredFigure(
                    FormChecks.key(content, figure),
                    figure.value(),
                    figure.row().unit().code(),
                    content.status(),
                    false,
                    Optional.of(published),
                    SourceDating.RELEASE,
                    delivery.receipt().received(),
                    source,
                    trust,
                    Place.line(delivery.id(), delivery.receipt().fileName(), figure.line()),
                    figure.text()));
        }
        return figures;
    }

    /** Returns what should be looked at and what a person confirmed, as information. */
    List<Finding> notes() {
        return Stream.concat(
                        content.notes().stream().map(note -> note("form_note", note)),
                        content.confirmed().stream().map(note -> note("form_confirmed", note)))
                .toList();
    }

    private Finding note(String ruleCode, LocalizedText note) {
        return new Finding(
                Finding.Kind.VALIDATION,
                Finding.Severity.INFORMATION,
                ruleCode,
                content.form().areaCode(),
                "",
                content.period().toString(),
                delivery.id() + " " + note.en(),
                note);
    }
}
