package vn.chitieu.projection.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        byte[] content = bytes(out -> {
            for (Value value : values) {
                out.writeLong(value.line());
                out.writeByte(value.frequency().ordinal());
                out.writeInt(value.index());
                out.writeDouble(value.value());
            }
        });
        return RowFactory.create(
                seriesId, Part.VALUES.ordinal(), values.get(0).line(), null, content);
    }

    static List<Value> values(Row row) {
        return read(row, in -> {
            List<Value> values = new ArrayList<>();
            while (in.available() > 0) {
                values.add(new Value(
                        in.readLong(), Frequency.values()[in.readByte()], in.readInt(), in.readDouble()));
            }
            return values;
        });
    }

    static Row texts(String seriesId, long line, String caseId, List<String> texts) {
        return RowFactory.create(seriesId, Part.CASE.ordinal(), line, caseId, bytes(out -> {
            for (String text : texts) {
                writeText(out, text);
            }
        }));
    }

    static List<String> texts(Row row) {
        return read(row, in -> {
            List<String> texts = new ArrayList<>();
            while (in.available() > 0) {
                texts.add(readText(in));
            }
            return List.copyOf(texts);
        });
    }

    static Row refusal(Refusal refusal) {
        return RowFactory.create(
                "refusal " + refusal.line() % HEAPS, Part.REFUSAL.ordinal(), refusal.line(), null, bytes(out -> {
                    out.writeByte(refusal.stage().ordinal());
                    writeText(out, refusal.text().vi());
                    writeText(out, refusal.text().en());
                }));
    }

    static Refusal refusal(Row row) {
        return read(
                row,
                in -> new Refusal(
                        Refusal.Stage.values()[in.readByte()],
                        row.getLong(2),
                        "",
                        new LocalizedText(readText(in), readText(in))));
    }

    static Part part(Row row) {
        return Part.values()[row.getInt(1)];
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private interface Writing {

        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {

        T from(DataInputStream in) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(Row row, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.<byte[]>getAs(4)))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
