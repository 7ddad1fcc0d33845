package vn.chitieu.source.delivery;

/**
 * What became of a file on registering.
 *
 * @param isNew false if the same bytes were received before on the same terms, so that nothing was done
 */
public record Registration(DeliveryReceipt receipt, boolean isNew) {}
