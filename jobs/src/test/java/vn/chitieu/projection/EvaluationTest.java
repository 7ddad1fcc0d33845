package vn.chitieu.projection;

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
import java.util.concurrent.ForkJoinPool;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;

class EvaluationTest {

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

        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());

        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0)).isEqualTo("case_id,point,p10,p90,p2_5,p97_5,p_attain,method_used,fallback_reason");
        assertThat(lines.get(1)).matches("b,15994\\.41\\d+,15720\\.\\d+,16326\\.\\d+,.*,0\\.727\\d+,combination,");
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

        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(Files.readString(out)).endsWith("\none,6.0,,,,,,pro_rata,no_complete_year\n");
    }

    @Test
    void valuesAfterTheCutoffDoNotMatter() throws IOException {
        write(casesFile, HEADER + "a,example,M,sum,2022,2022-06,15000\nb,example,M,last,2021,2021-09,\n");
        write(seriesFile, exampleSeries());
        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());
        byte[] given = Files.readAllBytes(out);

        write(seriesFile, exampleSeries().replaceAll("(2022-(0[789]|1.)|2023-..),.*", "$1,-99999999"));
        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(Files.readAllBytes(out)).isEqualTo(given);
    }

    @Test
    void theOrderOfSeriesRowsAndTheNumberOfThreadsDoNotMatter() throws Exception {
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

        assertThat(bytesWith(4)).isEqualTo(one);
    }

    private byte[] bytesWith(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.submit(() -> {
                        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());
                        return out;
                    })
                    .get();
        } finally {
            pool.shutdown();
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

        Evaluation.run(zippedSeries, casesFile, zippedOut, PooledTables.shipped());
        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());

        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(zippedOut))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(out));
        }
    }

    @Test
    void aGapInTheYearMovesTheCutoffAndAnEarlierOneShortensTheHistory() throws IOException {
        write(
                seriesFile,
                exampleSeries().replace("2023-05,1636.6", "2023-05,").replace("example,2020-03,1244.4\n", ""));
        write(casesFile, HEADER + "a,example,M,sum,2023,2023-06,\n");
        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());
        String gap = Files.readString(out);

        write(
                seriesFile,
                "series_id,period,value\n"
                        + exampleSeries().substring(exampleSeries().indexOf("example,2020-04")));
        write(casesFile, HEADER + "a,example,M,sum,2023,2023-04,\n");
        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(gap).endsWith(",combination,known_until_2023-04\n");
        assertThat(gap.replace("known_until_2023-04", "")).isEqualTo(Files.readString(out));
    }

    @Test
    void aYearOfWhichNothingIsKnownShowsTheLatestCompleteOne() throws IOException {
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + """
                a,example,M,sum,2024,2024-03,1
                b,example,M,sum,2023,2022-12,1
                c,example,M,sum,2016,2015-12,1
                d,example,M,sum,2022,2023-03,15000
                """);

        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());

        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(1)).matches("a,15129\\.\\d+,,,,,,latest_complete_year,no_data_this_year");
        assertThat(lines.get(2)).matches("b,15129\\.\\d+,,,,,,latest_complete_year,no_data_this_year");
        assertThat(lines.get(3)).isEqualTo("c,,,,,,,none,no_data");
        assertThat(lines.get(4)).matches("d,15129\\.\\d+,.*,1\\.0,complete_year,");
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
    void refusesWhatIsNoNumber() throws IOException {
        for (String bad : List.of("1,5", "NaN", "Infinity", "0x10", "12f", "1e999", "1 000", "-")) {
            write(seriesFile, "series_id,period,value\ns,2020-01,1\ns,2020-02,\"%s\"\n".formatted(bad));

            assertRefused(seriesFile + ":3: Expecting a decimal number in column value but found '" + bad + "'");
        }
    }

    @Test
    void refusesPeriodsThatAreNeitherMonthsNorQuarters() throws IOException {
        for (String bad : List.of("2020-13", "2020-1", "2020", "2020-S1", "01/2020", "")) {
            write(seriesFile, "series_id,period,value\ns,%s,1\n".formatted(bad));

            assertRefused(seriesFile + ":2: Expecting a month such as 2025-09 or a quarter such as 2025-Q3 "
                    + "in column period but found '" + bad + "'");
        }
    }

    @Test
    void refusesASeriesOfTwoFrequenciesAndAPeriodGivenTwice() throws IOException {
        write(seriesFile, "series_id,period,value\ns,2020-01,1\ns,2020-Q2,1\n");
        assertRefused(
                seriesFile + ":3: Expecting a period of frequency M as before in column period but found '2020-Q2'");

        write(seriesFile, "series_id,period,value\ns,2020-01,1\ns,2020-01,1\n");
        assertRefused(seriesFile + ":3: Expecting each period of series s once in column period but found '2020-01'");
    }

    @Test
    void refusesCasesThatCannotBeUnderstood() throws IOException {
        write(seriesFile, exampleSeries());

        assertCaseRefused("a,example,W,sum,2022,2022-06,1", "one of [M, Q] in column frequency but found 'W'");
        assertCaseRefused(
                "a,example,M,total,2022,2022-06,1", "one of [last, mean, sum] in column agg but found 'total'");
        assertCaseRefused("a,example,M,sum,22,2022-06,1", "a year such as 2025 in column year but found '22'");
        assertCaseRefused(
                "a,example,M,sum,2022,2022-Q2,1",
                "a period of frequency M in column cutoff_period but found '2022-Q2'");
        assertCaseRefused("a,example,Q,sum,2022,2022-Q2,1", "M as the series has it in column frequency but found 'Q'");
        assertCaseRefused(
                "a,other,M,sum,2022,2022-06,1", "one of the 1 series given in column series_id but found 'other'");
        assertCaseRefused("a,example,M,sum,2022,2022-06,ten", "a decimal number in column target but found 'ten'");
    }

    @Test
    void refusesACaseGivenTwice() throws IOException {
        write(seriesFile, exampleSeries());
        write(casesFile, HEADER + "a,example,M,sum,2022,2022-06,1\na,example,M,sum,2021,2021-06,1\n");

        assertRefused(casesFile + ":3: Expecting each case once in column case_id but found 'a'");
    }

    @Test
    void refusesARowThatIsLongerOrShorterThanTheHeader() throws IOException {
        write(seriesFile, "series_id,period,value\ns,2020-01,1\ns,2020-02,1,2\n");
        assertRefused(seriesFile + ":3: Expecting 3 fields as in the header but found 4: [s, 2020-02, 1, 2]");

        write(seriesFile, "series_id,period,value\ns,2020-01\n");
        assertRefused(seriesFile + ":2: Expecting 3 fields as in the header but found 2: [s, 2020-01]");
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

        out = folder.resolve("out.parquet");
        assertRefused(out + ": Expecting a name ending in .csv or .csv.gz but found another");
    }

    private void assertCaseRefused(String row, String expected) throws IOException {
        write(casesFile, HEADER + row + "\n");
        assertRefused(casesFile + ":2: Expecting " + expected);
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(DataException.class).isThrownBy(this::run).withMessage(message);
        assertThat(out).doesNotExist();
    }

    private void run() throws IOException {
        Evaluation.run(seriesFile, casesFile, out, PooledTables.shipped());
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
