package vn.chitieu.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.Verdict;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.track.Statement.ErrorUnit;

public class TrackRecordTest {

    private static final SeriesId EXPORTS = new SeriesId("VN", "exports", "_T", PriceBasis.CURRENT);

    private static Statement stated(int year, String day, String run, String source, double value) {
        LocalDate date = LocalDate.parse(day);
        return new Statement(
                Subject.of(EXPORTS, year, "billion_usd"),
                new Occasion(run, date, Period.parse(year + "-0" + 6), VintageKind.REAL_TIME),
                source,
                value,
                source.equals(Sources.OWN) ? new Quantiles(90, 95, 100, 105, 110) : null,
                new Stake(98, source.equals(Sources.OWN) ? 0.9 : 1, Verdict.LIKELY),
                new ErrorUnit(4, true),
                "combination",
                8);
    }

    @Test
    void ofTheRunsOfAMonthTheLastStays() {
        TrackRecord record = new TrackRecord(List.of())
                .with(List.of(stated(2025, "2025-06-10", "a", Sources.OWN, 100)), LocalDate.of(2025, 6, 10))
                .with(List.of(stated(2025, "2025-06-30", "b", Sources.OWN, 101)), LocalDate.of(2025, 6, 30))
                .with(List.of(stated(2025, "2025-07-09", "c", Sources.OWN, 102)), LocalDate.of(2025, 7, 9));

        assertThat(record.entries())
                .extracting(entry -> entry.statement().occasion().statedBy())
                .containsExactly("b", "c");
    }

    /** Years that the first run projected again are of no run, and a run of the same month leaves them. */
    @Test
    void whatWasProjectedAgainStays() {
        Statement replayed = stated(2024, "2025-06-12", Occasion.REPLAY, Sources.OWN, 99);
        TrackRecord record = new TrackRecord(List.of(new TrackEntry(replayed, null)))
                .with(List.of(stated(2025, "2025-06-30", "b", Sources.OWN, 101)), LocalDate.of(2025, 6, 30));

        assertThat(record.entries()).hasSize(2);
    }

    /** 103 came, 100 was said: 3 of a usual change of 4; inside 95–105; the squared miss of 0.9 is 0.01. */
    @Test
    void anEntryIsScoredOnceItCameOut() {
        TrackEntry open = new TrackEntry(stated(2024, "2024-06-30", "a", Sources.OWN, 100), null);
        TrackEntry entry = new TrackEntry(open.statement(), new Outturn(103, LocalDate.of(2025, 1, 6), true));

        assertThat(open.error()).isNull();
        assertThat(open.wis()).isNull();
        assertThat(entry.error()).isEqualTo(3);
        assertThat(entry.scaledError()).isEqualTo(0.75);
        assertThat(entry.errorPct()).isCloseTo(100 * 3 / 103.0, within(1e-12));
        assertThat(entry.isCovered80()).isTrue();
        assertThat(entry.brier()).isCloseTo(0.01, within(1e-12));
        // (3/2 + 0.1 × 10 + 0.025 × 20) / 2.5
        assertThat(entry.wis()).isCloseTo(1.2, within(1e-12));
    }

    /**
     * Five years: the program is always 1 off, growth so far 2 off, a person half. Skill beside the rule is a half, the
     * person's beside the program a half again.
     */
    @Test
    void skillPairsWhatWasSaidOnTheSameOccasion() {
        List<TrackEntry> entries = new ArrayList<>();
        for (int year = 2019; year < 2024; year++) {
            Outturn outturn = new Outturn(100, LocalDate.of(year + 1, 1, 6), true);
            String day = year + "-06-30";
            entries.add(new TrackEntry(stated(year, day, "a", Sources.OWN, 99), outturn));
            entries.add(new TrackEntry(stated(year, day, "a", Sources.GROWTH_RULE, 102), outturn));
            entries.add(new TrackEntry(stated(year, day, "a", "judgement:office", 100.5), outturn));
        }
        entries.add(new TrackEntry(stated(2024, "2024-06-30", "a", Sources.OWN, 99), null));

        List<Skill> skills = SkillTable.of(new TrackRecord(entries));

        Skill own = only(skills, SkillGroup.ALL, Sources.OWN);
        Skill person = only(skills, SkillGroup.ALL, "judgement:office");
        assertThat(own.statements()).isEqualTo(5);
        assertThat(own.paired().skill().value()).isCloseTo(0.5, within(1e-12));
        assertThat(own.paired().skill().lower()).isCloseTo(0.5, within(1e-12));
        assertThat(person.against()).isEqualTo(Sources.OWN);
        assertThat(person.paired().skill().value()).isCloseTo(0.5, within(1e-12));
        assertThat(own.test()).isEmpty();
        assertThat(only(skills, "6", Sources.OWN).statements()).isEqualTo(5);
        assertThat(skills).extracting(skill -> skill.group().months()).doesNotContain("3");
    }

    private static Skill only(List<Skill> skills, String months, String source) {
        return skills.stream()
                .filter(skill -> skill.group().months().equals(months)
                        && skill.group().vintageKind().equals(SkillGroup.ALL)
                        && skill.group().indicatorCode().equals(SkillGroup.ALL)
                        && skill.source().equals(source))
                .findFirst()
                .orElseThrow();
    }
}
