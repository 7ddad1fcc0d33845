package vn.chitieu.observation.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** The status of figures and of assessments in the words of Decree 94/2022/NĐ-CP and of the forms. */
final class FormStatus {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final Texts TEXTS = Words.of("observation").in(Language.VI);

    static final String MET = TEXTS.text("form.met");
    static final String NOT_MET = TEXTS.text("form.not_met");
    static final String NOT_YET = TEXTS.text("form.not_yet");

    private static final Map<String, ObservationStatus> BY_WORD = new LinkedHashMap<>();

    static {
        for (ObservationStatus status :
                List.of(ObservationStatus.ESTIMATE, ObservationStatus.PROVISIONAL, ObservationStatus.FINAL)) {
            BY_WORD.put(TEXTS.text("form.status." + status.code()), status);
        }
    }

    private FormStatus() {}

    static List<String> all() {
        return List.copyOf(BY_WORD.keySet());
    }

    /** Returns the status that a text says, in capitals or not, or of which it is the first words and of no other. */
    static Optional<ObservationStatus> parse(String text) {
        String said = text.toLowerCase(VIETNAMESE);
        List<ObservationStatus> begun = new ArrayList<>();
        BY_WORD.forEach((word, status) -> {
            if ((word.toLowerCase(VIETNAMESE) + " ").startsWith(said + " ")) {
                begun.add(status);
            }
        });
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }
}
