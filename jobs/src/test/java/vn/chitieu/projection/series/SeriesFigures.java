package vn.chitieu.projection.series;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.SeriesProjector;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.sparse.GrowthReference;
import vn.chitieu.text.LocalizedText;

/** Series for tests: written as text, or read from the published figures beside this class. */
public final class SeriesFigures {

    public static final LocalDate AS_OF = LocalDate.of(2025, 7, 9);
    public static final Indicator EXPORTS = flow("exports", 0);
    public static final Indicator BALANCE = flow("trade_balance", Double.NEGATIVE_INFINITY);
    public static final Indicator GDP = flow("gdp", 0);
    public static final Indicator GDP_GROWTH = growth("gdp_growth", "gdp");
    public static final Indicator GRDP_GROWTH = growth("grdp_growth", "grdp");

    private SeriesFigures() {}

    public static Indicator indicator(
            String code,
            String unitCode,
            IndicatorKind kind,
            @Nullable Aggregation aggregation,
            double minimum,
            double maximum,
            String baseCode) {
        return new Indicator(
                code, LocalizedText.same(code), unitCode, kind, aggregation, minimum, maximum, false, baseCode);
    }

    public static Indicator flow(String code, double minimum) {
        return indicator(
                code, "million_usd", IndicatorKind.FLOW, Aggregation.SUM, minimum, Double.POSITIVE_INFINITY, "");
    }

    public static Indicator growth(String code, String base) {
        return indicator(code, "pct", IndicatorKind.GROWTH, null, -100, 1000, base);
    }

    public static Indicator facts(
            String code, IndicatorKind kind, @Nullable Aggregation aggregation, double minimum, double maximum) {
        return indicator(code, "unit", kind, aggregation, minimum, maximum, "");
    }

    /**
     * Returns the series of Hậu Giang with figures such as {@code "2025-S1 C 10.95"}, published a month after their
     * end.
     */
    public static SeriesInput series(Indicator facts, String... figures) {
        return series("VN-HG", facts, PriceBasis.CURRENT, figures);
    }

    public static SeriesInput series(String area, Indicator facts, PriceBasis basis, String... figures) {
        List<DatedValue> values =
                Arrays.stream(figures).map(SeriesFigures::value).toList();
        return new SeriesInput(new SeriesId(area, facts.code(), "_T", basis), facts, values);
    }

    private static DatedValue value(String figure) {
        String[] parts = figure.split(" ", -1);
        Period period = Period.parse(parts[0]);
        return new DatedValue(
                period,
                Accumulation.ofCode(parts[1]),
                Double.parseDouble(parts[2]),
                ObservationStatus.PROVISIONAL,
                ReportingYear.CALENDAR.end(period).plusMonths(1),
                Origin.PUBLISHED);
    }

    /** Returns the series of a file of figures as published, in order of their ids. */
    public static List<SeriesInput> published(String resource, Indicator... facts) {
        Map<SeriesId, List<DatedValue>> values = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(SeriesFigures.class.getResourceAsStream(resource));
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : records) {
                SeriesId id = new SeriesId(
                        row.getField("area_code"),
                        row.getField("indicator_code"),
                        row.getField("activity_code"),
                        PriceBasis.ofCode(row.getField("price_basis")));
                values.computeIfAbsent(id, i -> new ArrayList<>())
                        .add(new DatedValue(
                                Period.parse(row.getField("period")),
                                Accumulation.ofCode(row.getField("accumulation")),
                                Double.parseDouble(row.getField("value")),
                                ObservationStatus.ofCode(row.getField("obs_status")),
                                LocalDate.parse(row.getField("published_date")),
                                Origin.PUBLISHED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<SeriesInput> inputs = new ArrayList<>();
        values.forEach((id, figures) -> Arrays.stream(facts)
                .filter(known -> known.code().equals(id.indicatorCode()))
                .forEach(known -> inputs.add(new SeriesInput(id, known, figures))));
        return inputs;
    }

    public static SeriesProjection projection(SeriesInput input, int year, GrowthReference reference) {
        return (SeriesProjection) SeriesProjector.project(input, year, AS_OF, PooledTables.shipped(), reference);
    }

    /** Returns the distribution of a projection that must have one. */
    public static PredictiveDistribution distribution(SeriesProjection projection) {
        return Objects.requireNonNull(projection.distribution(), "distribution");
    }

    public static SeriesProjection projection(SeriesInput input, int year) {
        return projection(input, year, GrowthReference.none());
    }
}
