package vn.chitieu.projection.evaluation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.chitieu.observation.Frequency;
import vn.chitieu.text.LocalizedText;

/** What was read of a file of an evaluation, as a row that Spark brings to the others of its series. */
final class KeyedRow {

    static final String KEY = "key";
    static final String PART = "part";
    static final String LINE = "line";
    static final String CASE_ID = "case_id";

    static final StructType SCHEMA = new StructType()
            .add(KEY, DataTypes.StringType, false)
            .add(PART, DataTypes.IntegerType, false)
            .add(LINE, DataTypes.LongType, false)
            .add(CASE_ID, DataTypes.StringType, true)
            .add("content", DataTypes.BinaryType, false);

    private static final List<Frequency> FREQUENCIES = List.of(Frequency.values());

    private static final int BYTES_OF_VALUE = Long.BYTES + Byte.BYTES + Integer.BYTES + Double.BYTES;

    /** Refusals belong to no series; they are spread by their line. */
    private static final int HEAPS = 64;

    private KeyedRow() {}

    /** What a row is; rows of one series come in this order. */
    enum Part {
        REFUSAL,
        VALUES,
        CASE
    }

    /** One value of a series: {@code NaN} if its row says that there is none. */
    record Value(long line, Frequency frequency, int index, double value) {}

    static Row values(String seriesId, List<Value> values) {
        ByteBuffer content = ByteBuffer.allocate(values.size() * BYTES_OF_VALUE);
        for (Value value : values) {
            content.putLong(value.line())
                    .put((byte) value.frequency().ordinal())
                    .putInt(value.index())
                    .putDouble(value.value());
        }
        return RowFactory.create(seriesId, Part.VALUES.ordinal(), values.get(0).line(), null, content.array());
    }

    static List<Value> values(Row row) {
        ByteBuffer content = content(row);
        List<Value> values = new ArrayList<>(content.remaining() / BYTES_OF_VALUE);
        while (content.hasRemaining()) {
            values.add(new Value(
                    content.getLong(), FREQUENCIES.get(content.get()), content.getInt(), content.getDouble()));
        }
        return values;
    }

    static Row texts(String seriesId, long line, String caseId, List<String> texts) {
        return RowFactory.create(seriesId, Part.CASE.ordinal(), line, caseId, bytes(texts));
    }

    static List<String> texts(Row row) {
        ByteBuffer content = content(row);
        List<String> texts = new ArrayList<>();
        while (content.hasRemaining()) {
            byte[] text = new byte[content.getInt()];
            content.get(text);
            texts.add(new String(text, StandardCharsets.UTF_8));
        }
        return List.copyOf(texts);
    }

    static Row refusal(Refusal refusal) {
        return RowFactory.create(
                "refusal " + refusal.line() % HEAPS,
                Part.REFUSAL.ordinal(),
                refusal.line(),
                null,
                bytes(List.of(
                        refusal.stage().name(),
                        refusal.text().vi(),
                        refusal.text().en())));
    }

    static Refusal refusal(Row row) {
        List<String> texts = texts(row);
        return new Refusal(
                Refusal.Stage.valueOf(texts.get(0)), row.getLong(2), "", new LocalizedText(texts.get(1), texts.get(2)));
    }

    static Part part(Row row) {
        return Part.values()[row.getInt(1)];
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

    private static ByteBuffer content(Row row) {
        return ByteBuffer.wrap(row.<byte[]>getAs(4));
    }
}
