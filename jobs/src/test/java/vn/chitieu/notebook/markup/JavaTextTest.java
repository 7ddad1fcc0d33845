package vn.chitieu.notebook.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import vn.chitieu.notebook.HostileLabels;

class JavaTextTest {

    @Test
    void aLiteralIsTheTextAgainWhenItIsCompiled() {
        List<String> texts = new ArrayList<>(HostileLabels.all().toList());
        texts.addAll(List.of("\n\r\t\u0000", "\\u0022+System.exit(1)+\\u0022", "\u2028\u202e", "Thuế \"sản phẩm\""));
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String text : texts) {
                SnippetEvent event = shell.eval(JavaText.literal(text) + ".equals(new String(new int[] {" + points(text)
                                + "}, 0, " + text.codePointCount(0, text.length()) + "))")
                        .get(0);
                assertThat(event.value()).as(text).isEqualTo("true");
            }
        }
    }

    private static String points(String text) {
        return String.join(", ", text.codePoints().mapToObj(String::valueOf).toList());
    }
}
