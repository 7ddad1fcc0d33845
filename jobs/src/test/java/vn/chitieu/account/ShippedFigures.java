package vn.chitieu.account;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;

/** The published figures of {@code datasets/source}, coded and dated by the rules of the code lists. */
final class ShippedFigures {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home", "."), "datasets");
    private static final List<String> FILES = List.of(
            "source/published-hau-giang/2025-07-15/hau_giang_observations.csv",
            "source/published-viet-nam/2025-07-15/vietnam_national.csv");

    private ShippedFigures() {}

    static List<Observation> of(String areaCode, LocalDate asOf) {
        Map<String, String> areas = new HashMap<>();
        rows("codelist/CL_AREA.csv").forEach(row -> areas.put(row.getField("source_code"), row.getField("code")));
        Map<String, NamedCsvRecord> mapping = new HashMap<>();
        for (NamedCsvRecord row : rows("codelist/mapping.csv")) {
            mapping.put(
                    row.getField("source_indicator") + "|" + row.getField("source_breakdown") + "|"
                            + row.getField("source_unit"),
                    row);
        }
        List<Observation> observations = new ArrayList<>();
        for (String file : FILES) {
            for (NamedCsvRecord row : rows(file)) {
                if (areaCode.equals(areas.get(row.getField("area")))
                        && !row.getField("status").equals("plan")) {
                    Optional.ofNullable(mapping.get(row.getField("indicator") + "|" + row.getField("breakdown") + "|"
                                    + row.getField("unit")))
                            .map(code -> observation(areaCode, row, code, file))
                            .filter(observation -> !observation.publishedDate().isAfter(asOf))
                            .ifPresent(observations::add);
                }
            }
        }
        return observations;
    }

    private static Observation observation(String areaCode, NamedCsvRecord row, NamedCsvRecord code, String file) {
        Period period = Period.parse(row.getField("period").replace("-H", "-S"));
        String basis = row.getField("price_basis");
        ObservationKey key = new ObservationKey(
                areaCode,
                code.getField("indicator_code"),
                code.getField("activity_code"),
                period,
                row.getField("basis").equals("ytd") ? Accumulation.CUMULATED : Accumulation.PERIOD,
                PriceBasis.ofCode(basis.equals("na") ? "none" : basis));
        ObservationStatus status = status(row.getField("status"));
        boolean dated = !row.getField("published").isEmpty();
        LocalDate byRule = period.end().plusDays(lag(status));
        LocalDate stamp = dated ? LocalDate.parse(row.getField("published")) : byRule;
        boolean archive = status == ObservationStatus.UNKNOWN;
        return new Observation(
                key,
                new BigDecimal(row.getField("value")),
                code.getField("unit_code"),
                status,
                archive && byRule.isBefore(stamp) ? byRule : stamp,
                archive ? PublishedKind.ARCHIVE : dated ? PublishedKind.PRESS : PublishedKind.DERIVED,
                stamp,
                row.getField("source_url"),
                5,
                "test",
                file,
                (int) row.getStartingLineNumber());
    }

    private static int lag(ObservationStatus status) {
        return switch (status) {
            case FINAL -> 730;
            case PROVISIONAL -> 365;
            default -> 30;
        };
    }

    private static ObservationStatus status(String code) {
        return switch (code) {
            case "estimate" -> ObservationStatus.ESTIMATE;
            case "preliminary" -> ObservationStatus.PROVISIONAL;
            case "final" -> ObservationStatus.FINAL;
            default -> ObservationStatus.UNKNOWN;
        };
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(DATASETS.resolve(file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
