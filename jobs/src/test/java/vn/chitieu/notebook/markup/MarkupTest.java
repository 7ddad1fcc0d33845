package vn.chitieu.notebook.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.chitieu.notebook.markup.Markup.attribute;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @Test
    void escapesTextsAndAttributesEachInItsWay() {
        String label = "\"><svg onload='x'>&";

        assertThat(new Markup().leaf("p", label, attribute("title", label)))
                .hasToString("<p title=\"&quot;&gt;&lt;svg onload=&#39;x&#39;&gt;&amp;\">"
                        + "\"&gt;&lt;svg onload='x'&gt;&amp;</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "onclick,x()",
        "style,color:red",
        "src,https://example.org/x.js",
        "src,../../x.js",
        "src,/x.js",
        "src,x.png",
        "href,https://example.org",
        "href,javascript:x",
        "href,//example.org/x",
        "href,/etc/passwd",
        "href,a/../../x",
        "href,mailto:a/b",
        "a b,c"
    })
    void cannotWriteHandlersStylesOrReferencesOutside(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attribute(name, value))
                .withMessageStartingWith("Expecting no handler, inline style or outside reference but was " + name);
    }

    @Test
    void leadsToPlacesOfThePageAndToFilesBelowIt() {
        assertThat(attribute("href", "#vi-c-1").value()).isEqualTo("#vi-c-1");
        assertThat(attribute("href", "queries.html#vi").value()).isEqualTo("queries.html#vi");
        assertThat(attribute("href", "viet-nam-2025/vi/1-overview.ipynb").value())
                .isEqualTo("viet-nam-2025/vi/1-overview.ipynb");
        assertThat(attribute("href", "viet-nam-2025/index.html#vi-c-1").value())
                .isEqualTo("viet-nam-2025/index.html#vi-c-1");
    }

    @Test
    void refusesAnElementThatIsNotClosed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Markup().open("p").toString())
                .withMessage("Expecting every element to be closed but open are [p]");
    }
}
