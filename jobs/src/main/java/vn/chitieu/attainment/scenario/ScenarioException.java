package vn.chitieu.attainment.scenario;

import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** A scenario that cannot be computed, with what is missing or does not go together. */
public final class ScenarioException extends RuntimeException {

    private static final Words WORDS = Words.of("attainment");

    private static final long serialVersionUID = 1L;
    private final LocalizedText reason;

    ScenarioException(String key, Object... parts) {
        this(WORDS.text("scenario." + key, parts));
    }

    private ScenarioException(LocalizedText reason) {
        super(reason.en());
        this.reason = reason;
    }

    public LocalizedText reason() {
        return reason;
    }
}
