package vn.chitieu.observation.ingest;

import vn.chitieu.text.Language;

/**
 * A delivery that cannot be used as it is, because a file is not the one described, has another header or breaks a rule
 * that concerns the whole.
 *
 * @param messageVi what was expected, where, what came, what to do, in Vietnamese
 * @param messageEn the same in English
 * @param isCopyUsed whether its figures come from the copy that was kept when it could last be read
 */
public record RefusedDelivery(String id, String messageVi, String messageEn, boolean isCopyUsed) {

    /** Returns the message in a language. */
    public String message(Language language) {
        return language == Language.VI ? messageVi : messageEn;
    }
}
