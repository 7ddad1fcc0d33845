package vn.chitieu.observation.ingest;

import vn.chitieu.text.LocalizedText;

/**
 * A delivery that cannot be used as it is, because a file is not the one described, has another header or breaks a rule
 * that concerns the whole.
 *
 * @param message what was expected, where, what was found, what to do
 * @param isCopyUsed whether its figures come from the copy that was kept when it could last be read
 */
public record RefusedDelivery(String id, LocalizedText message, boolean isCopyUsed) {}
