package vn.chitieu.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.codelist.ReportingYears;

class ExpertJudgementsTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");

    private static final String ENTRY = """
              - programme: viet-nam-2025
                target: "3"
                value: 440
                role: Vụ Thống kê Thương mại
                reason: Orders of the second half-year are known.
                stated_on: 2025-06-20
                expires_on: 2025-09-30
            """;

    private static List<Programme> programmes = List.of();

    @BeforeAll
    static void readTheProgrammes() throws IOException {
        programmes = ProgrammeFile.readAll(DATASETS.resolve("programme"), ReportingYears.calendar());
    }

    private static List<ExpertJudgement> parse(String entries) {
        return ExpertJudgements.parse("judgements:\n" + entries, "judgement/a.yaml", programmes);
    }

    @Test
    void standsFromTheDayItIsStatedToTheDayItExpires() {
        ExpertJudgement judgement = parse(ENTRY).get(0);

        assertThat(judgement.value()).isEqualTo(440);
        assertThat(judgement.place()).isEqualTo("judgement/a.yaml:2");
        assertThat(List.of("2025-06-19", "2025-06-20", "2025-09-30", "2025-10-01"))
                .extracting(day -> judgement.isInForce(LocalDate.parse(day)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void whatCannotBeUsedIsNamedWithFileAndLine() {
        assertRefused(
                ENTRY.replace("\"3\"", "\"33\""),
                "judgement/a.yaml:2: Expecting a target of viet-nam-2025 but was '33'; nearest: ");
        assertRefused(
                ENTRY.replace("viet-nam-2025", "viet-nam-2052"),
                "judgement/a.yaml:2: Expecting a programme but was 'viet-nam-2052'; nearest: viet-nam-2025, viet-nam-2024,");
        assertRefused(
                ENTRY.replace("2025-09-30", "2025-06-01"),
                "judgement/a.yaml:2: Expecting the judgement on target 3 of viet-nam-2025 to expire on or after the day"
                        + " it was stated, 2025-06-20, but was 2025-06-01");
        assertRefused(
                ENTRY.replace("2025-09-30", "2025-09-31"),
                "judgement/a.yaml:2: Expecting a day of the calendar in expires_on but was '2025-09-31'");
        assertRefused(
                ENTRY + ENTRY.replace("440", "455"),
                "judgement/a.yaml:9: Expecting one judgement of 'Vụ Thống kê Thương mại' on target 3 of viet-nam-2025 at"
                        + " a time but another stands in judgement/a.yaml:2");
        assertRefused(ENTRY.replace("    role: Vụ Thống kê Thương mại\n", ""), "role");
    }

    private static void assertRefused(String entries, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> parse(entries))
                .withMessageContaining(message);
    }

    /** One that expires before the next is stated, or that another role states, is no double. */
    @Test
    void severalRolesAndOneAfterTheOtherAreWelcome() {
        String later = ENTRY.replace("2025-06-20", "2025-10-01").replace("2025-09-30", "2025-12-31");
        String other = ENTRY.replace("Vụ Thống kê Thương mại", "Cục Hải quan");

        assertThat(parse(ENTRY + later + other)).hasSize(3);
    }

    @Test
    void oneThatExpiredBeforeItsYearIsOverIsAFindingWithFileAndLine() {
        List<ExpertJudgement> judgements = parse(ENTRY);

        assertThat(ExpertJudgements.expired(
                        judgements, programmes, ReportingYears.calendar(), LocalDate.of(2025, 9, 30)))
                .isEmpty();
        assertThat(ExpertJudgements.expired(
                        judgements, programmes, ReportingYears.calendar(), LocalDate.of(2025, 10, 1)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en())
                        .contains("expired on 2025-09-30 and is no longer shown (judgement/a.yaml:2)"));
        assertThat(ExpertJudgements.expired(
                        judgements, programmes, ReportingYears.calendar(), LocalDate.of(2026, 1, 1)))
                .isEmpty();
    }

    @Test
    void theSchemaBesideTheDataIsTheOneInUse(@TempDir Path empty) throws IOException {
        try (var in = ExpertJudgements.class.getResourceAsStream("judgement.schema.json")) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(DATASETS.resolve("judgement/judgement.schema.json")));
        }
        assertThat(ExpertJudgements.read(empty, programmes)).isEmpty();
    }
}
