package vn.chitieu.attainment;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.text.LocalizedText;

/**
 * What the figures allow to say about a target value.
 *
 * @param pAttain probability that the target is met; of a planning figure, to end inside its tolerance
 * @param reason why there is no verdict, or what limits it; null if nothing does
 */
public record Judgement(
        Verdict verdict, @Nullable Double pAttain, @Nullable Reason reason) implements Serializable {

    public Judgement {
        if (verdict == Verdict.NOT_EVALUABLE && reason == null) {
            throw new IllegalArgumentException("Expecting a reason of a target without verdict");
        }
    }

    static Judgement notEvaluable(Reason reason) {
        return new Judgement(Verdict.NOT_EVALUABLE, null, reason);
    }

    /** Returns this judgement with a reason, if there is one and it has none yet. */
    Judgement because(Optional<Reason> other) {
        return reason != null || other.isEmpty() ? this : new Judgement(verdict, pAttain, other.get());
    }

    public @Nullable String reasonCode() {
        return reason == null ? null : reason.code();
    }

    public @Nullable LocalizedText reasonText() {
        return reason == null ? null : reason.text();
    }
}
