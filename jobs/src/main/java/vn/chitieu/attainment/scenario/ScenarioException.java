package vn.chitieu.attainment.scenario;

import vn.chitieu.attainment.Words;
import vn.chitieu.text.LocalizedText;

/** A scenario that cannot be computed, with what is missing or does not go together. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final LocalizedText reason;

    ScenarioException(String key, LocalizedText... parts) {
        this(Words.of("scenario." + key, parts));
    }

    private ScenarioException(LocalizedText reason) {
        super(reason.en());
        this.reason = reason;
    }

    public LocalizedText reason() {
        return reason;
    }
}
