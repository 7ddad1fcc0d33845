package vn.chitieu.catalog.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a published run consists of: written last, so that a run with a manifest is complete. Only here stand clock
 * times.
 *
 * @param manifestVersion of this layout, {@link #VERSION}
 * @param tables in the order they were written
 * @param files all others, such as a data package description
 * @param inputs every delivered file the run has read
 * @param counts named counts of the run, such as rows in quarantine
 */
public record RunManifest(
        int manifestVersion,
        RunId runId,
        LocalDate asOfDate,
        String inputSha256,
        String settingsSha256,
        String classesSha256,
        List<PublishedTable> tables,
        List<PublishedFile> files,
        List<RunInput> inputs,
        SortedMap<String, Long> counts,
        Instant startedAt,
        Instant finishedAt) {

    /** The layout that this version of the product writes and reads. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, fromText(LocalDate::parse))
                    .addDeserializer(Instant.class, fromText(Instant::parse)))
            .build();

    public RunManifest {
        if (manifestVersion != VERSION) {
            throw new IllegalArgumentException(
                    "Expecting a manifest of version " + VERSION + " but was " + manifestVersion);
        }
        tables = List.copyOf(tables);
        files = List.copyOf(files);
        inputs = List.copyOf(inputs);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        RunId expected = RunId.of(asOfDate, inputSha256, settingsSha256, classesSha256);
        if (!runId.equals(expected)) {
            throw new IllegalArgumentException("Expecting run id " + expected + " but was " + runId);
        }
    }

    /** Returns the files of the run, those of its tables first. */
    public List<PublishedFile> allFiles() {
        return Stream.concat(tables.stream().map(PublishedTable::asFile), files.stream())
                .toList();
    }

    /** Returns the manifest as JSON in UTF-8, one field a line. */
    byte[] toJson() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        try {
            return (JSON.writer(printer).writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expecting to write the manifest of run " + runId + " as JSON", e);
        }
    }

    /**
     * Returns the manifest that some JSON holds.
     *
     * @throws IOException if it is no manifest
     */
    static RunManifest fromJson(byte[] json) throws IOException {
        return JSON.readValue(json, RunManifest.class);
    }

    private static <T> StdDelegatingDeserializer<T> fromText(Function<String, T> parse) {
        return new StdDelegatingDeserializer<>(new StdConverter<Object, T>() {
            @Override
            public T convert(Object text) {
                return parse.apply(String.valueOf(text));
            }
        });
    }
}
