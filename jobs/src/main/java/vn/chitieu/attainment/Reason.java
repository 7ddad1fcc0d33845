package vn.chitieu.attainment;

import vn.chitieu.text.LocalizedText;

/** Why a verdict is what it is, or why there is none. */
record Reason(String code, LocalizedText text) {

    /** Returns a reason whose sentence is among our words. */
    static Reason of(String code, LocalizedText... parts) {
        return new Reason(code, Words.of("reason." + code, parts));
    }
}
