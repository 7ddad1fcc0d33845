package vn.chitieu.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class XmlInputTest {

    private static final String DOCUMENT = "<a>Hậu Giang é</a>";

    @Test
    void theByteOrderMarkElseTheDeclarationElseUtf8SaysTheEncoding() throws XMLStreamException {
        assertThat(text(DOCUMENT.getBytes(UTF_8))).isEqualTo("Hậu Giang é");
        assertThat(text(("\uFEFF" + DOCUMENT).getBytes(UTF_8))).isEqualTo("Hậu Giang é");
        assertThat(text(("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + DOCUMENT).getBytes(UTF_16)))
                .isEqualTo("Hậu Giang é");
        assertThat(text("<?xml version='1.0' encoding='windows-1252'?><a>€</a>"
                        .getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("€");
    }

    @Test
    void aByteOfAnotherEncodingIsRefusedAndNothingIsWrittenToTheConsole() {
        PrintStream console = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, UTF_8));
        try {
            assertThatThrownBy(() -> text("<a>\u00E9</a>".getBytes(ISO_8859_1)))
                    .isInstanceOf(XMLStreamException.class)
                    .hasMessageContaining("a byte that is no character of UTF-8");
        } finally {
            System.setErr(console);
        }
        assertThat(written.toString(UTF_8)).isEmpty();
    }

    @Test
    void anUnknownEncodingIsRefusedByItsName() {
        assertThatThrownBy(() -> text("<?xml version=\"1.0\" encoding=\"TCVN3\"?><a/>".getBytes(UTF_8)))
                .isInstanceOf(XMLStreamException.class)
                .hasMessage("unknown encoding 'TCVN3'");
    }

    private static String text(byte[] content) throws XMLStreamException {
        XMLStreamReader xml = XmlInput.open(new ByteArrayInputStream(content));
        while (xml.next() != XMLStreamConstants.CHARACTERS) {
            assertThat(xml.hasNext()).isTrue();
        }
        return xml.getText();
    }
}
