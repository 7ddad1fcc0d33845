package vn.chitieu.observation.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.source.workbook.WorkbookFile;

@NullUnmarked // the folder is filled by JUnit
class FormDayTest {

    private static final Form FORM =
            Objects.requireNonNull(ReceivedForm.CATALOGUE.forms().get("HG-STC"));

    @TempDir
    private Path folder;

    private Optional<LocalDate> day(TestWorkbook workbook) throws IOException {
        return FormDay.of(FORM, Files.write(folder.resolve("HG-STC_2025-06.xlsx"), workbook.bytes()));
    }

    private static TestWorkbook filled() {
        return TestWorkbook.of(FORM, "Tháng 06/2025").text("B1", "Ngày báo cáo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/06/2025",
                "30/6/2025",
                "2025-06-30",
                " 30/06/2025 ",
                "30-06-2025",
                "30.6.2025",
                "30/6/25",
                "30-06-25"
            })
    void aDayMayBeTyped(String text) throws IOException {
        assertThat(day(filled().text("C1", text))).contains(LocalDate.of(2025, 6, 30));
    }

    /** A date of a spreadsheet counts days from 30 December 1899: 1 January 2025 is 45,658, 30 June 180 days later. */
    @Test
    void aDayMayBeADateOfTheSpreadsheet() throws IOException {
        assertThat(day(filled().raw("C1", "<c r=\"C1\" s=\"1\"><v>45838</v></c>")))
                .contains(LocalDate.of(2025, 6, 30));
    }

    @Test
    void aDayMayBeADateByItsType() throws IOException {
        assertThat(day(filled().raw("C1", "<c r=\"C1\" t=\"d\"><v>2025-06-30T00:00:00</v></c>")))
                .contains(LocalDate.of(2025, 6, 30));
    }

    @ParameterizedTest
    @CsvSource({"31/06/2025", "6/30/2025", "6-30-2025", "30/6", "tháng 6"})
    void whatIsNoDayIsNone(String text) throws IOException {
        assertThat(day(filled().text("C1", text))).isEmpty();
    }

    @Test
    void withoutTheCellOrWithNothingInItThereIsNone() throws IOException {
        assertThat(day(filled())).isEmpty();
        assertThat(day(TestWorkbook.of(FORM, "Tháng 06/2025"))).isEmpty();
    }

    @Test
    void theWrittenFormHasTheCellWhereTheProgramSaysItIs() throws IOException {
        Path file = Files.write(
                folder.resolve("F.xlsx"),
                FormWorkbook.bytes(FORM, ReportingYear.CALENDAR, Optional.of(Period.parse("2025-06")), 2025));
        FormPlace place = FormPlace.find("F.xlsx", FORM, WorkbookFile.read("F.xlsx", file));

        assertThat(place.has("Ngày báo cáo")).isTrue();
        assertThat(FormWorkbook.DAY_CELL).isEqualTo("C7");
        assertThat(place.sheet().cell(7, 2).orElseThrow().text()).isEqualTo("Ngày báo cáo");
    }
}
