package vn.chitieu.observation.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** A Parquet file of one row, exports in May 2024 published on 1 June, with columns of any type. */
public final class OneRowParquet {

    /** Noon of 1 June 2024, Julian day 2,460,463: 43,200 s in nanoseconds and the day, low bytes first. */
    public static final Binary FIRST_OF_JUNE = Binary.fromConstantByteArray(ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(43_200_000_000_000L)
            .putInt(2_460_463)
            .array());

    private OneRowParquet() {}

    /**
     * Returns the bytes of a file with columns of other types and some left out; it has a {@code published} of type
     * DATE unless the other columns have one.
     *
     * @param others further columns as Parquet declares them, between semicolons
     */
    public static byte[] bytes(Path folder, String others, Consumer<Group> fill, String... without) throws IOException {
        Map<String, String> texts = new TreeMap<>(Map.of(
                "area",
                "vietnam",
                "indicator",
                "exports",
                "breakdown",
                "total",
                "frequency",
                "M",
                "period",
                "2024-05",
                "basis",
                "period",
                "price_basis",
                "current",
                "unit",
                "million_usd",
                "status",
                "estimate",
                "source_url",
                "u"));
        List.of(without).forEach(texts::remove);
        boolean hasDate = !others.contains(" published");
        StringBuilder message = new StringBuilder(
                "message schema { " + (hasDate ? "optional int32 published (DATE); " : "") + others + "; ");
        texts.keySet()
                .forEach(column ->
                        message.append("optional binary ").append(column).append(" (STRING); "));
        MessageType schema = MessageTypeParser.parseMessageType(message + "}");
        Path file = folder.resolve("exact" + Integer.toHexString(others.hashCode()) + without.length + ".parquet");
        Files.deleteIfExists(file);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            Group group = new SimpleGroupFactory(schema).newGroup();
            texts.forEach(group::append);
            if (hasDate) {
                group.append("published", (int) LocalDate.of(2024, 6, 1).toEpochDay());
            }
            fill.accept(group);
            writer.write(group);
        }
        return Files.readAllBytes(file);
    }
}
