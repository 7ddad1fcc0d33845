package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * The dated editions that one file holds of each figure. Each counts from its own day, wherever it stands, so that an
 * order of rows changes no figure; but a date that runs backwards is likely a slip, and is said.
 */
final class Editions {

    private static final Words WORDS = Words.of("observation");

    private final Codelists codelists;
    private final Map<List<Object>, DeliveredFigure> latest = new HashMap<>();
    private @Nullable DeliveredFigure first;
    private @Nullable DeliveredFigure before;
    private int backwards;

    Editions(Codelists codelists) {
        this.codelists = codelists;
    }

    /**
     * Takes the next edition of a figure.
     *
     * @throws RefusedRowException if it has no date, or one from before the end of its period
     */
    void take(DeliveredFigure figure) throws RefusedRowException {
        Optional<LocalDate> day = figure.printed();
        if (day.isEmpty()) {
            throw Validation.refusedEdition(figure, "undated");
        }
        LocalDate end = codelists
                .reportingYears()
                .of(figure.key().areaCode())
                .end(figure.key().period());
        if (end.isAfter(day.get().plusDays(Period.EARLY_DAYS))) {
            throw Validation.refusedEdition(figure, "early", end);
        }
        DeliveredFigure above = latest.put(List.of(figure.key()), figure);
        if (above != null && day.get().isBefore(above.printed().orElseThrow())) {
            backwards++;
            if (first == null) {
                first = figure;
                before = above;
            }
        }
    }

    /** Returns where dates run backwards first, and how often; empty if they never do. */
    Optional<LocalizedText> backwards() {
        return first == null || before == null
                ? Optional.empty()
                : Optional.of(WORDS.text(
                        "edition.backwards",
                        first.place().text(),
                        first.key(),
                        first.printed().orElseThrow(),
                        before.printed().orElseThrow(),
                        before.place().inDelivery(),
                        backwards));
    }
}
