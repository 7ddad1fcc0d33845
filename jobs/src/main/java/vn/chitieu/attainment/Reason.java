package vn.chitieu.attainment;

import java.io.Serializable;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Why a verdict is what it is, or why there is none. */
public record Reason(String code, LocalizedText text) implements Serializable {

    private static final Words WORDS = Words.of("attainment");

    /** Returns a reason whose sentence is among our words. */
    static Reason of(String code, Object... parts) {
        return in(code, code, parts);
    }

    /** Returns a reason that has several sentences, in the one with a key. */
    static Reason in(String code, String key, Object... parts) {
        return new Reason(code, WORDS.text("reason." + key, parts));
    }
}
