package vn.chitieu.notebook.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
                SnippetEvent event = shell.eval(JavaText.literal(text)
                                + ".equals(new String(java.util.Base64.getDecoder().decode(\"" + encoded(text)
                                + "\"), java.nio.charset.StandardCharsets.UTF_8))")
                        .get(0);
                assertThat(event.value()).as(text).isEqualTo("true");
            }
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
