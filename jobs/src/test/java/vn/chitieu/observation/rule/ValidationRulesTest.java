package vn.chitieu.observation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.text.Language;

class ValidationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 9);
    private static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));
    private static final List<ValidationRule> RULES =
            ValidationRules.read(Path.of(System.getProperty("chitieu.home"), "datasets"));

    @Test
    void aYearToDateThatIsTheSumOfItsPartsUpToRoundingIsNoFinding() {
        assertThat(check(
                        cumulated("budget_revenue_domestic", "2018-10", "2456.6"),
                        alone("budget_revenue_domestic", "2018-11", "230.04"),
                        cumulated("budget_revenue_domestic", "2018-11", "2686.7")))
                .isEmpty();
    }

    @Test
    void aSilentRevisionIsSaidWithTheRevisedValue() {
        List<Finding> findings = check(
                cumulated("budget_revenue_domestic", "2018-10", "2456.550"),
                alone("budget_revenue_domestic", "2018-11", "230"),
                cumulated("budget_revenue_domestic", "2018-11", "3115.491"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.ruleCode()).isEqualTo("cumulated_sum");
            assertThat(finding.subject()).isEqualTo("VN-HG.budget_revenue_domestic._T.M.C.current.2018");
            assertThat(finding.message().en())
                    .isEqualTo("Domestic revenue (billion VND): the year to November 2018 is 3,115.491, but the year"
                            + " to October 2018 (2,456.55) and the period alone (230) make 2,686.55: a"
                            + " difference of 428.941, 13.8%. The printed year to date stands; the earlier"
                            + " periods are taken as revised to 2,885.491.");
            assertThat(finding.message().vi())
                    .isEqualTo("Thu nội địa (tỷ đồng): lũy kế đến tháng 11/2018 là 3.115,491, còn lũy kế đến tháng"
                            + " 10/2018 (2.456,55) cộng riêng kỳ (230) là 2.686,55: chênh 428,941, bằng 13,8%. Lũy"
                            + " kế in ra được giữ; các kỳ trước được hiểu là đã điều chỉnh thành 2.885,491.");
        });
    }

    @Test
    void theSeverityFollowsTheSizeOfTheDifference() {
        assertThat(severityOfSum("1010")).isEqualTo(Finding.Severity.INFORMATION);
        assertThat(severityOfSum("1050")).isEqualTo(Finding.Severity.WARNING);
        assertThat(severityOfSum("1300")).isEqualTo(Finding.Severity.ERROR);
    }

    @Test
    void theLargestDifferenceOfAYearStandsForAll() {
        List<Finding> findings = check(
                cumulated("exports", "2024-02", "100"),
                alone("exports", "2024-03", "50"),
                cumulated("exports", "2024-03", "160"),
                alone("exports", "2024-04", "50"),
                cumulated("exports", "2024-04", "212"));
        assertThat(findings).extracting(Finding::period).containsExactly("2024-03");
    }

    @Test
    void aYearToDateThatFallsIsAnErrorButAWarningForANetSeries() {
        assertThat(check(cumulated("exports", "2024-02", "100"), cumulated("exports", "2024-04", "90")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                    assertThat(finding.message().en())
                            .isEqualTo(
                                    "Exports of goods (million USD): the year to date falls: 100 to February 2024, 90"
                                            + " to April 2024.");
                });
        assertThat(check(
                        cumulated("budget_revenue_trade_taxes", "2024-02", "100"),
                        cumulated("budget_revenue_trade_taxes", "2024-04", "90")))
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.WARNING);
    }

    /** From -411.5 a month of -112.4 leads to -523.9, one of -145.2 to -556.7, which is 32.8 apart: 6.3 % of -523.9. */
    @Test
    void aBalanceMayFallButMustAddUp() {
        Observation april = cumulated("trade_balance", "2025-04", "-411.5");
        Observation may = cumulated("trade_balance", "2025-05", "-523.9");

        assertThat(check(april, alone("trade_balance", "2025-05", "-112.4"), may))
                .isEmpty();
        assertThat(check(april, alone("trade_balance", "2025-05", "-145.2"), may))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleCode()).isEqualTo("cumulated_sum");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message().en()).contains("make -556.7: a difference of 32.8, 6.3%");
                });
    }

    @Test
    void aPeriodOfRefundsInPrintLetsANetSeriesFall() {
        Observation february = cumulated("budget_revenue_trade_taxes", "2024-02", "100");
        Observation march = cumulated("budget_revenue_trade_taxes", "2024-03", "90");

        assertThat(check(february, alone("budget_revenue_trade_taxes", "2024-03", "-10"), march))
                .isEmpty();
        assertThat(check(february, march)).extracting(Finding::ruleCode).containsExactly("cumulated_falls");
    }

    /** April ends on the 30th: the 24th of March is 37 days before, the 20th of April 10 and the 19th 11. */
    @Test
    void aMonthThatIsPrintedLongBeforeItEndsIsAWarning() {
        Observation april = cumulated("budget_revenue_domestic", "2019-04", "1283.841");

        assertThat(check(vintage(april, ObservationStatus.ESTIMATE, "2019-03-24", "1283.841")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleCode()).isEqualTo("before_end");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message().en())
                            .isEqualTo("Domestic revenue (billion VND): the figure of the year to April 2019 is dated"
                                    + " 24 March 2019, 37 days before its period ends: the day or the period may be"
                                    + " wrong. It stands and counts as known from that day.");
                    assertThat(finding.message().vi())
                            .isEqualTo("Thu nội địa (tỷ đồng): số của giai đoạn từ đầu năm đến hết tháng 4/2019 ghi"
                                    + " ngày công bố 24/3/2019, trước khi kỳ kết thúc 37 ngày: có thể sai ngày hoặc sai kỳ. Số này"
                                    + " được giữ và tính là đã biết từ ngày đó.");
                });
        assertThat(check(vintage(april, ObservationStatus.ESTIMATE, "2019-04-19", "1283.841")))
                .hasSize(1);
        assertThat(check(vintage(april, ObservationStatus.ESTIMATE, "2019-04-20", "1283.841")))
                .isEmpty();
    }

    @Test
    void anEarlyDateIsFoundBehindALaterVintageToo() {
        Observation april = alone("budget_revenue_domestic", "2019-04", "530");

        assertThat(check(
                        vintage(april, ObservationStatus.ESTIMATE, "2019-03-24", "530"),
                        vintage(april, ObservationStatus.ESTIMATE, "2019-05-24", "530")))
                .extracting(Finding::ruleCode)
                .containsExactly("before_end");
    }

    @Test
    void anEstimateOfTheYearAndAForecastMayBePrintedBeforeTheEnd() {
        Observation year = alone("budget_revenue_domestic", "2019", "3500");
        Observation half = cumulated("budget_revenue_domestic", "2019-S1", "1600");

        assertThat(check(vintage(year, ObservationStatus.ESTIMATE, "2019-12-06", "3500")))
                .isEmpty();
        assertThat(check(vintage(half, ObservationStatus.FORECAST, "2019-05-06", "1600")))
                .isEmpty();
        assertThat(check(vintage(year, ObservationStatus.PROVISIONAL, "2019-12-06", "3500")))
                .extracting(Finding::ruleCode)
                .containsExactly("before_end");
    }

    @Test
    void aFigureIsNamedWithItsOwnMoneyAndItsOwnYearOfPrices() {
        Observation before = cumulated("gdp", "2024-02", "100");
        Observation after = cumulated("gdp", "2024-04", "90");

        assertThat(check(inMillionPhp(before), inMillionPhp(after)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message().en())
                            .startsWith(
                                    "Gross domestic product (GDP), 2018 prices (million PHP): the year to date falls");
                    assertThat(finding.message().vi())
                            .startsWith("Tổng sản phẩm trong nước (GDP), giá so sánh 2018 (triệu peso): lũy kế giảm");
                });
    }

    private static Observation inMillionPhp(Observation of) {
        ObservationKey key = of.key();
        return new Observation(
                new ObservationKey(
                        "PH",
                        key.indicatorCode(),
                        key.activityCode(),
                        key.period(),
                        key.accumulation(),
                        PriceBasis.ofCode("constant_2018")),
                of.value(),
                "million_php",
                of.status(),
                of.sourceDate(),
                of.publishedKind(),
                of.sourceDate(),
                of.sourceUrl(),
                of.trustRank(),
                of.deliveryId(),
                of.sourceFile(),
                of.sourceLine());
    }

    @Test
    void aLevelToldInAnotherUnitIsNoticed() {
        assertThat(check(alone("exports", "2023-12", "30000"), alone("exports", "2024-01", "31")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleCode()).isEqualTo("factor_1000");
                    assertThat(finding.message().vi())
                            .isEqualTo("Kim ngạch xuất khẩu hàng hóa (triệu USD): giá trị 31 của tháng 1/2024 so với"
                                    + " 30.000 của tháng 12/2023: kiểm tra đơn vị tính (triệu, tỷ).");
                });
        assertThat(check(alone("exports", "2023-12", "30000"), alone("exports", "2024-01", "100")))
                .isEmpty();
    }

    @Test
    void figuresPublishedAfterTheDayAreNotChecked() {
        assertThat(findings(
                        List.of(cumulated("exports", "2024-02", "100"), cumulated("exports", "2024-04", "90")),
                        LocalDate.of(2023, 1, 1)))
                .isEmpty();
    }

    @Test
    void theShippedRulesAreThoseOfTheProgram() throws IOException {
        for (String file : List.of("rules.yaml", "validation.schema.json")) {
            try (InputStream inside = Objects.requireNonNull(ValidationRules.class.getResourceAsStream(file))) {
                assertThat(inside.readAllBytes())
                        .isEqualTo(Files.readAllBytes(
                                Path.of(System.getProperty("chitieu.home"), "datasets/validation", file)));
            }
        }
    }

    @Test
    void partsThatDoNotMakeTheirTotalAreFound() {
        List<Finding> findings = check(
                of("value_added", "S1", "2023", "10.0"),
                of("value_added", "S2", "2023", "20.0"),
                of("value_added", "S3", "2023", "30.0"),
                of("net_product_taxes", "D21X31", "2023", "5.0"),
                of("grdp", "_T", "2023", "66.0"));
        assertThat(findings)
                .extracting(finding -> finding.message().en())
                .containsExactly(
                        "Gross regional domestic product (GRDP) (billion VND): the total of 2023 is 66, but its parts"
                                + " (gross value added, sector I; gross value added, sector II; gross value added, sector"
                                + " III; taxes less subsidies on products) make 65: a difference of 1.");
        assertThat(check(
                        of("exports", "_T", "2023", "100"),
                        of("imports", "_T", "2023", "60"),
                        of("trade_balance", "_T", "2023", "-40")))
                .extracting(finding -> finding.message().vi())
                .containsExactly(
                        "Cán cân thương mại hàng hóa (triệu USD): cán cân của năm 2023 là -40, còn xuất khẩu trừ nhập"
                                + " khẩu là 40: chênh -80.");
        assertThat(check(
                        of("value_added_share", "S1", "2023", "20.84"),
                        of("value_added_share", "S2", "2023", "40.84"),
                        of("value_added_share", "S3", "2023", "32.25"),
                        of("net_product_taxes_share", "D21X31", "2023", "6.70")))
                .extracting(Finding::ruleCode)
                .containsExactly("share_sum");
    }

    @Test
    void aPartAboveItsWholeAndAMissingSectorAreFound() {
        assertThat(check(of("exports", "_T", "2023", "100"), of("exports_foreign_invested", "_T", "2023", "102")))
                .extracting(
                        finding -> finding.severity() + " " + finding.message().en())
                .containsExactly(
                        "ERROR Exports of the foreign-invested sector (million USD): the part is 102 in 2023, more"
                                + " than the whole (exports of goods): 100.");
        assertThat(check(of("value_added", "S2", "2023", "20"), of("value_added", "S1", "2023", "10")))
                .extracting(finding -> finding.message().en())
                .containsExactly(
                        "Gross value added, sector II (billion VND): it is there for 2023, but not: gross value added,"
                                + " sector III.");
    }

    @Test
    void aFigureThatBreaksARuleOfSeverityErrorStandsInTheQuarantineAndStaysInUse() {
        List<Observation> figures = List.of(
                of("exports", "_T", "2023", "100"),
                of("exports_foreign_invested", "_T", "2023", "102"),
                of("value_added", "S2", "2023", "20"),
                of("value_added", "S1", "2023", "10"));
        ValidationReport report = ValidationReport.of(RULES, figures, TODAY, CODELISTS);

        assertThat(KeptFigures.of(report, Figures.of(figures))).singleElement().satisfies(row -> {
            assertThat(row.ruleCode()).isEqualTo("part_whole");
            assertThat(row.place().cell()).isEqualTo("VN-HG.exports_foreign_invested._T.2023.P.current");
            assertThat(row.found()).isEqualTo("102");
            assertThat(row.expected().en())
                    .contains("the part is 102 in 2023, more than the whole (exports of goods): 100");
            assertThat(row.advice().en()).isEqualTo("Check unit and coverage. The figure is used all the same.");
            assertThat(row.advice().vi()).endsWith(" Số liệu vẫn được dùng.");
        });
    }

    @Test
    void aGapInAnOtherwiseFullSeriesIsNamed() {
        List<Observation> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            if (month != 5) {
                months.add(alone("exports", String.format(Locale.ROOT, "2024-%02d", month), "100"));
            }
        }
        assertThat(findings(months, TODAY))
                .extracting(finding -> finding.message().en())
                .containsExactly(
                        "Exports of goods (million USD): the series from January 2024 to December 2024 lacks: May"
                                + " 2024.");
    }

    @Test
    void aYearToDateInTheColumnOfTheQuarterIsFound() {
        assertThat(check(
                        cumulated("exports", "2024-06", "210"),
                        cumulated("exports", "2024-09", "320"),
                        alone("exports", "2024-Q3", "320")))
                .extracting(finding -> finding.message().en())
                .containsExactly(
                        "Exports of goods (million USD): the figure of Q3 2024 is 320, but the years to date of its"
                                + " months differ by 110: a difference of -210.");
    }

    /**
     * 20 + 25 + 25 + 30 = 100 as printed before the year, which is 102: 2 / 102 = 2.0 %; 100.05 is within a thousandth.
     */
    @Test
    void quartersOfAnOlderReleaseThanTheirYearAreSaidNotToAddUp() {
        List<Observation> quarters = Stream.of("Q1:20.00", "Q2:25.00", "Q3:25.00", "Q4:30.00")
                .map(quarter -> of("grdp", "_T", "2024-" + quarter.substring(0, 2), quarter.substring(3)))
                .map(quarter -> vintage(
                        quarter,
                        ObservationStatus.ESTIMATE,
                        "2025-01-06",
                        quarter.value().toPlainString()))
                .toList();
        Observation year = of("grdp", "_T", "2024", "102.00");
        assertThat(findings(with(quarters, vintage(year, ObservationStatus.ESTIMATE, "2025-01-30", "102.00")), TODAY))
                .extracting(
                        finding -> finding.severity() + " " + finding.message().en())
                .containsExactly(
                        "INFORMATION Gross regional domestic product (GRDP) (billion VND): the four quarters of"
                                + " 2024 (the oldest published on 6 January 2025) make 100, but the year published on"
                                + " 30 January 2025 is 102: a difference of 2, 2%. These quarters have not been published"
                                + " anew with their year; the balanced account has quarters that add up to it.");
        assertThat(findings(with(quarters, vintage(year, ObservationStatus.ESTIMATE, "2025-01-30", "100.05")), TODAY))
                .isEmpty();
    }

    @Test
    void aFinalFigureFollowedByAnotherEstimateIsAnError() {
        Observation last = of("exports", "_T", "2022", "100");
        assertThat(check(
                        vintage(last, ObservationStatus.FINAL, "2024-03-01", "100"),
                        vintage(last, ObservationStatus.ESTIMATE, "2024-06-01", "90")))
                .extracting(finding -> finding.severity() + " " + finding.ruleCode())
                .containsExactly("ERROR final_replaced");
        assertThat(check(
                        vintage(last, ObservationStatus.ESTIMATE, "2024-03-01", "100"),
                        vintage(last, ObservationStatus.FINAL, "2024-06-01", "90")))
                .isEmpty();
    }

    @Test
    void levelsOfTwoBaseYearsDoNotGrowAsPrinted() {
        assertThat(check(
                        constant("grdp", "2022", "100"),
                        constant("grdp", "2023", "150"),
                        constant("grdp_growth", "2023", "8")))
                .extracting(finding -> finding.message().en())
                .containsExactly(
                        "Gross regional domestic product (GRDP), 2010 prices (billion VND): by its levels at constant"
                                + " prices 2023 grew 50%, but the printed growth is 8%: the base year may have changed.");
    }

    @Test
    void aChangeFarFromItsOwnHistoryIsNoted() {
        List<Observation> months = new ArrayList<>();
        for (int index = 0; index < 36; index++) {
            double value = 100 * Math.pow(1.01, index) + (index % 3);
            months.add(alone(
                    "exports",
                    String.format(Locale.ROOT, "%d-%02d", 2021 + index / 12, 1 + index % 12),
                    String.format(Locale.ROOT, "%.2f", index == 35 ? 3 * value : value)));
        }
        assertThat(findings(months, TODAY)).extracting(Finding::ruleCode).containsExactly("outlier");
    }

    @Test
    void aboutHalfOfWhatIsExpectedIsPerhapsPartlyReported() {
        List<Observation> months = new ArrayList<>();
        for (int index = 0; index < 42; index++) {
            double value = 100 * Math.pow(1.01, index) + (index % 5);
            months.add(alone(
                    "exports",
                    String.format(Locale.ROOT, "%d-%02d", 2021 + index / 12, 1 + index % 12),
                    String.format(Locale.ROOT, "%.2f", index == 41 ? value / 2 : value)));
        }
        assertThat(findings(months, TODAY))
                .extracting(finding ->
                        finding.ruleCode() + " " + finding.message().en().contains("perhaps only partly reported"))
                .containsExactly("half_reported true"); // and no outlier besides
        List<Observation> fullyReported = months.subList(0, 41);
        assertThat(findings(fullyReported, TODAY)).isEmpty();
    }

    @Test
    void anAreaThatRegularlyReportsAndIsMissingIsNamedWithBothNumbers() {
        List<Observation> months = new ArrayList<>();
        for (int index = 0; index < 13; index++) {
            for (String area : List.of("VN-HG", "VN-CT-2004", "VN-ST")) {
                if (index < 12 || !area.equals("VN-ST")) {
                    months.add(inArea(
                            area,
                            alone(
                                    "exports",
                                    String.format(Locale.ROOT, "%d-%02d", 2023 + index / 12, 1 + index % 12),
                                    "100")));
                }
            }
        }
        assertThat(findings(months, TODAY))
                .extracting(
                        finding -> finding.ruleCode() + ": " + finding.message().en())
                .singleElement()
                .asString()
                .startsWith("units_missing: ")
                .contains("2 of 3 areas that regularly report are there; missing: Sóc Trăng province");
        List<Observation> all = new ArrayList<>(months);
        all.add(inArea("VN-ST", alone("exports", "2024-01", "100")));
        assertThat(findings(all, TODAY)).isEmpty();
    }

    private static Observation inArea(String areaCode, Observation figure) {
        ObservationKey key = figure.key();
        return with(
                figure,
                new ObservationKey(
                        areaCode,
                        key.indicatorCode(),
                        key.activityCode(),
                        key.period(),
                        key.accumulation(),
                        key.priceBasis()),
                figure.status(),
                figure.sourceDate(),
                figure.value().toPlainString());
    }

    @Test
    void theVerdictsDoNotDependOnTheOrderOfTheFigures() {
        IngestResult shipped = Ingest.read(Path.of(System.getProperty("chitieu.home"), "datasets"), CODELISTS);
        List<Observation> shuffled = new ArrayList<>(shipped.observations());
        Collections.shuffle(shuffled, new Random(1));
        assertThat(findings(shuffled, TODAY)).isEqualTo(findings(shipped.observations(), TODAY));
    }

    @Test
    void theReportHasAnEntryForEachFailingKeyAndEachRule() throws IOException {
        ValidationReport report = ValidationReport.of(
                RULES,
                List.of(
                        of("exports", "_T", "2023", "100"),
                        of("imports", "_T", "2023", "60"),
                        of("trade_balance", "_T", "2023", "-40")),
                TODAY,
                CODELISTS);
        JsonNode entries = new ObjectMapper().readTree(EssReport.json(report));
        assertThat(entries).hasSize(RULES.size());
        List<JsonNode> failures = new ArrayList<>();
        for (JsonNode entry : entries) {
            assertThat(entry.path("event").path("time").asText()).isEqualTo("20250709T000000+0000");
            if (entry.path("value").asText().equals("0")) {
                failures.add(entry);
            }
        }
        assertThat(failures).hasSize(1);
        JsonNode failure = failures.get(0);
        assertThat(failure.path("rule").path("description").asText()).isEqualTo("trade_balance");
        assertThat(failure.path("rule").path("severity").asText()).isEqualTo("warning");
        assertThat(failure.path("data").path("target").path(0).asText())
                .isEqualTo("VN-HG.trade_balance._T.2023.P.current");
        assertThat(report.text(Language.EN))
                .contains("✗ trade_balance: 1 checked, 1 failed (the parts make the total)\n"
                        + "    [warning] VN-HG.trade_balance._T.2023.P.current: Balance of trade in goods"
                        + " (million USD): the balance of 2023 is -40, but exports less imports are 40: a"
                        + " difference of -80. Check exports and imports of the same release.")
                .contains("? share_sum: not evaluated");
    }

    @Test
    void rulesThatAreNotUtf8AreRefusedByTheirName(@TempDir Path datasets) throws IOException {
        Path file = Files.createDirectory(datasets.resolve("validation")).resolve("own.yaml");
        Files.write(file, "rules: [] # đã sửa".getBytes(StandardCharsets.UTF_16));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ValidationRules.read(datasets))
                .withMessageStartingWith("Expecting a readable YAML file in UTF-8 but was ")
                .withMessageEndingWith(", in " + file + ": save it as UTF-8");
    }

    @Test
    void aRuleThatBreaksTheSchemaIsRefusedWithItsPlace() {
        String rule =
                "rules:\n  - {code: a, check: sum, severity: error, text: {vi: a, en: a}, advice: {vi: a, en: a}}\n";
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ValidationRules.parse(rule, "validation/x.yaml"))
                .withMessageContaining("validation/x.yaml: Expecting key 'tolerance' but it was missing, at rules[0]");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ValidationRules.parse(rule.replace("severity", "severty"), "validation/x.yaml"))
                .withMessageContaining("did you mean 'severity'?");
    }

    private static Observation of(String indicator, String activity, String period, String value) {
        Observation of = alone(indicator, period, value);
        ObservationKey key = of.key();
        return with(
                of,
                new ObservationKey(
                        key.areaCode(), indicator, activity, key.period(), key.accumulation(), key.priceBasis()),
                of.status(),
                of.sourceDate(),
                value);
    }

    private static Observation constant(String indicator, String period, String value) {
        Observation of = alone(indicator, period, value);
        return with(
                of,
                new ObservationKey(
                        "VN-HG", indicator, "_T", of.key().period(), Accumulation.PERIOD, PriceBasis.CONSTANT_2010),
                of.status(),
                of.sourceDate(),
                value);
    }

    private static Observation vintage(Observation of, ObservationStatus status, String day, String value) {
        return with(of, of.key(), status, LocalDate.parse(day), value);
    }

    private static Observation with(
            Observation of, ObservationKey key, ObservationStatus status, LocalDate day, String value) {
        return new Observation(
                key,
                new BigDecimal(value),
                of.unitCode(),
                status,
                day,
                of.publishedKind(),
                day,
                of.sourceUrl(),
                of.trustRank(),
                of.deliveryId(),
                of.sourceFile(),
                of.sourceLine());
    }

    private static List<Observation> with(List<Observation> quarters, Observation year) {
        return Stream.concat(quarters.stream(), Stream.of(year)).toList();
    }

    private static Finding.Severity severityOfSum(String cumulated) {
        return check(
                        cumulated("exports", "2024-02", "900"),
                        alone("exports", "2024-03", "100"),
                        cumulated("exports", "2024-03", cumulated))
                .get(0)
                .severity();
    }

    private static List<Finding> findings(List<Observation> observations, LocalDate asOf) {
        return ValidationReport.of(RULES, observations, asOf, CODELISTS).findings();
    }

    private static List<Finding> check(Observation... observations) {
        return findings(List.of(observations), TODAY);
    }

    private static Observation cumulated(String indicator, String period, String value) {
        return observation(indicator, period, Accumulation.CUMULATED, value);
    }

    private static Observation alone(String indicator, String period, String value) {
        return observation(indicator, period, Accumulation.PERIOD, value);
    }

    private static Observation observation(String indicator, String period, Accumulation accumulation, String value) {
        Period parsed = Period.parse(period);
        return new Observation(
                new ObservationKey("VN-HG", indicator, "_T", parsed, accumulation, PriceBasis.CURRENT),
                new BigDecimal(value),
                CODELISTS.indicator(indicator).unitCode(),
                ObservationStatus.ESTIMATE,
                ReportingYear.CALENDAR.end(parsed),
                PublishedKind.RELEASE,
                ReportingYear.CALENDAR.end(parsed),
                "https://example.org/a",
                1,
                "a/2025-07-15",
                "figures.csv",
                2);
    }
}
