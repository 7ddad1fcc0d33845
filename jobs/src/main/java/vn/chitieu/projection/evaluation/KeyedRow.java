package vn.chitieu.projection.evaluation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Frequency;
import vn.chitieu.text.LocalizedText;

/** What was read of a file of an evaluation, packed so that it can travel to the rest of its series. */
final class KeyedRow {

    private static final int HEAPS = 64;

    private static final int BYTES_OF_VALUE = Long.BYTES + Byte.BYTES + Integer.BYTES + Double.BYTES;

    /** What a row is; rows of one series come in this order. */
    enum Part {
        REFUSAL(0),
        VALUES(1),
        CASE(2);

        private final int place;

        Part(int place) {
            this.place = place;
        }

        int place() {
            return place;
        }

        static Part at(int place) {
            return switch (place) {
                case 0 -> REFUSAL;
                case 1 -> VALUES;
                default -> CASE;
            };
        }
    }

    /** One value of a series: {@code NaN} if its row says that there is none. */
    record Value(long line, Frequency frequency, int index, double value) {}

    private final String key;
    private final Part part;
    private final long line;
    private final @Nullable String caseId;
    private final byte[] content;

    KeyedRow(String key, Part part, long line, @Nullable String caseId, byte[] content) {
        this.key = key;
        this.part = part;
        this.line = line;
        this.caseId = caseId;
        this.content = content;
    }

    /** Returns the series; what belongs to none is spread by its line. */
    String key() {
        return key;
    }

    Part part() {
        return part;
    }

    /** Returns where it stands, or begins to stand, in its file. */
    long line() {
        return line;
    }

    /** Returns the identifier of a case; nothing else has one. */
    @Nullable
    String caseId() {
        return caseId;
    }

    byte[] content() {
        return content;
    }

    static KeyedRow of(String seriesId, List<Value> values) {
        ByteBuffer content = ByteBuffer.allocate(values.size() * BYTES_OF_VALUE);
        for (Value value : values) {
            content.putLong(value.line())
                    .put((byte) value.frequency().periodsPerYear())
                    .putInt(value.index())
                    .putDouble(value.value());
        }
        return new KeyedRow(seriesId, Part.VALUES, values.get(0).line(), null, content.array());
    }

    List<Value> values() {
        ByteBuffer packed = ByteBuffer.wrap(content);
        List<Value> values = new ArrayList<>(content.length / BYTES_OF_VALUE);
        while (packed.hasRemaining()) {
            values.add(new Value(packed.getLong(), frequency(packed.get()), packed.getInt(), packed.getDouble()));
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

    /** Series of an evaluation are of months or quarters. */
    private static Frequency frequency(int periodsPerYear) {
        return periodsPerYear == Frequency.M.periodsPerYear() ? Frequency.M : Frequency.Q;
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
