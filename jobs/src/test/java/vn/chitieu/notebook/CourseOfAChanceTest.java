package vn.chitieu.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.exhibit.Exhibit;
import vn.chitieu.notebook.exhibit.ProgrammeChapters;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.programme.ChangesSince;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.text.Language;

/** What past nights said of the first target of a small programme. */
class CourseOfAChanceTest {

    private final SampleMarts marts = new SampleMarts();

    CourseOfAChanceTest() {
        SampleTargets.revenue(marts);
    }

    private ProgrammeAttainment programme(MartReader reader) {
        return ProgrammeAttainment.of(reader, SampleMarts.PROGRAMME);
    }

    private Optional<Exhibit> course() {
        MartReader reader = marts.reader();
        ProgrammeAttainment programme = programme(reader);
        ProgrammeView view = new ProgrammeView(reader, programme, new TargetTexts(Language.EN, programme.units()));
        return ProgrammeChapters.of(view).targets().get(0).exhibits().stream()
                .filter(exhibit -> exhibit.id().equals("chance"))
                .findFirst();
    }

    private void night(String day, int runNo, @Nullable Double probability) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("programme_id", SampleMarts.PROGRAMME);
        row.put("target_id", programme(marts.reader()).targets().get(0).id());
        row.put("as_of_date", LocalDate.parse(day));
        row.put("run_no", runNo);
        row.put("point", 8100.0);
        row.put("p10", 7900.0);
        row.put("p90", 8300.0);
        row.put("p_attain", probability);
        row.put("verdict_code", probability == null ? "not_evaluable" : "uncertain");
        marts.add(MartTables.TARGET_HISTORY, row);
    }

    /** Of the two runs of one day the later one counts, a night without a probability does not. */
    @Test
    void theChanceHasACourseByNights() {
        night("2025-04-30", 1, 0.31);
        night("2025-05-31", 2, 0.2);
        night("2025-05-31", 3, 0.45);
        night("2025-06-15", 4, null);
        night("2025-06-30", 5, 0.62);

        Exhibit course = course().orElseThrow();

        assertThat(course.sentence())
                .isEqualTo("The probability was 31% with the figures known by 30 April 2025 and is 62% with those known"
                        + " by 30 June 2025 (3 nights).");
        assertThat(course.tables().get(0).rows()).hasSize(3);
        assertThat(course.tables().get(0).rows().get(1)).startsWith("31 May 2025", "45%", "8,100");
    }

    @Test
    void oneNightIsNoCourse() {
        night("2025-06-30", 1, 0.62);

        assertThat(course()).isEmpty();
    }

    /** The programme is judged as of 15 July 2025 with 31.2 %; the run of that day is not the report before it. */
    @Test
    void aPageBeginsWithWhatChangedSinceTheLastEarlierDay() {
        night("2025-04-30", 1, 0.9);
        night("2025-05-31", 2, null);
        night("2025-05-31", 3, 0.45);
        night("2025-07-15", 4, 0.312);

        String page =
                Objects.requireNonNull(NotebookExport.files(marts.reader(), SampleMarts.PROGRAMME, PageScripts.BESIDE)
                        .get(NotebookExport.PAGE));

        String english = page.substring(page.indexOf("<main lang=\"en\""));
        assertThat(english.substring(0, english.indexOf("<nav")))
                .contains("What changed since the report of 31 May 2025</h2>")
                .contains("2a. Domestic revenue</a>, probability 31%, was 45%</span>")
                .contains("New or revised outcomes to date: targets 2a.");
    }

    @Test
    void aPageSaysThatNothingChangedOrThatThereIsNoEarlierReport() {
        MartReader first = marts.reader();
        assertThat(NotebookExport.files(first, SampleMarts.PROGRAMME, PageScripts.BESIDE)
                        .get(NotebookExport.PAGE))
                .contains("The first report of this programme that is kept here");

        MartRow now = programme(first).targets().get(0).headline();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("programme_id", SampleMarts.PROGRAMME);
        row.put("target_id", now.text("target_id"));
        row.put("as_of_date", LocalDate.parse("2025-06-29"));
        row.put("run_no", 1);
        row.put("p_attain", now.number("p_attain").orElseThrow());
        row.put("actual_to_date", now.number("actual_to_date").orElseThrow());
        row.put("actual_period", now.text("actual_period"));
        row.put("verdict_code", now.text("verdict_code"));
        marts.add(MartTables.TARGET_HISTORY, row);
        assertThat(NotebookExport.files(marts.reader(), SampleMarts.PROGRAMME, PageScripts.BESIDE)
                        .get(NotebookExport.PAGE))
                .contains("Since the report of 29 June 2025 no verdict, probability or outcome has changed.");
    }

    @Test
    void aNewVerdictIsNamedWithTheOneBefore() {
        night("2025-05-31", 1, 0.1);
        MartReader reader = marts.reader();
        ProgrammeAttainment programme = programme(reader);

        ChangesSince changes = ChangesSince.of(reader, programme).orElseThrow();

        assertThat(changes.day()).isEqualTo("2025-05-31");
        assertThat(changes.judgements()).singleElement().satisfies(judgement -> {
            assertThat(judgement.chanceBefore()).hasValue(0.1);
            assertThat(judgement.before()).isEqualTo(VerdictWord.UNCERTAIN);
        });
    }
}
