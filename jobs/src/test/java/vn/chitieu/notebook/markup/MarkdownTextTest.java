package vn.chitieu.notebook.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void markdownShowsWhatWouldBeMarkup() {
        assertThat(MarkdownText.escape("[x](javascript:alert(1)) <b> *a* $b$"))
                .isEqualTo("\\[x\\](javascript:alert(1)) &lt;b&gt; \\*a\\* &#36;b&#36;");
        assertThat(MarkdownText.escape("1. một")).isEqualTo("1\\. một");
        assertThat(MarkdownText.escape("- một")).isEqualTo("\\- một");
        assertThat(MarkdownText.escape("97,8% (30/6/2025)")).isEqualTo("97,8% (30/6/2025)");
    }
}
