package vn.chitieu.source.delivery;

/**
 * What became of a file on registering.
 *
 * @param isNew false if the same bytes were received before on the same terms
 * @param isMended whether the copy that was made then was missing or changed and was made again
 */
public record Registration(DeliveryReceipt receipt, boolean isNew, boolean isMended) {}
