package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.TestDelivery;
import vn.chitieu.source.table.NumberMarks;

class DeclaredCsvTest {

    private static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));
    private static final String FIELDS = "\"schema\": {\"fields\": [{\"name\": \"value\", \"type\": \"number\","
            + " \"decimalChar\": \",\", \"groupChar\": \".\"}], \"missingValues\": [\"…\", \"-\"]}";
    private static final String HEADER = String.join(";", Validation.COLUMNS);

    private final Path datasets;

    DeclaredCsvTest(@TempDir Path datasets) {
        this.datasets = datasets;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234,5|1234.5", "1.234|1234", "65000|65000", "12.345.678,90|12345678.90", "0|0", "0,5|0.5"})
    void vietnameseMarksAreReadAsDeclared(String text, BigDecimal value) {
        assertThat(read(HEADER + "\n" + row(text), "\"dialect\": {\"delimiter\": \";\"}, " + FIELDS)
                        .observations())
                .extracting(Observation::value)
                .containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,234.5",
                "1.23.4",
                "12.34",
                "1.2345",
                ".234",
                "1.234.",
                "12,5%",
                "(1.234)",
                "−1.234",
                "–5",
                "1e5",
                "0x1F",
                "1234,5d",
                "NaN",
                "Infinity",
                "1e999",
                "１２３",
                "١٢٣",
                "#####",
                "1.234 tỷ",
                "1 234,5",
                "1\u00A0234,5",
                ",5",
                "5,",
                "+",
                "",
                "1234567890123456789012345678901234567890"
            })
    void whatOtherMarksWouldMeanIsRefusedAndNeverGuessed(String text) {
        IngestResult result = read(HEADER + "\n" + row(text), "\"dialect\": {\"delimiter\": \";\"}, " + FIELDS);
        assertThat(result.observations()).isEmpty();
        assertThat(result.quarantined()).singleElement().satisfies(quarantined -> {
            assertThat(quarantined.ruleCode()).isEqualTo("number");
            assertThat(quarantined.message().en())
                    .isEqualTo("source/a/2025-07-15/figures.csv, line 2: Expecting a number such as 1.234,5: a decimal"
                            + " comma, groups of three between '.' or none, at most 18 digits but was '"
                            + QuarantinedRow.printable(text)
                            + "'. Correct the row and deliver it again, as a new delivery.");
        });
    }

    @Test
    void aNoBreakSpaceGroupsOnlyWhereItIsDeclared() {
        String declared = FIELDS.replace("\"groupChar\": \".\"", "\"groupChar\": \"\u00A0\"");
        assertThat(read(HEADER + "\n" + row("1\u00A0234,5"), "\"dialect\": {\"delimiter\": \";\"}, " + declared)
                        .observations())
                .extracting(Observation::value)
                .containsExactly(new BigDecimal("1234.5"));
    }

    @ParameterizedTest
    @CsvSource({"202F", "2009", "200B", "00AD"})
    void aCharacterThatNobodySeesIsNamedByItsCode(String code) {
        String mark = Character.toString(Integer.parseInt(code, 16));
        String declared = FIELDS.replace("\"groupChar\": \".\"", "\"groupChar\": \"\u00A0\"");
        IngestResult result =
                read(HEADER + "\n" + row("1" + mark + "234,5"), "\"dialect\": {\"delimiter\": \";\"}, " + declared);
        assertThat(result.quarantined().get(0).message().en())
                .contains(
                        "a number such as 1<U+00A0>234,5",
                        "groups of three between '<U+00A0>'",
                        "'1<U+" + code + ">234,5'");
    }

    @Test
    void aDeclaredMarkMeansNoFigureAndZeroStaysZero() {
        IngestResult result =
                read(HEADER + "\n" + row("…") + row("0"), "\"dialect\": {\"delimiter\": \";\"}, " + FIELDS);
        assertThat(result.observations()).extracting(Observation::value).containsExactly(BigDecimal.ZERO);
        assertThat(result.files()).singleElement().satisfies(file -> {
            assertThat(file.missing()).isEqualTo(1);
            assertThat(file.accepted()).isEqualTo(1);
        });
    }

    @Test
    void columnsAreReadWhereTheyAreDeclaredWithTheirCodes() {
        String declared = "\"dialect\": {\"delimiter\": \";\"}, \"schema\": {\"fields\": [{\"name\": \"Số\","
                + " \"decimalChar\": \",\"}]}, \"chitieu\": {\"columns\": {\"area\": {\"field\": \"Tỉnh\","
                + " \"codes\": {\"Hậu Giang\": \"hau_giang\"}}, \"indicator\": {\"text\": \"grdp\"}, \"breakdown\":"
                + " {\"text\": \"total\"}, \"frequency\": {\"text\": \"A\"}, \"period\": {\"field\": \"Năm\"},"
                + " \"basis\": {\"text\": \"period\"}, \"price_basis\": {\"text\": \"current\"}, \"value\":"
                + " {\"field\": \"Số\"}, \"unit\": {\"text\": \"billion_vnd\"}, \"status\": {\"text\":"
                + " \"preliminary\"}, \"published\": {\"text\": \"\"}, \"source_url\": {\"text\": \"u\"}}}";
        assertThat(read("Tỉnh;Năm;Số;Ghi chú\nHậu Giang;2023;50000,5;\"hai\ndòng\"\n", declared)
                        .observations())
                .extracting(o -> o.key() + " = " + o.value())
                .containsExactly("VN-HG.grdp._T.2023.P.current = 50000.5");
    }

    @Test
    void aFileWithoutHeaderHasTheColumnsOfItsSchema() {
        StringBuilder fields = new StringBuilder();
        Validation.COLUMNS.forEach(name -> fields.append(fields.isEmpty() ? "" : ", ")
                .append("{\"name\": \"")
                .append(name)
                .append("\"}"));
        assertThat(read(
                                row("1234.5"),
                                "\"dialect\": {\"header\": false, \"delimiter\": \";\"}, \"schema\": {\"fields\": ["
                                        + fields + "]}")
                        .observations())
                .extracting(Observation::value)
                .containsExactly(new BigDecimal("1234.5"));
    }

    @Test
    void theDeclaredEncodingIsUsedAndAByteOrderMarkIsOne() {
        String text =
                HEADER.replace(";", ",") + "\n" + row("1").replace(";", ",").replace(",u\n", ",Số liệu\n");
        IngestResult marked = Ingest.read(
                List.of(TestDelivery.declared(
                        datasets, "a/2025-07-15", "figures.csv", ("\uFEFF" + text).getBytes(UTF_16LE), "")),
                CODELISTS);
        assertThat(marked.observations()).extracting(Observation::sourceUrl).containsExactly("Số liệu");
        String latin = text.replace("Số liệu", "Tổng hợp").replace("ổ", "ô").replace("ợ", "o");
        IngestResult windows = Ingest.read(
                List.of(TestDelivery.declared(
                        datasets,
                        "b/2025-07-15",
                        "figures.csv",
                        latin.getBytes(Charset.forName("windows-1252")),
                        "\"encoding\": \"windows-1252\"")),
                CODELISTS);
        assertThat(windows.observations()).extracting(Observation::sourceUrl).containsExactly("Tông hop");
    }

    @Test
    void aMarkThatContradictsTheDeclaredEncodingRefusesTheFile() {
        IngestResult result = Ingest.read(
                List.of(TestDelivery.declared(
                        datasets,
                        "a/2025-07-15",
                        "figures.csv",
                        "\uFEFFarea\n".getBytes(UTF_16LE),
                        "\"encoding\": \"utf-8\"")),
                CODELISTS);
        assertThat(result.refused())
                .extracting(refused -> refused.message().en())
                .containsExactly("source/a/2025-07-15/figures.csv, line 1: Expecting encoding UTF-8 as declared but was"
                        + " UTF-16LE. Save the file in the declared encoding, or correct encoding in"
                        + " datapackage.json.");
    }

    @Test
    void aDeclarationWithoutMeaningIsRefusedWithItsProperty() {
        assertThat(refusal("\"encoding\": \"vni\""))
                .isEqualTo("source/a/2025-07-15/datapackage.json: Expecting an encoding such as utf-8, utf-16,"
                        + " windows-1258 as encoding of 'figures.csv' but was 'vni'. Correct datapackage.json.");
        assertThat(refusal("\"chitieu\": {\"colums\": {}}"))
                .contains("Expecting one of [columns, components, delete_all, grammar, layout, structure,"
                        + " vocabulary] as chitieu.colums of 'figures.csv'");
        assertThat(refusal("\"format\": \"xls\""))
                .contains(
                        "Expecting one of csv, sdmx-csv, sdmx-ml, parquet, xlsx as format of 'figures.csv' but was 'xls'");
        assertThat(refusal(FIELDS.replace("\"groupChar\": \".\"", "\"groupChar\": \",\"")))
                .contains("Expecting decimalChar '.' or ',' and another groupChar of '.', ',', an apostrophe or a space"
                        + " as schema.fields of 'figures.csv' but was ',', ','");
        assertThat(refusal("\"dialect\": {\"header\": false}"))
                .contains("Expecting the columns of a file without header as schema.fields of 'figures.csv'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quoteChar\": \"\\n\"",
                "\"quoteChar\": \"\\u0000\"",
                "\"delimiter\": \"\\r\"",
                "\"delimiter\": \"\\u0000\"",
                "\"delimiter\": \"'\", \"quoteChar\": \"'\""
            })
    void aDialectCannotSeparateByItsQuoteOrAControlCharacter(String dialect) {
        RefusedDelivery refused =
                read(HEADER + "\n", "\"dialect\": {" + dialect + "}").refused().get(0);
        assertThat(refused.message().en())
                .startsWith(
                        "source/a/2025-07-15/datapackage.json: Expecting a delimiter and a quoteChar that differ and"
                                + " are no control characters as dialect of 'figures.csv' but was {")
                .endsWith("}. Correct datapackage.json.");
        assertThat(refused.message().vi())
                .startsWith("source/a/2025-07-15/datapackage.json: cần delimiter và quoteChar khác nhau");
    }

    @Test
    void aNumberSignSeparatesWhereItIsDeclared() {
        assertThat(read(
                                (HEADER + "\n" + row("1.234,5")).replace(';', '#'),
                                "\"dialect\": {\"delimiter\": \"#\"}, " + FIELDS)
                        .observations())
                .extracting(Observation::value)
                .containsExactly(new BigDecimal("1234.5"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aNumberThatIsFormattedIsReadBackExactly(long seed) {
        Random random = new Random(seed);
        for (NumberMarks marks : List.of(NumberMarks.PLAIN, NumberMarks.VIETNAMESE)) {
            for (int i = 0; i < 2000; i++) {
                BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(9));
                if (number.precision() <= NumberGrammar.MOST_DIGITS) {
                    assertThat(NumberGrammar.parse(NumberGrammar.format(number, marks), marks))
                            .isEqualTo(number);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aPeriodThatIsWrittenIsReadBack(long seed) {
        Random random = new Random(seed);
        List<Frequency> frequencies = List.of(Frequency.values());
        for (int i = 0; i < 1000; i++) {
            Frequency frequency = frequencies.get(random.nextInt(frequencies.size()));
            Period period =
                    new Period(1900 + random.nextInt(300), frequency, 1 + random.nextInt(frequency.periodsPerYear()));
            assertThat(Period.parse(period.toString())).isEqualTo(period);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=\n\n", "sep=\"\n", "sep=\0\n"})
    void aFileCannotNameTheQuoteOrAControlCharacterAsItsDelimiter(String line) {
        assertThat(read(line + HEADER + "\n", FIELDS).refused()).singleElement().satisfies(refused -> assertThat(
                        refused.message().en())
                .contains("line 1: Expecting a delimiter that is neither the quote nor a control character but was"));
    }

    private String refusal(String properties) {
        return read(HEADER + "\n", properties).refused().get(0).message().en();
    }

    private static String row(String value) {
        return "hau_giang;grdp;total;A;2023;period;current;" + value + ";billion_vnd;preliminary;;u\n";
    }

    private IngestResult read(String text, String properties) {
        return Ingest.read(
                List.of(TestDelivery.declared(
                        datasets, "a/2025-07-15", "figures.csv", text.getBytes(UTF_8), properties)),
                CODELISTS);
    }
}
