package vn.chitieu.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.DataException;

class JavaKernelTest {

    private static final JavaKernel KERNEL = new JavaKernel("0");

    @AfterAll
    static void end() {
        KERNEL.onShutdown(false);
    }

    @Test
    void aCellGivesTheValueOfItsLastExpressionAndKeepsWhatEarlierCellsDeclared() {
        assertThat(KERNEL.evalRaw("int three = 3;\nint twice(int x) {\n    return 2 * x;\n}"))
                .isNull();
        assertThat(KERNEL.evalRaw("twice(three);\ntwice(three) + 1")).isEqualTo(7);
        assertThat(KERNEL.evalRaw("three")).isEqualTo(3);
    }

    @Test
    void aDeclarationAnAssignmentAndACallWithoutAValueShowNothing() {
        assertThat(KERNEL.evalRaw("String shown = \"a\";\nshown = \"b\"")).isNull();
        assertThat(KERNEL.evalRaw("new ArrayList<String>().clear()")).isNull();
        assertThat(KERNEL.evalRaw("Object nothing = null;\nnothing")).isNull();
        assertThat(KERNEL.evalRaw("  \n")).isNull();
    }

    @Test
    void aValueIsAnObjectOfThisProgramAndShownAsText() {
        assertThat(KERNEL.evalRaw("vn.chitieu.text.Language.of(\"vi\")")).isEqualTo(vn.chitieu.text.Language.VI);
        assertThat(KERNEL.eval("\"nghìn tỷ\\n\\\"đồng\\\"\"").getData(MIMEType.TEXT_PLAIN))
                .isEqualTo("nghìn tỷ\n\"đồng\"");
    }

    @Test
    void whatDoesNotCompileIsToldInTheWordsOfTheCompilerWithItsPlace() {
        assertThatExceptionOfType(CellException.class)
                .isThrownBy(() -> KERNEL.evalRaw("int right = 1;\nint wrong = unknown + 1;"))
                .withMessageContaining("cannot find symbol")
                .withMessageEndingWith("unknown");
        assertThatExceptionOfType(CellException.class)
                .isThrownBy(() -> KERNEL.evalRaw("right + "))
                .withMessageContaining("reached end of file");
        assertThat(KERNEL.evalRaw("right")).as("what stood before it ran").isEqualTo(1);
    }

    @Test
    void whatACellThrowsComesAsItIsAndAMessageForPeopleWithoutATrace() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> KERNEL.evalRaw("throw new vn.chitieu.catalog.DataException(\"no such table\")"));
        assertThatExceptionOfType(CellException.class)
                .isThrownBy(() -> KERNEL.evalRaw("throw new java.io.IOException(\"disk\")"))
                .withMessage("java.io.IOException: disk");

        assertThat(KERNEL.formatError(new DataException("no such table"))).containsExactly("no such table");
        assertThat(KERNEL.formatError(new IllegalStateException("x")))
                .containsExactly("java.lang.IllegalStateException: x");
    }

    @Test
    void aCellThatRunsForEverIsInterrupted() throws Exception {
        CompletableFuture<Object> cell = CompletableFuture.supplyAsync(
                () -> Objects.requireNonNullElse(KERNEL.evalRaw("Thread.sleep(600_000);\n\"slept\""), "nothing"));
        while (!cell.isDone()) { // an interruption before the cell runs meets nobody
            KERNEL.interrupt();
            Thread.onSpinWait();
        }

        assertThat(cell.handle((value, thrown) -> thrown == null ? value : thrown.getCause())
                        .get(60, TimeUnit.SECONDS))
                .isInstanceOf(CellException.class);
        assertThat(KERNEL.evalRaw("1 + 1")).isEqualTo(2);
    }

    @Test
    void completesNamesSaysWhetherACellIsWholeAndInspectsSignatures() {
        KERNEL.evalRaw("int completed = 1;");
        assertThat(KERNEL.complete("compl", 5).getReplacements()).contains("completed");
        Map<String, String> wholeness = Map.of(
                "completed + 1",
                JavaKernel.IS_COMPLETE_YES,
                "int f() {",
                "",
                "completed + )",
                JavaKernel.IS_COMPLETE_BAD);
        wholeness.forEach(
                (code, whole) -> assertThat(KERNEL.isComplete(code)).as(code).isEqualTo(whole));
        assertThat(Objects.requireNonNull(KERNEL.inspect("Math.abs(", 9, false)).getData(MIMEType.TEXT_PLAIN))
                .asString()
                .contains("double Math.abs(double");
        assertThat(KERNEL.inspect("", 0, false)).isNull();
    }
}
