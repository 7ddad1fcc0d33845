package vn.chitieu.projection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjection;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.forecaster.RegularSeries;

class LunarNewYearTest {

    private static final int FIRST_YEAR = 2008;
    private static final double EFFECT = -0.25;
    private static final LunarNewYear TET =
            LunarNewYear.read(Path.of(System.getProperty("chitieu.home"), "datasets"), "lunar_new_year.csv");

    @Test
    void theDaysOnBothSidesAreSharedByTheMonths() {
        // 2025-01-29: 22 to 28 January, 30 and 31 January, then 1 to 5 February; 2024-02-10: all in February
        double january = TET.deviation(2025, 1) - TET.deviation(2024, 1);
        double february = TET.deviation(2025, 2) - TET.deviation(2024, 2);

        assertThat(january).isCloseTo(9 / 14.0, within(1e-12));
        assertThat(february).isCloseTo(-9 / 14.0, within(1e-12));
        assertThat(TET.deviation(2025, 3)).isZero();
    }

    @Test
    void itIsUsualOnAverageAndWhereNoDateIsKnown() {
        for (int month = 1; month <= 12; month++) {
            double sum = 0;
            for (int year = 2000; year <= 2035; year++) {
                sum += TET.deviation(year, month);
            }
            assertThat(sum).isCloseTo(0, within(1e-12));
            assertThat(TET.deviation(1999, month)).isZero();
            assertThat(TET.deviation(2036, month)).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aShiftBetweenJanuaryAndFebruaryIsRecovered(long seed) {
        Random random = new Random(seed);
        double[][] regressors = CalendarRegressors.of(YearMonth.of(FIRST_YEAR, 1), 204, TET);
        double[] x = new double[204];
        for (int t = 0; t < x.length; t++) {
            x[t] = EFFECT * regressors[1][t] + 0.01 * random.nextGaussian();
        }

        double[] b = CalendarEffect.coefficients(x, regressors, 2.5, TET.refits());

        assertThat(b[1]).isCloseTo(EFFECT, within(0.02));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aJanuaryWithoutTetIsNotTakenForAGoodYear(long seed) {
        RegularSeries series = withTet(seed);
        double errorWithTet = 0;
        double errorWithEaster = 0;
        for (int year = 2014; year <= 2024; year++) {
            double actual = annual(series, year);
            errorWithTet +=
                    Math.abs(point(series, year, PooledTables.shipped().withCalendar(TET, ReportingYear.CALENDAR))
                                            / actual
                                    - 1)
                            / 11;
            errorWithEaster += Math.abs(point(series, year, PooledTables.shipped()) / actual - 1) / 11;
        }

        assertThat(errorWithTet).isLessThan(0.6 * errorWithEaster);
    }

    @Test
    void aSeriesThatTetDoesNotMoveIsProjectedAsBefore() {
        Random random = new Random(7);
        double[] values = new double[205];
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 * Math.exp(0.004 * t + 0.02 * random.nextGaussian());
        }
        RegularSeries series = new RegularSeries(12, FIRST_YEAR, 1, values);

        assertThat(YearEndProjector.project(
                        series,
                        2025,
                        1,
                        Aggregation.SUM,
                        PooledTables.shipped().withCalendar(TET, ReportingYear.CALENDAR)))
                .isEqualTo(YearEndProjector.project(series, 2025, 1, Aggregation.SUM, PooledTables.shipped()));
    }

    @Test
    void refusesADateThatIsNoneOfItsYear(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("codelist")).resolve("lunar_new_year.csv");
        Files.writeString(file, "year,date\n2024,2024-02-10\n2025,2024-02-10\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> LunarNewYear.read(folder, "lunar_new_year.csv"))
                .withMessage(
                        "codelist/lunar_new_year.csv, line 3: Expecting the year of 2024-02-10 as year but was '2025'."
                                + " Correct the code list.");
    }

    private static double point(RegularSeries series, int year, PooledTables tables) {
        return ((YearEndProjection) YearEndProjector.project(series, year, 1, Aggregation.SUM, tables)).point();
    }

    private static double annual(RegularSeries series, int year) {
        return Aggregation.SUM.annual(series.values(), (year - FIRST_YEAR) * 12, 12);
    }

    /** Seventeen years that grow by 0.5 percent a month, with a little noise and nothing but Tết besides. */
    private static RegularSeries withTet(long seed) {
        Random random = new Random(seed);
        double[] values = new double[204];
        for (int t = 0; t < values.length; t++) {
            double tet = EFFECT * TET.deviation(FIRST_YEAR + t / 12, t % 12 + 1);
            values[t] = 1000 * Math.exp(0.005 * t + tet + 0.002 * random.nextGaussian());
        }
        return new RegularSeries(12, FIRST_YEAR, 1, values);
    }
}
