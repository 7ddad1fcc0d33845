package vn.chitieu.projection.dense;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.calendar.MovingHoliday;
import vn.chitieu.projection.distribution.ErrorQuantiles;
import vn.chitieu.projection.forecaster.MethodConstants;
import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * What was estimated once on the backtests of many series: how large errors are and how they are distributed, with the
 * fixed settings of the method that they belong to.
 */
public final class PooledTables implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Columns of a table of scale coefficients. */
    static final List<String> COEFFICIENT_COLUMNS =
            List.of("k", "intercept", "log_spread", "log_volatility", "log_sigma_share", "quarterly");

    /** Columns of a table of error quantiles. */
    static final List<String> QUANTILE_COLUMNS = List.of("prob", "q");

    private static final PooledTables SHIPPED = new PooledTables(
            table(
                    "scale_coefficients.csv",
                    COEFFICIENT_COLUMNS.subList(1, COEFFICIENT_COLUMNS.size()).toArray(String[]::new)),
            shippedErrors(),
            table("one_year_history.csv", "abs_log_error_q50", "q80", "q95"),
            shippedConstants(),
            PointCorrection.NONE,
            null);

    private final CutoffTable scaleCoefficients;
    private final ErrorQuantiles errors;
    private final CutoffTable oneYearHistory;
    private final MethodConstants constants;
    private final PointCorrection correction;
    private final transient @Nullable OriginMemory memory;

    private PooledTables(
            CutoffTable scaleCoefficients,
            ErrorQuantiles errors,
            CutoffTable oneYearHistory,
            MethodConstants constants,
            PointCorrection correction,
            @Nullable OriginMemory memory) {
        this.scaleCoefficients = scaleCoefficients;
        this.errors = errors;
        this.oneYearHistory = oneYearHistory;
        this.constants = constants;
        this.correction = correction;
        this.memory = memory;
    }

    /** Returns the tables that come with the product, with no correction learnt on other series. */
    public static PooledTables shipped() {
        return SHIPPED;
    }

    /**
     * Returns these tables with another distribution of errors, as estimated on one's own backtests.
     *
     * @param scaleCoefficients as {@link #scaleCoefficients()}
     * @param errors as {@link #errors()}
     */
    public PooledTables withErrorDistribution(CutoffTable scaleCoefficients, ErrorQuantiles errors) {
        return new PooledTables(scaleCoefficients, errors, oneYearHistory, constants, correction, memory);
    }

    /** Returns these tables for the calendar of a country: its moving holiday, and when its year begins. */
    public PooledTables withCalendar(MovingHoliday holiday, ReportingYear year) {
        return new PooledTables(
                scaleCoefficients, errors, oneYearHistory, constants.with(holiday, year), correction, memory);
    }

    /** Returns these tables with what was learnt on other series. */
    public PooledTables with(PointCorrection learnt) {
        return new PooledTables(scaleCoefficients, errors, oneYearHistory, constants, learnt, memory);
    }

    /**
     * Returns these tables, which from now on remember what the members say of each origin of each series: for series
     * that are projected again and again, and no longer than they are.
     */
    public PooledTables remembering() {
        return new PooledTables(scaleCoefficients, errors, oneYearHistory, constants, correction, new OriginMemory());
    }

    /** Returns what {@link OriginForecast#of} does under these settings, from memory if there is one. */
    OriginForecast origin(RegularSeries series, int year, int observedPeriods, Aggregation aggregation) {
        return memory == null
                ? OriginForecast.of(series, year, observedPeriods, aggregation, constants)
                : memory.of(series, year, observedPeriods, aggregation, constants);
    }

    /** Returns when the year of the country begins. */
    public ReportingYear year() {
        return constants.year();
    }

    /** Returns what was learnt on other series and moves each projection. */
    public PointCorrection correction() {
        return correction;
    }

    /**
     * Returns the coefficients of the logarithm of the error scale: intercept, log spread, log volatility, log sigma
     * share, and what is added for quarterly series.
     */
    public CutoffTable scaleCoefficients() {
        return scaleCoefficients;
    }

    /** Returns the distribution of errors in units of their scale, one for all points of the year. */
    public ErrorQuantiles errors() {
        return errors;
    }

    /**
     * Returns the 50, 80 and 95 percent quantiles of the absolute log error of a projection from a single earlier year.
     */
    public CutoffTable oneYearHistory() {
        return oneYearHistory;
    }

    public MethodConstants constants() {
        return constants;
    }

    private static CutoffTable table(String resource, String... columns) {
        List<NamedCsvRecord> records = read(resource);
        return new CutoffTable(
                records.stream().mapToDouble(record -> number(record, "k")).toArray(),
                records.stream()
                        .map(record -> List.of(columns).stream()
                                .mapToDouble(column -> number(record, column))
                                .toArray())
                        .toArray(double[][]::new));
    }

    private static ErrorQuantiles shippedErrors() {
        List<NamedCsvRecord> records = read("quantiles.csv");
        return new ErrorQuantiles(
                records.stream().mapToDouble(record -> number(record, "prob")).toArray(),
                records.stream().mapToDouble(record -> number(record, "q")).toArray());
    }

    private static MethodConstants shippedConstants() {
        Map<String, Double> values = new HashMap<>();
        read("constants.csv").forEach(record -> values.put(record.getField("name"), number(record, "value")));
        return new MethodConstants(
                constant(values, "lambda"),
                constant(values, "lambda_fast"),
                constant(values, "temper"),
                constant(values, "t_calendar"),
                constant(values, "outlier"),
                constant(values, "drift"),
                constant(values, "discount"),
                (int) constant(values, "max_backtest"),
                constant(values, "n0"),
                constant(values, "power"),
                constant(values, "cap"),
                constant(values, "trim"),
                (int) constant(values, "max_years"),
                constant(values, "sigma_max"),
                constant(values, "clip"),
                constant(values, "half_life"),
                MovingHoliday.easter(),
                ReportingYear.CALENDAR);
    }

    private static double constant(Map<String, Double> values, String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "Expecting a constant %s in constants.csv but found %s".formatted(name, values.keySet()));
        }
        return value;
    }

    private static double number(NamedCsvRecord record, String column) {
        return Double.parseDouble(record.getField(column));
    }

    private static List<NamedCsvRecord> read(String resource) {
        try (InputStream in = PooledTables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(
                        "Expecting a resource %s beside %s".formatted(resource, PooledTables.class));
            }
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
                return reader.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
