package vn.chitieu.source.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]T6!E10",
                "SUM('[1]Thu NS'!E10:E12)*2",
                "[2]!ThuNS",
                "'C:\\so lieu\\[T6.xlsx]T6'!E10",
                "cmd|' /C calc'!A0",
                "RTD(\"a\",,\"b\")",
                "IFERROR(__xludf.DUMMYFUNCTION(\"IMPORTRANGE(\"\"https://x\"\",\"\"A1\"\")\"),5)",
                "INDIRECT(\"[T6.xlsx]T6!A1\")"
            })
    void asksAnotherWorkbookOrProgram(String text) {
        assertThat(Formula.of(text).isLinked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUM(Thu[Tháng 6])",
                "\"[1]T6!E10\"&A1",
                "A1+'Thu NS'!B2",
                "IF(A1>0,\"|\",2)",
                "Thu[[#This Row],[a]]"
            })
    void whatStandsInQuotesOrInATableIsThisWorkbook(String text) {
        assertThat(Formula.of(text).isLinked()).isFalse();
    }

    @Test
    void anEndThatIsNotFixedMoves() {
        Formula moved = Formula.of("SUM(A1:$B$2)+'Thu NS'!$C4").moved(3, 2);

        assertThat(moved.areas().get(0).holds(4, 3)).isTrue(); // A1 is C4 now, $B$2 stays
        assertThat(moved.areas().get(0).holds(1, 1)).isFalse();
        assertThat(moved.areas().get(1).sheet()).isEqualTo("Thu NS");
        assertThat(moved.areas().get(1).holds(7, 3)).isTrue();
    }

    @Test
    void wholeRowsAndColumnsAndSeveralSheetsAreAreas() {
        assertThat(Formula.of("SUM(B:C)").areas().get(0).holds(99_999, 3)).isTrue();
        assertThat(Formula.of("SUM(3:4)").areas().get(0).holds(4, 200)).isTrue();
        assertThat(Formula.of("SUM(T1:T3!A1)").areas().get(0).lastSheet()).isEqualTo("T3");
    }

    @Test
    void aFormulaThatOnlyItsComputationTellsIsOpen() {
        assertThat(Formula.of("INDIRECT(\"A\"&B1)").isOpen()).isTrue();
        assertThat(Formula.of("OFFSET(A1,1,1)").isOpen()).isTrue();
        assertThat(Formula.of("A1+B1").isOpen()).isFalse();
    }
}
