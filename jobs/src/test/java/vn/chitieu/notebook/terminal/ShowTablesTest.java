package vn.chitieu.notebook.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.notebook.LabelledMarts;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;

class ShowTablesTest {

    @Test
    void printsTheSmallProgrammeAsCommitted() throws IOException {
        assertThat(ShowTables.attainment(SampleProgramme.small(), SampleMarts.PROGRAMME, Language.VI, 120))
                .isEqualTo(golden("attainment_vi.txt"));
        assertThat(ShowTables.attainment(SampleProgramme.small(), SampleMarts.PROGRAMME, Language.EN, 100))
                .isEqualTo(golden("attainment_en.txt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120, 160})
    void fitsTheTerminal(int width) {
        for (Language language : Language.values()) {
            assertThat(ShowTables.attainment(SampleProgramme.provincial(), SampleMarts.PROGRAMME, language, width)
                            .lines())
                    .as(language.code())
                    .allMatch(line -> PlainText.width(line) <= width);
        }
    }

    @Test
    void refusesAProgrammeThatIsNotInTheRun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShowTables.attainment(SampleProgramme.small(), "no-2025", Language.VI, 120))
                .withMessage("Expecting a programme of the run [mau-2025] but was 'no-2025'");
    }

    @Test
    void showsGrowthAndContributionsOfTheLatestYearAndOfTheYearToDate() {
        assertThat(ShowTables.grdp(SampleProgramme.provincial(), "VN-MAU", Language.VI, 120))
                .contains("Tổng sản phẩm theo khu vực, Tỉnh Mẫu", "năm 2024", "6 tháng 2025")
                .containsPattern("Khu vực II: công nghiệp và xây dựng +12,90 +4,59ᵈ +38,90")
                .containsPattern("GRDP +8,63 +8,63ᵈ\n");
    }

    @Test
    void listsRevenueAndTradeOnce() {
        assertThat(ShowTables.revenue(SampleProgramme.provincial(), "VN-MAU", Language.VI, 120))
                .containsPattern("6 tháng 2025 .lũy kế. +Thu nội địa +4.353 +12,3ᵈ\n");
        assertThat(ShowTables.trade(SampleProgramme.provincial(), "VN-MAU", Language.EN, 120))
                .containsPattern("Jan–Jun 2025 .to date. +goods +502.5 +188.3 +314.3ᵈ\n");
    }

    @Test
    void saysSoWhereThereIsNothing() {
        assertThat(ShowTables.trade(SampleProgramme.small(), "VN-MAU", Language.EN, 120))
                .contains("No rows.");
        assertThat(ShowTables.grdp(SampleProgramme.small(), "VN-MAU", Language.VI, 120))
                .contains("Chưa có số liệu tài khoản của Tỉnh Mẫu.");
    }

    @Test
    void countsFindingsBySeverity() {
        assertThat(ShowTables.findings(SampleProgramme.provincial(), Language.VI, 120))
                .startsWith("Phát hiện: 0 lỗi, 1 cảnh báo, 0 thông tin\n")
                .contains("2.755 + 290 = 3.045, công bố 3.054");
    }

    @ParameterizedTest
    @MethodSource("vn.chitieu.notebook.HostileLabels#all")
    void noLabelSteersTheTerminal(String label) {
        MartReader marts = LabelledMarts.of(label + "\u001b[2J\u202e");

        assertThat(ShowTables.attainment(marts, SampleMarts.PROGRAMME, Language.VI, 120)
                        + ShowTables.findings(marts, Language.EN, 120)
                        + ShowTables.revenue(marts, "VN-MAU", Language.EN, 120)
                        + ShowTables.trade(marts, "VN-MAU", Language.EN, 120))
                .doesNotContain("\u001b", "\u202e");
    }

    private static String golden(String name) throws IOException {
        try (InputStream stream = ShowTablesTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
