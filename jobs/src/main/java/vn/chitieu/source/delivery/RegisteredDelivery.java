package vn.chitieu.source.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.text.Words;

/**
 * A file in the registry with its receipt.
 *
 * @param id form, first digits of the sum and day of receipt, for example {@code HG-STC-THU-3f2a91c0/2025-07-15}; of
 *     several files of one form on one day the second ends with {@code .2}, and so on
 * @param content the copy that was made on receipt
 */
public record RegisteredDelivery(String id, DeliveryReceipt receipt, Path content) {

    private static final Words WORDS = Words.of("source");

    /**
     * Returns the bytes that were received.
     *
     * @throws DataException if the copy is missing or another one than was received
     */
    public byte[] read() {
        try {
            byte[] bytes = Files.readAllBytes(content);
            if (!Sha256.of(bytes).equals(receipt.sha256())) {
                throw new DataException(
                        WORDS.text("registered.changed", content, receipt.sha256(), receipt.fileName()));
            }
            return bytes;
        } catch (IOException e) {
            throw new DataException(WORDS.text("registered.unreadable", content), e);
        }
    }
}
