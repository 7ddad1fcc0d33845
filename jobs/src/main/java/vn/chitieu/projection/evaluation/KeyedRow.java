package vn.chitieu.projection.evaluation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Frequency;
import vn.chitieu.text.LocalizedText;

/**
 * What was read of a file of an evaluation, packed so that it can travel to the rest of its series.
 *
 * @param key the series; what belongs to none is spread by its line
 * @param line where it stands, or begins to stand, in its file
 * @param caseId of a case only
 */
record KeyedRow(String key, Part part, long line, @Nullable String caseId, byte[] content) {

    private static final int HEAPS = 64;

    private static final List<Frequency> FREQUENCIES = List.of(Frequency.values());

    private static final int BYTES_OF_VALUE = Long.BYTES + Byte.BYTES + Integer.BYTES + Double.BYTES;

    /** What a row is; rows of one series come in this order. */
    enum Part {
        REFUSAL,
        VALUES,
        CASE
    }

    /** One value of a series: {@code NaN} if its row says that there is none. */
    record Value(long line, Frequency frequency, int index, double value) {}

    static KeyedRow of(String seriesId, List<Value> values) {
        ByteBuffer content = ByteBuffer.allocate(values.size() * BYTES_OF_VALUE);
        for (Value value : values) {
            content.putLong(value.line())
                    .put((byte) value.frequency().ordinal())
                    .putInt(value.index())
                    .putDouble(value.value());
        }
        return new KeyedRow(seriesId, Part.VALUES, values.get(0).line(), null, content.array());
    }

    List<Value> values() {
        ByteBuffer packed = ByteBuffer.wrap(content);
        List<Value> values = new ArrayList<>(content.length / BYTES_OF_VALUE);
        while (packed.hasRemaining()) {
            values.add(new Value(packed.getLong(), FREQUENCIES.get(packed.get()), packed.getInt(), packed.getDouble()));
        }
        return values;
    }

    static KeyedRow of(String seriesId, long line, String caseId, List<String> texts) {
        return new KeyedRow(seriesId, Part.CASE, line, caseId, bytes(texts));
    }

    List<String> texts() {
        ByteBuffer packed = ByteBuffer.wrap(content);
        List<String> texts = new ArrayList<>();
        while (packed.hasRemaining()) {
            byte[] text = new byte[packed.getInt()];
            packed.get(text);
            texts.add(new String(text, StandardCharsets.UTF_8));
        }
        return List.copyOf(texts);
    }

    static KeyedRow of(Refusal refusal) {
        return new KeyedRow(
                "refusal " + refusal.line() % HEAPS,
                Part.REFUSAL,
                refusal.line(),
                null,
                bytes(List.of(
                        refusal.stage().name(),
                        refusal.text().vi(),
                        refusal.text().en())));
    }

    Refusal refusal() {
        List<String> texts = texts();
        return new Refusal(
                Refusal.Stage.valueOf(texts.get(0)), line, "", new LocalizedText(texts.get(1), texts.get(2)));
    }

    private static byte[] bytes(List<String> texts) {
        List<byte[]> encoded = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer content = ByteBuffer.allocate(
                encoded.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
        encoded.forEach(text -> content.putInt(text.length).put(text));
        return content.array();
    }
}
