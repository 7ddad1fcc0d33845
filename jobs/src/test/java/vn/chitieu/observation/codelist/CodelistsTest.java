package vn.chitieu.observation.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.text.Language;

class CodelistsTest {

    private static final Path SHIPPED = Path.of(System.getProperty("chitieu.home"), "datasets");

    private final Path datasets;

    CodelistsTest(@TempDir Path datasets) {
        this.datasets = datasets;
    }

    @BeforeEach
    void copyShippedLists() throws IOException {
        Files.createDirectories(datasets.resolve("codelist"));
        try (Stream<Path> files = Files.list(SHIPPED.resolve("codelist"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        datasets.resolve("codelist").resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void theShippedListsAreReadWhole() {
        Codelists codelists = Codelists.read(SHIPPED);
        Area hauGiang = codelists.areaOf("VN-HG");
        assertThat(hauGiang.validTo()).contains(LocalDate.of(2025, 6, 30));
        assertThat(hauGiang.parentCode()).contains("VN");
        Indicator revenue = codelists.indicator("budget_revenue_domestic");
        assertThat(revenue.isNet()).isTrue();
        assertThat(revenue.unitCode()).isEqualTo("billion_vnd");
        assertThat(codelists.historyBreaks())
                .extracting(HistoryBreak::indicatorCode)
                .contains("poverty_rate", "budget_revenue_local_area");
        assertThat(codelists.trust().get("mirror")).isEqualTo(new SourceTrust(6, PublishedKind.PRESS));
        ReleaseCalendar calendar = codelists.releaseCalendar();
        Period half = Period.parse("2024-S1");
        assertThat(calendar.release(
                        "province", ReportingYear.CALENDAR, half, ObservationStatus.ESTIMATE, IndicatorKind.GROWTH))
                .isEqualTo("2024-07-30");
        Period year = Period.parse("2024");
        assertThat(calendar.release(
                        "province", ReportingYear.CALENDAR, year, ObservationStatus.FINAL, IndicatorKind.FLOW))
                .isEqualTo("2026-12-31");
        assertThat(calendar.release(
                        "province", ReportingYear.CALENDAR, year, ObservationStatus.FINAL, IndicatorKind.RANK))
                .isEqualTo("2025-05-30");
    }

    @Test
    void anUnknownCodeIsRefusedWithTheNearest() {
        Codelists codelists = Codelists.read(SHIPPED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codelists.indicator("grdp_grwth"))
                .withMessage("Expecting a code of CL_INDICATOR, nearest grdp_growth, gdp_growth, iip_growth, but was"
                        + " 'grdp_grwth'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CL_AREA.csv|2004-01-01,2025-06-30,hau_giang|2004,2025-06-30,hau_giang|"
                        + "codelist/CL_AREA.csv, line 3: Expecting a day such as 2025-07-01 as valid_from but was '2004'."
                        + " Correct the code list.",
                "CL_AREA.csv|VN-ST,|VN-HG,|"
                        + "codelist/CL_AREA.csv, line 5: Expecting each key once but was 'VN-HG' again. Correct the"
                        + " code list.",
                "CL_AREA.csv|province,VN,1992|province,VM,1992|"
                        + "codelist/CL_AREA.csv, line 5: Expecting a known code as parent_code, nearest VN, PH,"
                        + " VN-HG but was 'VM'. Correct the code list.",
                "CL_UNIT.csv|usd,1000000000|usd,1e9|"
                        + "codelist/CL_UNIT.csv, line 4: Expecting a number such as 1234.5, of at most 18 digits, as"
                        + " factor_to_base but was '1e9'. Correct the code list.",
                "CL_UNIT.csv|usd,1000000000|usd,0|"
                        + "codelist/CL_UNIT.csv, line 4: Expecting a number above 0 as factor_to_base but was '0'."
                        + " Correct the code list.",
                "CL_INDICATOR.csv|billion_vnd,flow,sum|billion_vnd,flow,total|"
                        + "codelist/CL_INDICATOR.csv, line 2: Expecting sum, mean, last or none as aggregation but was"
                        + " 'total'. Correct the code list.",
                "CL_INDICATOR.csv|growth,none,-100,1000|growth,none,1000,1000|"
                        + "codelist/CL_INDICATOR.csv, line 3: Expecting min_value below max_value 1000 but was '1000'."
                        + " Correct the code list.",
                "CL_AREA.csv|province,VN,1992|province,,1992|"
                        + "codelist/CL_AREA.csv: Expecting parent_code of every area whose code has a part behind the nation,"
                        + " and of a nation a currency and no parent_code, but not of VN-ST. Correct the code list.",
                "CL_AREA.csv|philippines,php,|philippines,,|"
                        + "codelist/CL_AREA.csv: Expecting parent_code of every area whose code has a part behind the nation,"
                        + " and of a nation a currency and no parent_code, but not of PH. Correct the code list.",
                "history_break.csv|2017,|year 2017,|"
                        + "codelist/history_break.csv, line 4: Expecting a period such as 2025, 2025-S1, 2025-Q1 or"
                        + " 2025-01 as from_period but was 'year 2017'. Correct the code list.",
                "CL_UNIT.csv|factor_to_base|factor|"
                        + "codelist/CL_UNIT.csv, line 1: Expecting the header"
                        + " code,name_vi,name_en,dimension,factor_to_base but was"
                        + " code,name_vi,name_en,dimension,factor; missing: factor_to_base; unknown or repeated:"
                        + " factor. Correct the header and deliver the file again.",
                "mapping.csv|bank_credit,_T,billion_vnd,1,1|bank_credit,_T,million_usd,1,1|"
                        + "codelist/mapping.csv, line 4: Expecting the unit of bank_credit, billion_vnd, or one whose dimension"
                        + " in CL_UNIT is a currency of CL_AREA (php, vnd), as unit_code but was 'million_usd'. Correct the code list.",
                "mapping.csv|bank_credit,_T,billion_vnd,1,1|bank_credit,_T,billion_vnd,1,0|"
                        + "codelist/mapping.csv, line 4: Expecting 1 or -1 as sign but was '0'. Correct the code list.",
                "status_mapping.csv|final,A,false|final,X,false|"
                        + "codelist/status_mapping.csv, line 4: Expecting a status of CL_OBS_STATUS as obs_status but was"
                        + " 'X'. Correct the code list.",
                "status_mapping.csv|final,A,false|final,A,no|"
                        + "codelist/status_mapping.csv, line 4: Expecting true or false as is_plan but was 'no'."
                        + " Correct the code list.",
                "quotient.csv|labour_productivity_growth,gdp|labour_productivity_growth,gnp|"
                        + "codelist/quotient.csv, line 7: Expecting a known code as numerator_code, nearest gdp, grdp, gdp_usd"
                        + " but was 'gnp'. Correct the code list.",
                "quotient.csv|current,population|constant,population|"
                        + "codelist/quotient.csv, line 3: Expecting a price basis of CL_PRICE_BASIS as"
                        + " numerator_price_basis but was 'constant'. Correct the code list.",
                "source_trust.csv|mirror,6,press|mirror,6,blog|"
                        + "codelist/source_trust.csv, line 9: Expecting release or press as published_kind but was"
                        + " 'blog'. Correct the code list."
            })
    void aWrongLineIsRefusedWithFileAndLine(String file, String right, String wrong, String message)
            throws IOException {
        Path path = datasets.resolve("codelist").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(right);
        Files.writeString(path, text.replaceFirst(right.replace("-", "\\-"), wrong));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Codelists.read(datasets))
                .withMessage(message)
                .satisfies(e -> assertThat(e.message(Language.VI))
                        .startsWith("codelist/" + file)
                        .doesNotContain("Expecting"));
    }

    @Test
    void aRefusalSaysInBothLanguagesWhereAndWhatWasExpectedAndWhatToDo() throws IOException {
        Path units = datasets.resolve("codelist/CL_UNIT.csv");
        Files.writeString(units, Files.readString(units).replace("usd,1000000000", "usd,1e9"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Codelists.read(datasets))
                .satisfies(e -> assertThat(e.message(Language.VI))
                        .isEqualTo("codelist/CL_UNIT.csv, dòng 4: cần một số như 1234.5, tối đa 18 chữ số, ở cột"
                                + " factor_to_base nhưng là '1e9'. Sửa danh mục."));
    }

    @Test
    void anAreaReckonsInItsOwnMoneyElseInThatOfItsNation() {
        Codelists shipped = Codelists.read(SHIPPED);
        assertThat(shipped.currencyOf(shipped.areaOf("VN-HG"))).isEqualTo("vnd");
        assertThat(shipped.currencyOf(shipped.areaOf("PH"))).isEqualTo("php");
        assertThat(shipped.isMoney("million_php")).isTrue();
        assertThat(shipped.isMoney("million_usd")).isFalse();
        assertThat(shipped.indicator("gdp").in("million_php").orElseThrow().unitCode())
                .isEqualTo("million_php");
        assertThat(shipped.indicator("gdp").in("million_usd")).isEmpty();
    }

    @Test
    void aMissingListIsNamed() throws IOException {
        Files.delete(datasets.resolve("codelist/mapping.csv"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Codelists.read(datasets))
                .withMessageStartingWith("Expecting the file codelist/mapping.csv in ");
    }
}
