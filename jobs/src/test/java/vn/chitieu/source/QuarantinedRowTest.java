package vn.chitieu.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chitieu.text.LocalizedText;

class QuarantinedRowTest {

    private static QuarantinedRow row(Place place, String found, String rowText) {
        return new QuarantinedRow(
                place,
                "number",
                new LocalizedText("một số", "a number"),
                found,
                new LocalizedText("Sửa dòng này.", "Correct the row."),
                rowText);
    }

    @Test
    void aMessageSaysWhereWhatWasExpectedWhatCameAndWhatToDo() {
        LocalizedText message =
                row(Place.line("nso/2025-07-06", "a.csv", 7), "'1,5,2'", "x").message();

        assertThat(message.en())
                .isEqualTo("source/nso/2025-07-06/a.csv, line 7: Expecting a number but was '1,5,2'. Correct the row.");
        assertThat(message.vi())
                .isEqualTo("source/nso/2025-07-06/a.csv, dòng 7: cần một số, nhưng là '1,5,2'. Sửa dòng này.");
    }

    @Test
    void inAWorkbookThePlaceIsACellAndWithoutEitherTheRowItself() {
        assertThat(row(new Place("d", "form.xlsx", 0, "Số liệu!D12"), "'x'", "1;x")
                        .message()
                        .en())
                .isEqualTo("form.xlsx, Số liệu!D12: Expecting a number but was 'x'. Correct the row.");
        assertThat(row(Place.line("d", "a.parquet", 0), "'x'", "1;x").message().en())
                .isEqualTo("source/d/a.parquet: Expecting a number but was 'x' in the row 1;x. Correct the row.");
    }

    @Test
    void onlyALineOrACellIsAnExactPlace() {
        assertThat(Place.line("d", "a.csv", 1).isExact()).isTrue();
        assertThat(new Place("d", "a.xlsx", 0, "A!B2").isExact()).isTrue();
        assertThat(Place.line("d", "a.parquet", 0).isExact()).isFalse();
        assertThat(Place.line("d", "a.parquet", -3).isExact()).isFalse();
    }

    @Test
    void longTextIsCutAndHiddenCharactersAreSpelledOut() {
        QuarantinedRow row = row(Place.line("d", "a.csv", 1), "x".repeat(201), "y".repeat(1001));

        assertThat(row.found()).isEqualTo("x".repeat(200) + "…");
        assertThat(row.rowText()).isEqualTo("y".repeat(1000) + "…");
        assertThat(QuarantinedRow.printable("z".repeat(200))).isEqualTo("z".repeat(200));
        assertThat(QuarantinedRow.printable("a\tb\nc\u202ed\u0000")).isEqualTo("a<U+0009>b<U+000A>c<U+202E>d<U+0000>");
        assertThat(QuarantinedRow.printable("1\u00A0234\u202F5\u200B \u3164"))
                .isEqualTo("1<U+00A0>234<U+202F>5<U+200B> <U+3164>");
        assertThat(QuarantinedRow.printable("Tổng 😀")).isEqualTo("Tổng 😀");
    }

    @Test
    void numberAndTextCanBeGivenLater() {
        QuarantinedRow row = row(Place.line("d", "a.parquet", 0), "'x'", "");

        assertThat(row.numbered(4).place()).isEqualTo(Place.line("d", "a.parquet", 4));
        assertThat(row.withRowText("1;x").rowText()).isEqualTo("1;x");
        assertThat(row.withRowText("")).isEqualTo(row);
    }
}
