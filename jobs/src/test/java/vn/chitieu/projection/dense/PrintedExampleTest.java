package vn.chitieu.projection.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.distribution.PooledErrorDistribution;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.forecaster.Forecasters;

class PrintedExampleTest {

    private static final PooledTables TABLES = PooledTables.shipped();

    static Stream<NamedCsvRecord> years() {
        return PrintedExample.components().stream();
    }

    @ParameterizedTest
    @MethodSource("years")
    void everyMemberProjectsThePrintedValue(NamedCsvRecord printed) {
        OriginForecast forecast = OriginForecast.of(
                PrintedExample.series(),
                Integer.parseInt(printed.getField("year")),
                PrintedExample.OBSERVED,
                Aggregation.SUM,
                TABLES.constants());

        for (int j = 0; j < Forecasters.NAMES.size(); j++) {
            String member = Forecasters.NAMES.get(j);
            assertThat(forecast.projections()[j])
                    .describedAs(member)
                    .isCloseTo(number(printed, "P_" + member), within(0.0005001));
        }
        assertThat(forecast.residualScale()).isCloseTo(number(printed, "sarima_sigma"), within(0.0000005001));
    }

    /** Weights were printed of the first year, which has no backtest, and of the year projected. */
    static Stream<NamedCsvRecord> weightedYears() {
        return years().filter(printed -> !printed.getField("point").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("weightedYears")
    void everyMemberHasThePrintedWeightAndTogetherTheyMakeThePrintedPoint(NamedCsvRecord printed) {
        YearEndProjection projection = project(Integer.parseInt(printed.getField("year")));

        assertThat(projection.members()).hasSize(Forecasters.NAMES.size());
        for (MemberProjection member : projection.members()) {
            assertThat(member.weight())
                    .describedAs(member.name())
                    .isCloseTo(number(printed, "w_" + member.name()), within(0.000005001));
        }
        assertThat(projection.point()).isCloseTo(number(printed, "point"), within(0.0005001));
    }

    @Test
    void thePredictorsOfTheScaleAreThePrintedOnes() {
        OriginForecast forecast = OriginForecast.of(
                PrintedExample.series(), 2023, PrintedExample.OBSERVED, Aggregation.SUM, TABLES.constants());
        YearEndProjection projection = project(2023);
        double[] weights = projection.members().stream()
                .mapToDouble(MemberProjection::weight)
                .toArray();

        ErrorScale scale = ScaleModel.errorScale(
                forecast,
                weights,
                projection.point(),
                AnnualValues.of(PrintedExample.series(), Aggregation.SUM),
                TABLES);

        assertThat(scale.logSpread()).isCloseTo(PrintedExample.result("log_spread"), within(5.01e-8));
        assertThat(scale.logVolatility()).isCloseTo(PrintedExample.result("log_volatility"), within(5.01e-8));
        assertThat(scale.logSigmaShare()).isCloseTo(PrintedExample.result("log_sigma_share"), within(5.01e-8));
        assertThat(scale.sigma()).isCloseTo(PrintedExample.result("sigma"), within(5.01e-9));
    }

    @Test
    void thePrintedLawFollowsFromThePrintedScale() {
        PredictiveDistribution distribution = new PooledErrorDistribution(
                PrintedExample.result("point"), true, 1, PrintedExample.result("sigma"), TABLES.errors(), 8650.0);

        assertThat(distribution.quantile(0.1)).isCloseTo(PrintedExample.result("p10"), within(0.001001));
        assertThat(distribution.quantile(0.9)).isCloseTo(PrintedExample.result("p90"), within(0.001001));
        assertThat(distribution.quantile(0.025)).isCloseTo(PrintedExample.result("p2_5"), within(0.001001));
        assertThat(distribution.quantile(0.975)).isCloseTo(PrintedExample.result("p97_5"), within(0.001001));
        assertThat(distribution.probabilityAtLeast(PrintedExample.result("target")))
                .isCloseTo(PrintedExample.result("p_attain"), within(1e-6));
    }

    @Test
    void theProjectionHasThePrintedIntervalsAndProbability() {
        YearEndProjection projection = project(2023);

        assertThat(projection.point()).isCloseTo(PrintedExample.result("point"), within(0.0005001));
        assertThat(projection.quantiles().p10()).isCloseTo(PrintedExample.result("p10"), within(0.001001));
        assertThat(projection.quantiles().p90()).isCloseTo(PrintedExample.result("p90"), within(0.001001));
        assertThat(projection.quantiles().p2_5()).isCloseTo(PrintedExample.result("p2_5"), within(0.001001));
        assertThat(projection.quantiles().p97_5()).isCloseTo(PrintedExample.result("p97_5"), within(0.001001));
        assertThat(projection.probabilityAtLeast(PrintedExample.result("target")))
                .isCloseTo(PrintedExample.result("p_attain"), within(1e-6));
    }

    @Test
    void aBacktestRowIsTheProjectionOfThatYear() {
        List<BacktestRow> rows = backtest();

        assertThat(rows).extracting(BacktestRow::year).containsExactly(2018, 2019, 2020, 2021, 2022);
        for (BacktestRow row : rows) {
            YearEndProjection projection = project(row.year());
            assertThat(row.point()).isEqualTo(projection.point());
            assertThat(row.errorScale().sigma()).isEqualTo(projection.sigma());
            assertThat(row.members()).isEqualTo(projection.members());
        }
        assertThat(rows.get(0).actual()).isCloseTo(13075.3, within(1e-9));
        assertThat(rows.get(0).scaledError())
                .isCloseTo(
                        Math.log(13075.3 / rows.get(0).point())
                                / rows.get(0).errorScale().sigma(),
                        within(1e-9));
    }

    private static List<BacktestRow> backtest() {
        return YearEndProjector.backtest(
                PrintedExample.series(), 2023, PrintedExample.OBSERVED, Aggregation.SUM, TABLES);
    }

    private static YearEndProjection project(int year) {
        return (YearEndProjection) YearEndProjector.project(
                PrintedExample.series(), year, PrintedExample.OBSERVED, Aggregation.SUM, TABLES);
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
