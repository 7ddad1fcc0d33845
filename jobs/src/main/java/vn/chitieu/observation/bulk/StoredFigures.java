package vn.chitieu.observation.bulk;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.ParquetTables;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.BulkFigures;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** The folder in which the rows of a bulk delivery stand with their verdicts, read without Spark. */
public final class StoredFigures {

    /** One row of a folder; those of accepted rows leave what is said of others empty, and the other way round. */
    static final TableSpec SPEC = new TableSpec(
            "figures",
            Stream.of(
                            "area_code",
                            "indicator_code",
                            "activity_code",
                            "period",
                            "accumulation",
                            "price_basis",
                            "printed_value",
                            "unit_code",
                            "status_code",
                            "published_date",
                            "source_url",
                            "rule_code",
                            "source_file",
                            "expected_vi",
                            "expected_en",
                            "found",
                            "advice_vi",
                            "advice_en",
                            "row_text",
                            "vintage_sum")
                    .map(name -> Column.optional(name, type(name)))
                    .toList(),
            List.of());

    private static final Words WORDS = Words.of("observation");

    /** Spark leaves files with such names alone. */
    static final String SEAL = "_rows";

    private static final int RULE_AT = SPEC.indexOf("rule_code");

    private final RegisteredDelivery delivery;
    private final int trustRank;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Period> periods = new HashMap<>();
    private final Figures.Builder outcomes = new Figures.Builder();
    private final Figures.Builder plans = new Figures.Builder();
    private final List<QuarantinedRow> quarantined = new ArrayList<>();

    private StoredFigures(RegisteredDelivery delivery, int trustRank) {
        this.delivery = delivery;
        this.trustRank = trustRank;
    }

    private static ColumnType type(String column) {
        return switch (column) {
            case "published_date" -> ColumnType.DATE;
            case "vintage_sum" -> ColumnType.BIGINT;
            default -> ColumnType.TEXT;
        };
    }

    /** Writes down how many rows a folder holds, so that a file that is lost is missed. */
    static void seal(Path folder, BulkResult result) throws IOException {
        DurableFiles.replace(folder.resolve(SEAL), text(result).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(BulkResult result) {
        return result.accepted() + " " + result.quarantined();
    }

    /**
     * Returns how many rows a folder holds.
     *
     * @throws DataException if it is damaged
     */
    public static long rows(Path folder) {
        try {
            return Stream.of(Files.readString(folder.resolve(SEAL)).split(" "))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException | NumberFormatException e) {
            throw new DataException(WORDS.text("bulk.not_stored", folder), e);
        }
    }

    /**
     * Returns what a folder holds.
     *
     * @param trustRank of sources that nobody lists
     * @throws DataException if a file of it is missing or damaged
     */
    public static BulkFigures.Judged read(Path folder, RegisteredDelivery delivery, int trustRank) {
        StoredFigures figures = new StoredFigures(delivery, trustRank);
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .forEach(file -> ParquetTables.scan(file, SPEC, figures::add));
            Figures outcomes = figures.outcomes.build();
            Figures plans = figures.plans.build();
            String found = (outcomes.size() + plans.size()) + " " + figures.quarantined.size();
            String expected = Files.readString(folder.resolve(SEAL));
            if (!found.equals(expected)) {
                throw new DataException(WORDS.text("bulk.rows_lost", folder, expected, found));
            }
            return new BulkFigures.Judged(outcomes, plans, figures.quarantined);
        } catch (IOException e) {
            throw new DataException(WORDS.text("bulk.not_stored", folder), e);
        }
    }

    private void add(@Nullable Object[] row) {
        if (row[RULE_AT] == null) {
            Observation figure = observation(row);
            (figure.status() == ObservationStatus.FORECAST ? plans : outcomes).add(figure); // F is that of plans alone
        } else {
            quarantined.add(new QuarantinedRow(
                    Place.line(delivery.id(), text(row[RULE_AT + 1]), 0),
                    text(row[RULE_AT]),
                    new LocalizedText(text(row[RULE_AT + 2]), text(row[RULE_AT + 3])),
                    text(row[RULE_AT + 4]),
                    new LocalizedText(text(row[RULE_AT + 5]), text(row[RULE_AT + 6])),
                    text(row[RULE_AT + 7])));
        }
    }

    private Observation observation(@Nullable Object[] row) {
        ObservationKey key = new ObservationKey(
                text(row[0]),
                text(row[1]),
                text(row[2]),
                periods.computeIfAbsent(text(row[3]), Period::parse),
                Accumulation.ofCode(text(row[4])),
                PriceBasis.ofCode(text(row[5])));
        LocalDate published = Objects.requireNonNull((LocalDate) row[9]);
        return new Observation(
                key,
                new BigDecimal(text(row[6])),
                text(row[7]),
                ObservationStatus.ofCode(text(row[8])),
                published,
                PublishedKind.PRESS,
                published,
                text(row[10]),
                trustRank,
                delivery.id(),
                delivery.receipt().fileName(),
                0);
    }

    /** Millions of rows have some thousand different texts among them. */
    private String text(@Nullable Object cell) {
        String text = Objects.requireNonNull((String) cell);
        return texts.computeIfAbsent(text, one -> one);
    }
}
