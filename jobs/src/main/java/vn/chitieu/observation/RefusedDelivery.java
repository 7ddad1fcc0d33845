package vn.chitieu.observation;

/**
 * A delivery that is not used at all, because a file is not the one described or has another header.
 *
 * @param message what was expected, where, what came, what to do
 */
public record RefusedDelivery(String id, String message) {}
