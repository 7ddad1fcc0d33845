package vn.chitieu.notebook.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextRecordsTest {

    private static final TextRecords RECORDS = new TextRecords(
            List.of("run_id", "finished_at", "note"),
            List.of("Run", "Finished", "Note"),
            List.of(List.of("20250807-d7fae0b6764c", "2026-12-01T15:33:06Z", "as many words as there are")));

    /** 21 + 2 + 20 + 2 + 18 = 63. */
    @Test
    void aColumnIsLeftOutWhereTheTableWouldBeTooWide() {
        assertThat(RECORDS.table(63, "finished_at")).contains("Finished");
        assertThat(RECORDS.table(62, "finished_at")).doesNotContain("Finished").contains("as many words as there are");
        assertThat(RECORDS.table(62)).contains("Finished");
    }

    /** 21 and 20 are one word each, so that 62 - 41 - 4 = 17 are left of the note. */
    @Test
    void textsAreNarrowedAsFarAsTheirWordsAllow() {
        assertThat(RECORDS.table(62).lines().filter(line -> line.startsWith("2025")))
                .containsExactly("20250807-d7fae0b6764c  2026-12-01T15:33:06Z  as many words as");
        assertThat(RECORDS.table(62).lines()).allMatch(line -> line.length() <= 62);
        assertThat(RECORDS.table(30)).contains("20250807-d7fae0b6764c  2026-12-01T15:33:06Z");
    }
}
