package vn.chitieu.observation.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.DeliveredFigure;
import vn.chitieu.observation.ingest.PublicationDates;
import vn.chitieu.observation.ingest.RefusedRowException;
import vn.chitieu.observation.ingest.Validation;
import vn.chitieu.source.ControlCharacters;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.table.Declaration;
import vn.chitieu.source.table.FileFormat;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.Vocabulary;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * The verdict on each row of a bulk delivery, by the rules of every other reader and by content only.
 *
 * <p>Rows of bulk have no line: what stands in the quarantine is the file and the row itself. Each needs its date of
 * publication or that of the delivery, because a date is derived only where all figures are at hand.
 */
final class BulkRows {

    private static final Words WORDS = Words.of("observation");

    /** A row as delivered, or as used: exactly one of the two is there. */
    sealed interface Verdict permits Accepted, Quarantined {}

    record Accepted(Observation observation) implements Verdict {}

    record Quarantined(QuarantinedRow row) implements Verdict {}

    private static final LocalizedText CORRECT = WORDS.text("bulk.correct");

    private final Validation validation;
    private final PublicationDates dates;
    private final String deliveryId;
    private final LocalDate deliveredOn;
    private final String published;
    private final SourceRow.Maker maker = SourceRow.maker(Validation.COLUMNS);

    /** Creates the rules of one delivery. */
    BulkRows(Codelists codelists, BulkDelivery delivery) {
        this.validation = new Validation(
                codelists,
                Map.of(),
                delivery.vocabulary() == Vocabulary.OWN
                        ? Declaration.ofOwnStructure(FileFormat.PARQUET)
                        : Declaration.TIDY);
        this.dates = new PublicationDates(codelists);
        this.deliveryId = delivery.id();
        this.deliveredOn = Delivery.dayOf(delivery.id());
        this.published = Objects.toString(delivery.published(), "");
    }

    /**
     * Returns the verdict on a row.
     *
     * @param fields in the order of {@link Validation#COLUMNS}
     */
    Verdict verdict(String file, List<String> fields) {
        if (!arePrintableAscii(fields)) {
            Optional<Quarantined> unreadable = unreadable(file, fields);
            if (unreadable.isPresent()) {
                return unreadable.get();
            }
        }
        SourceRow row = maker.row(file, 0, fields, "");
        if (!published.isEmpty()) {
            row = row.withDefault("published", published);
        }
        try {
            if (row.field("published").isEmpty()) {
                return quarantined(file, "date", "''", String.join(",", fields));
            }
            DeliveredFigure figure = validation.figure(deliveryId, deliveredOn, row);
            return new Accepted(dates.printed(figure, figure.printed().orElseThrow()));
        } catch (RefusedRowException e) {
            return new Quarantined(e.row().withRowText(String.join(",", fields)));
        }
    }

    /** What nearly every one of millions of rows is, and what nothing is wrong with. */
    private static boolean arePrintableAscii(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            String text = fields.get(i);
            for (int k = 0; k < text.length(); k++) {
                if (text.charAt(k) < ' ' || text.charAt(k) >= '\u007F') {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<Quarantined> unreadable(String file, List<String> fields) {
        for (String text : fields) {
            if (text.indexOf('\uFFFD') >= 0) {
                return Optional.of(broken(file, String.join(",", fields)));
            }
        }
        return ControlCharacters.refusal(deliveryId, file, 0, Validation.COLUMNS, fields, "")
                .map(hidden -> new Quarantined(hidden.withRowText(String.join(",", fields))));
    }

    /** Returns the verdict on a text that is no row of its table. */
    Quarantined broken(String file, String rawText) {
        return quarantined(file, "row_width", rawText, rawText);
    }

    /** Returns the verdict on a row whose figure stands again in the same delivery. */
    Quarantined repeated(String file, String rawText) {
        return quarantined(file, "duplicate_key", rawText, rawText);
    }

    private Quarantined quarantined(String file, String rule, String found, String rowText) {
        LocalizedText expected = WORDS.text("bulk." + rule + ".expected");
        return new Quarantined(
                new QuarantinedRow(Place.line(deliveryId, file, 0), rule, expected, found, CORRECT, rowText));
    }
}
