package vn.chitieu.source.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The record of a file that was received, written before the file is read and never changed.
 *
 * @param receivedAt when it was received; only the day of it, in Viet Nam, ever stands in a table
 * @param sha256 64 hexadecimal digits in lower case
 * @param fileName as the sender named it
 * @param withdrawn why the file is not to be used, if it is not
 */
public record DeliveryReceipt(
        DeliveryTerms terms,
        Instant receivedAt,
        String sha256,
        long bytes,
        String fileName,
        Optional<String> withdrawn) {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Creates the receipt of a file that is used. */
    public DeliveryReceipt(DeliveryTerms terms, Instant receivedAt, String sha256, long bytes, String fileName) {
        this(terms, receivedAt, sha256, bytes, fileName, Optional.empty());
    }

    /** Returns the same receipt with a reason why the file is not to be used, or without one. */
    DeliveryReceipt withdrawn(Optional<String> reason) {
        return new DeliveryReceipt(terms, receivedAt, sha256, bytes, fileName, reason);
    }

    /** Returns the day of receipt in Viet Nam, whatever the zone of the machine. */
    public LocalDate received() {
        return receivedAt.atZone(OFFICE).toLocalDate();
    }

    /** Returns the day from which the figures count as known: the day stated, or else that of receipt. */
    public LocalDate publishedOrReceived() {
        return terms.published().orElseGet(this::received);
    }
}
