package vn.chitieu.source.delivery;

/**
 * What registering a file came to.
 *
 * @param isNew false if the same bytes were received before on the same terms, so that nothing was done
 */
public record Registration(DeliveryReceipt receipt, boolean isNew) {}
