package vn.chitieu.projection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.ParquetTables;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.PrintedExample;
import vn.chitieu.text.Language;

class EvaluationJobTest {

    @RegisterExtension
    static final SparkOfClass SPARK = new SparkOfClass();

    private static final String HEADER = "case_id,series_id,frequency,agg,year,cutoff_period,target\n";

    private Path folder;
    private Path seriesFile;
    private Path casesFile;
    private Path out;

    @BeforeEach
    void nameFiles(@TempDir Path temporary) {
        folder = temporary;
        seriesFile = folder.resolve("series.csv");
        casesFile = folder.resolve("cases.csv");
        out = folder.resolve("out.csv");
    }

    @Test
    void everyCaseHasItsRowInTheOrderOfTheCases() throws IOException {
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + """
            b,example,M,sum,2023,2023-06,15886
            a,example,M,mean,2021,2021-03,
            c,example,M,sum,2016,2016-02,1
            """);

        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0)).isEqualTo("case_id,point,p10,p90,p2_5,p97_5,p_attain,method_used,fallback_reason");
        assertThat(lines.get(1))
                .matches("b,16002\\.279\\d+,15737\\.94\\d+,16324\\.73\\d+,.*,0\\.7466\\d+,combination,");
        assertThat(lines.get(2)).startsWith("a,1").endsWith(",,combination,");
        assertThat(lines.get(3)).isEqualTo("c,13147.800000000001,,,,,,pro_rata,no_complete_year");
        assertThat(lines).hasSize(4);
    }

    @Test
    void columnsAreFoundByNameAndOthersAreNotLookedAt() throws IOException {
        write(seriesFile, "note,value,period,series_id\nx,1,2020-Q1,\"s, 1\"\nx,2,2020-Q2,\"s, 1\"\n");
        write(casesFile, "\uFEFF" + """
            k,target,cutoff_period,year,agg,frequency,series_id,case_id
            9,,2020-Q2,2020,sum,Q,"s, 1",one
            """);

        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(Files.readString(out)).endsWith("\none,6.0,,,,,,pro_rata,no_complete_year\n");
    }

    @Test
    void valuesAfterTheCutoffDoNotMatter() throws IOException {
        write(casesFile, HEADER + "a,example,M,sum,2022,2022-06,15000\nb,example,M,last,2021,2021-09,\n");
        write(seriesFile, exampleSeries());
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());
        byte[] given = Files.readAllBytes(out);

        write(seriesFile, exampleSeries().replaceAll("(2022-(0[789]|1.)|2023-..),.*", "$1,-99999999"));
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(Files.readAllBytes(out)).isEqualTo(given);
    }

    @Test
    void theOrderOfSeriesRowsAndTheNumberOfPartitionsDoNotMatter() throws IOException {
        StringBuilder cases = new StringBuilder(HEADER);
        for (int year = 2017; year <= 2023; year++) {
            for (int month = 1; month <= 6; month++) {
                cases.append("c%s-%s,example,M,sum,%s,%s-0%s,15000\n".formatted(year, month, year, year, month));
            }
        }
        write(casesFile, cases.toString());
        write(seriesFile, exampleSeries());
        byte[] one = bytesWith(1);
        String[] lines = exampleSeries().split("\n", -1);
        Arrays.sort(lines, 1, lines.length - 1, (a, b) -> b.compareTo(a));
        write(seriesFile, String.join("\n", lines));

        assertThat(bytesWith(7)).isEqualTo(one);
    }

    private byte[] bytesWith(int partitions) throws IOException {
        try (PanelJob data = PanelJob.read(SPARK.session(), seriesFile, casesFile, false, partitions)) {
            EvaluationJob.answer(SPARK.session(), data, out, CaseTables.same(PooledTables.shipped()));
        }
        return Files.readAllBytes(out);
    }

    @Test
    void filesMayBeGzipped() throws IOException {
        Path zippedSeries = folder.resolve("series.csv.gz");
        Path zippedOut = folder.resolve("out.csv.gz");
        Files.write(zippedSeries, gzip(exampleSeries()));
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + "a,example,M,sum,2022,2022-06,15000\n");

        EvaluationJob.run(SPARK.session(), zippedSeries, casesFile, zippedOut, PooledTables.shipped());
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(zippedOut))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(out));
        }
    }

    @Test
    void aGapInTheYearMovesTheCutoffAndAnEarlierOneShortensTheHistory() throws IOException {
        write(seriesFile, exampleSeries().replaceAll("example,(2020-0[123]|2023-0[345]),.*\n", ""));
        write(casesFile, HEADER + "a,example,M,sum,2023,2023-06,\n");
        EvaluationOutcome outcome =
                EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());
        String gap = Files.readString(out);
        assertThat(outcome.refusals().in(Language.EN))
                .containsExactly(
                        "series example: Expecting a value for every period but found none from 2020-01 to 2020-03",
                        "series example: Expecting a value for every period but found none from 2023-03 to 2023-05");

        write(
                seriesFile,
                "series_id,period,value\n"
                        + exampleSeries().substring(exampleSeries().indexOf("example,2020-04")));
        write(casesFile, HEADER + "a,example,M,sum,2023,2023-02,\n");
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(gap).endsWith(",combination,known_until_2023-02;history_since_2020-04\n");
        assertThat(gap.replace("known_until_2023-02;history_since_2020-04", "")).isEqualTo(Files.readString(out));
    }

    @Test
    void aYearOfWhichNothingIsKnownShowsTheLatestCompleteOne() throws IOException {
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + """
            a,example,M,sum,2024,2024-03,1
            c,example,M,sum,2015,2015-12,1
            d,example,M,sum,2022,2022-12,15000
            """);

        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(1)).matches("a,15129\\.\\d+,,,,,,latest_complete_year,no_data_this_year");
        assertThat(lines.get(2)).isEqualTo("c,,,,,,,none,no_data");
        assertThat(lines.get(3)).matches("d,15129\\.\\d+,.*,1\\.0,complete_year,");
    }

    @Test
    void refusesAFileThatLacksAColumn() throws IOException {
        write(seriesFile, "series_id,period,amount\ns,2020-01,1\n");

        assertRefused(
                seriesFile + ":1: Expecting one column value in the header but found [series_id, period, amount]");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        write(seriesFile, "");

        assertRefused(seriesFile + ":1: Expecting a header with [series_id, period, value] but found an empty file");
    }

    @Test
    void namesWhatIsNoNumberAndCountsItAsMissing() throws IOException {
        for (String bad : List.of("1,5", "NaN", "Infinity", "0x10", "12f", "1e999", "1 000", "-")) {
            write(seriesFile, exampleSeries() + "s,2020-02,\"%s\"\n".formatted(bad));

            assertNamed(seriesFile + ":92: Expecting a decimal number in column value but found '" + bad + "'");
        }
    }

    @Test
    void namesPeriodsThatAreNeitherMonthsNorQuarters() throws IOException {
        for (String bad : List.of("2020-13", "2020-1", "2020", "2020-S1", "01/2020", "")) {
            write(seriesFile, exampleSeries() + "s,%s,1\n".formatted(bad));

            assertNamed(seriesFile + ":92: Expecting a month such as 2025-09 or a quarter such as 2025-Q3 "
                    + "in column period but found '" + bad + "'");
        }
    }

    @Test
    void namesASecondFrequencyAndAPeriodGivenTwice() throws IOException {
        write(seriesFile, exampleSeries() + "example,2020-Q2,1\n");
        assertNamed(
                seriesFile + ":92: Expecting a period of frequency M as before in column period but found '2020-Q2'");

        write(seriesFile, exampleSeries() + "example,2016-01," + firstValue() + "\n");
        assertNamed(
                seriesFile + ":92: Expecting each period of series example once in column period but found '2016-01'");
    }

    @Test
    void ofTwoValuesOfAPeriodTheOneThatEarlierPeriodsLeadToExpectIsTakenWhicheverComesFirst() throws IOException {
        write(casesFile, HEADER + "a,example,M,sum,2022,2022-06,\n");
        write(seriesFile, exampleSeries() + "example,2019-12,1\n");
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());
        String last = Files.readString(out);
        write(seriesFile, exampleSeries().replace("value\n", "value\nexample,2019-12,1\n"));
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(last).endsWith(",combination,doubtful_2019-12\n").isEqualTo(Files.readString(out));
        write(seriesFile, exampleSeries());
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());
        assertThat(last.replace("doubtful_2019-12", "")).isEqualTo(Files.readString(out));
    }

    @Test
    void aDoubtfulPeriodOfTheFirstYearIsLeftOutAndToldInBothLanguages() throws IOException {
        write(casesFile, HEADER + "a,example,M,sum,2022,2022-06,\n");
        write(seriesFile, exampleSeries() + "example,2016-03,1\n");
        EvaluationOutcome outcome =
                EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(Files.readString(out)).endsWith(",combination,interpolated_2016-03\n");
        assertThat(outcome.refusals().in(Language.VI)).anySatisfy(text -> assertThat(text)
                .startsWith("chuỗi example, kỳ 2016-03 có các giá trị khác nhau (1.0, ")
                .endsWith("): bỏ kỳ này, vì chưa có năm trước để so"));
    }

    @Test
    void namesCasesThatCannotBeUnderstoodAndGivesThemARow() throws IOException {
        write(seriesFile, exampleSeries());

        assertCaseNamed(
                "a,example,W,sum,2022,2022-06,1",
                "one of [M, Q] in column frequency but found 'W'",
                "unknown_frequency");
        assertCaseNamed(
                "a,example,M,total,2022,2022-06,1",
                "one of [last, mean, sum] in column agg but found 'total'",
                "unknown_agg");
        assertCaseNamed(
                "a,example,M,sum,22,2022-06,1", "a year such as 2025 in column year but found '22'", "unknown_year");
        assertCaseNamed(
                "a,example,M,sum,2022,2022-Q2,1",
                "a period of frequency M in column cutoff_period but found '2022-Q2'",
                "cutoff_period_of_other_frequency");
        assertCaseNamed(
                "a,example,M,sum,2022,2021-12,1",
                "a period of the year 2022 in column cutoff_period but found '2021-12'",
                "cutoff_period_of_other_year");
        assertCaseNamed(
                "a,example,M,sum,2022,2023-03,1",
                "a period of the year 2022 in column cutoff_period but found '2023-03'",
                "cutoff_period_of_other_year");
        assertCaseNamed(
                "a,example,Q,sum,2022,2022-Q2,1",
                "M as the series has it in column frequency but found 'Q'",
                "other_frequency_than_series");
        assertCaseNamed(
                "a,other,M,sum,2022,2022-06,1",
                "one of the series given in column series_id but found 'other'",
                "unknown_series");
        assertCaseNamed(
                "a,example,M,sum,2022,2022-06,ten",
                "a decimal number in column target but found 'ten'",
                "unknown_target");
    }

    @Test
    void namesACaseGivenTwice() throws IOException {
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + "good,example,M,sum,2022,2022-06,1\ngood,example,M,sum,2021,2021-06,1\n");

        assertNamed(casesFile + ":3: Expecting each case once in column case_id but found 'good'");
    }

    @Test
    void namesARowThatIsLongerOrShorterThanTheHeader() throws IOException {
        write(seriesFile, exampleSeries() + "s,2020-02,1,2\n");
        assertNamed(seriesFile + ":92: Expecting 3 fields as in the header but found 4: [s, 2020-02, 1, 2]");

        write(seriesFile, exampleSeries() + "s,2020-01\n");
        assertNamed(seriesFile + ":92: Expecting 3 fields as in the header but found 2: [s, 2020-01]");
    }

    @Test
    void writesNothingIfNoCaseCanBeUnderstood() throws IOException {
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + "a,other,M,sum,2022,2022-06,1\n");

        assertThat(EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped())
                        .answered())
                .isZero();
        assertThat(out).doesNotExist();
    }

    @Test
    void leavingOutNeedsTheDataSet() throws IOException {
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + "a,example,M,sum,2022,2022-06,1\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> EvaluationJob.runLeavingOut(
                        SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped()))
                .withMessageStartingWith(casesFile + ":1: Expecting one column dataset in the header");
    }

    @Test
    void writesParquetByName() throws IOException {
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + "b,example,M,sum,2016,2016-02,1\na,example,M,sum,2022,2022-06,15000\n");
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());
        List<String> lines = Files.readAllLines(out);
        Path parquet = folder.resolve("out.parquet");

        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, parquet, PooledTables.shipped());

        List<String> read = ParquetTables.read(parquet, EvaluationRow.TABLE).rows().stream()
                .map(cells -> Arrays.stream(cells)
                        .map(cell -> cell == null ? "" : cell.toString())
                        .collect(Collectors.joining(",")))
                .toList();
        assertThat(read).containsExactly(lines.get(2), lines.get(1));
    }

    @Test
    void refusesATruncatedGzipFile() throws IOException {
        seriesFile = folder.resolve("series.csv.gz");
        byte[] whole = gzip(exampleSeries());
        Files.write(seriesFile, Arrays.copyOf(whole, whole.length / 2));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(this::run)
                .withMessageStartingWith(seriesFile + ": Expecting a complete gzip file but found: Unexpected end");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        Files.write(seriesFile, new byte[] {'s', (byte) 0xE9, ',', 'x', '\n'});

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(this::run)
                .withMessageStartingWith(seriesFile + ": Expecting UTF-8 but found");
    }

    @Test
    void refusesAMissingFileAndAnotherFormatBeforeAnythingIsDone() {
        assertRefused(seriesFile + ": Expecting a file but found none");

        out = folder.resolve("out.xlsx");
        assertRefused(out + ": Expecting a name ending in .csv, .csv.gz or .parquet but found another");
    }

    private void assertCaseNamed(String row, String expected, String reason) throws IOException {
        write(casesFile, HEADER + row + "\ngood,example,M,sum,2022,2022-06,1\n");
        EvaluationOutcome outcome =
                EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(outcome.answered()).isEqualTo(1);
        assertThat(outcome.refusals().in(Language.EN)).containsExactly(casesFile + ":2: Expecting " + expected);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(1)).isEqualTo("a,,,,,,,none," + reason);
        assertThat(lines.get(2)).startsWith("good,1").endsWith(",combination,");
    }

    /** The row is named, and the case of the good series is answered all the same. */
    private void assertNamed(String message) throws IOException {
        if (!Files.exists(casesFile)) {
            write(casesFile, HEADER + "good,example,M,sum,2022,2022-06,15000\n");
        }
        EvaluationOutcome outcome =
                EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(outcome.answered()).isEqualTo(1);
        assertThat(outcome.refusals().in(Language.EN)).containsExactly(message);
        assertThat(Files.readAllLines(out).get(1)).startsWith("good,1").endsWith(",combination,");
    }

    private static String firstValue() {
        return Double.toString(PrintedExample.series().values()[0]);
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(DataException.class).isThrownBy(this::run).withMessage(message);
        assertThat(out).doesNotExist();
    }

    private void run() throws IOException {
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());
    }

    private static String exampleSeries() {
        StringBuilder csv = new StringBuilder("series_id,period,value\n");
        double[] values = PrintedExample.series().values();
        for (int t = 0; t < values.length; t++) {
            String month = Integer.toString(101 + t % 12).substring(1);
            csv.append("example,%s-%s,%s\n".formatted(2016 + t / 12, month, values[t]));
        }
        return csv.toString();
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
