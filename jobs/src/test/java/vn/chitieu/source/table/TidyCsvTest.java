package vn.chitieu.source.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.Language;

class TidyCsvTest {

    private static final List<String> COLUMNS = List.of("area", "value");

    @Test
    void columnsAreFoundByName() {
        SourceRows csv = read("value,area\n1.5,hau_giang\n");
        assertThat(csv.rows()).singleElement().satisfies(row -> {
            assertThat(row.field("area")).isEqualTo("hau_giang");
            assertThat(row.field("value")).isEqualTo("1.5");
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.rawText()).isEqualTo("1.5,hau_giang");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "area,value\na,1\nb,2\n",
                "area,value\r\na,1\r\nb,2\r\n",
                "area,value\ra,1\rb,2",
                "\uFEFFarea,value\na,1\r\nb,2",
                "area,value\n\"a\",\"1\"\nb,2"
            })
    void lineEndsByteOrderMarkAndQuotesDoNotMatter(String text) {
        assertThat(read(text).rows())
                .extracting(row -> row.line() + row.field("area") + row.field("value"))
                .containsExactly("2a1", "3b2");
    }

    @Test
    void aRowBeginsOnThePhysicalLineWhereItsFirstFieldStands() {
        SourceRows csv = read("area,value\n\"two\nlines\",1\nb,2\n");
        assertThat(csv.rows()).extracting(SourceRow::line).containsExactly(2, 4);
        assertThat(csv.rows().get(0).field("area")).isEqualTo("two\nlines");
        assertThat(csv.rows().get(0).rawText()).isEqualTo("\"two\nlines\",1");
    }

    @Test
    void aFileSeparatedBySemicolonsOrTabsIsToldSo() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("value;area\n1,5;hau_giang\n"))
                .satisfies(e -> assertThat(e.message(Language.EN))
                        .isEqualTo("source/d/f.csv, line 1: Expecting the header area,value but was value;area; its"
                                + " names are separated by semicolons (;), as spreadsheet programs in Vietnamese save"
                                + " them: save the file with commas between the columns and decimal points. Correct the"
                                + " header and deliver the file again."));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("area\tvalue\nhau_giang\t1.5\n"))
                .satisfies(e -> assertThat(e.message(Language.VI)).contains("các tên cột cách nhau bằng dấu tab"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("area;amount\nhau_giang;1\n"))
                .satisfies(e -> assertThat(e.message(Language.EN)).contains("missing: area,value"));
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsSetAside() {
        SourceRows csv = read("area,value\na,1\nb\nc,2,3\nd,4\n");
        assertThat(csv.rows()).extracting(SourceRow::line).containsExactly(2, 5);
        assertThat(csv.quarantined())
                .extracting(row -> row.message().en())
                .containsExactly(
                        "source/d/f.csv, line 3: Expecting 2 fields as in the header but was 1."
                                + " Correct the row and deliver the file again, as a new delivery.",
                        "source/d/f.csv, line 4: Expecting 2 fields as in the header but was 3."
                                + " Correct the row and deliver the file again, as a new delivery.");
        assertThat(csv.delivered()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001B", "\u2028", "\u202E", "\u200F", "\u0085"})
    void aControlCharacterIsSpelledOutAndTheRowSetAside(String character) {
        SourceRows csv = read("area,value\nhau" + character + "giang,1\n");
        assertThat(csv.rows()).isEmpty();
        assertThat(csv.quarantined()).singleElement().satisfies(row -> {
            assertThat(row.ruleCode()).isEqualTo("control_character");
            assertThat(row.found()).startsWith("area = 'hau<U+").endsWith("giang'");
            assertThat(row.rowText()).startsWith("hau<U+").doesNotContain(character);
            assertThat(row.message().vi())
                    .startsWith("source/d/f.csv, dòng 2: cần văn bản không có ký tự điều khiển, nhưng là");
        });
    }

    @Test
    void theTextOfALongRowIsCut() {
        SourceRows csv = read("area,value\n" + "x".repeat(5000) + ",1,2\n");
        assertThat(csv.quarantined().get(0).rowText()).hasSize(1001).endsWith("x…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "area\na\n",
                "area,value,note\na,1,x\n",
                "area,area,value\na,a,1\n",
                "area,Value\na,1\n",
                "area;value\n",
                "area;value\na;1\n"
            })
    void anotherHeaderIsRefusedWithWhatWasExpected(String text) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("source/d/f.csv, line 1: Expecting the header area,value but was "
                        + text.substring(0, text.indexOf('\n')))
                .withMessageEndingWith("Correct the header and deliver the file again.");
    }

    @Test
    void aRefusedHeaderNamesWhatIsMissingAndWhatIsUnknown() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("area,valeu\na,1\n"))
                .withMessage(
                        "source/d/f.csv, line 1: Expecting the header area,value but was area,valeu; missing: value;"
                                + " unknown or repeated: valeu. Correct the header and deliver the file again.");
    }

    @Test
    void aCodeListMayHaveOtherColumnsButNoBadRow() {
        byte[] content = "note,area,value\nx,a,1\n".getBytes(UTF_8);
        assertThat(TidyCsv.readCodelist("f.csv", content, COLUMNS).get(0).field("note"))
                .isEqualTo("x");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TidyCsv.readCodelist("f.csv", "area,value\na\n".getBytes(UTF_8), COLUMNS))
                .withMessage("codelist/f.csv, line 2: Expecting 2 fields as in the header but was 1. Correct the code"
                        + " list.");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(""))
                .withMessageStartingWith(
                        "source/d/f.csv, line 1: Expecting the header area,value but the file is empty");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWithTheLineThatOpensIt() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("area,value\n\"a \"\"b\"\"\",1\n\"b,2\nc,3\n\"\"d,4\n"))
                .withMessageContaining("f.csv");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("area,value\n\"a \"\"b\"\"\",1\n\"b,2\nc,3\n"))
                .withMessage(
                        "source/d/f.csv, line 3: Expecting a closing quote but the file ends inside the field that this"
                                + " line opens. Close the quote and deliver the file again.");
    }

    @Test
    void textAfterAClosingQuoteIsRefusedWithItsLine() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("area,value\na,1\n\"b\"c,2\n"))
                .withMessageContaining("record that started in line 3");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirLine() {
        byte[] content = "area,value\na,1\nHâu Giang,2\n".getBytes(ISO_8859_1);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TidyCsv.read("d", "f.csv", content, COLUMNS))
                .withMessageStartingWith(
                        "source/d/f.csv, line 3: Expecting UTF-8 but was a byte that is none, byte 17");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverTheBytesOnlyADataExceptionComesOut(long seed) {
        Random random = new Random(seed);
        byte[] alphabet = "a1,,\"\"\n\n\r;\0é".getBytes(UTF_8);
        for (int i = 0; i < 2000; i++) {
            byte[] content = ("area,value\n" + ".".repeat(random.nextInt(30))).getBytes(UTF_8);
            for (int position = 11; position < content.length; position++) {
                content[position] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                SourceRows csv = TidyCsv.read("d", "f.csv", content, COLUMNS);
                assertThat(csv.rows())
                        .allMatch(row -> row.line() > 1 && row.fields().size() == 2);
            } catch (DataException e) {
                assertThat(e).hasMessageStartingWith("source/d/f.csv");
            }
        }
    }

    private static SourceRows read(String text) {
        return TidyCsv.read("d", "f.csv", text.getBytes(UTF_8), COLUMNS);
    }
}
