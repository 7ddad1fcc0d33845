package vn.chitieu.source.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * @param content the copy that was made on receipt: the file, or of a bulk delivery the folder that holds it
 */
public record RegisteredDelivery(String id, DeliveryReceipt receipt, Path content) {

    private static final Words WORDS = Words.of("source");

    /**
     * Returns where the file or folder of a bulk delivery lies, with the name that its sender gave it.
     *
     * @throws DataException if it is missing
     */
    public Path parts() {
        Path parts = content.resolve(receipt.fileName());
        if (!Files.exists(parts)) {
            throw new DataException(WORDS.text("registered.unreadable", parts));
        }
        return parts;
    }

    /**
     * Copies what {@link #parts} returns below a folder and returns the copy.
     *
     * @throws DataException if it is missing
     */
    public Path copyParts(Path folder) throws IOException {
        Path copy = folder.resolve(receipt.fileName());
        PartFiles.copy(parts(), copy);
        return copy;
    }

    /**
     * Checks that the copy is what was received.
     *
     * @throws DataException if it is missing or another one
     */
    public void requireAsReceived() {
        if (!receipt.terms().isBulk()) {
            read();
            return;
        }
        try {
            if (!PartFiles.sha256(parts()).equals(receipt.sha256())) {
                throw changed();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(WORDS.text("registered.unreadable", content), e);
        }
    }

    private DataException changed() {
        return new DataException(WORDS.text("registered.changed", content, receipt.sha256(), receipt.fileName()));
    }

    /**
     * Returns the bytes that were received.
     *
     * @throws DataException if the copy is missing or another one than was received
     */
    public byte[] read() {
        try {
            byte[] bytes = Files.readAllBytes(content);
            if (!Sha256.of(bytes).equals(receipt.sha256())) {
                throw changed();
            }
            return bytes;
        } catch (IOException e) {
            throw new DataException(WORDS.text("registered.unreadable", content), e);
        }
    }
}
