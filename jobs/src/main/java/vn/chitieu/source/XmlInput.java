package vn.chitieu.source;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens delivered XML for reading: by the parser of the JDK, not one that happens to be on the class path, without
 * document types and entities, and decoded strictly.
 *
 * <p>The parser decodes by itself too, but writes to the console of the reader when it meets a byte that is none.
 */
public final class XmlInput {

    private static final int HEAD = 256;
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

    private XmlInput() {}

    /**
     * Returns a reader at the start of a document, aware of namespaces, that gives neighbouring text as one event.
     *
     * @throws XMLStreamException if the bytes cannot be read, their encoding is not known here or the document cannot
     *     begin
     */
    public static XMLStreamReader open(InputStream content) throws XMLStreamException {
        BufferedInputStream bytes = new BufferedInputStream(content);
        Charset charset = charset(head(bytes));
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter((message, type, detail, location) -> {}); // what matters is thrown
        return factory.createXMLStreamReader(new StrictReader(bytes, charset));
    }

    private static byte[] head(BufferedInputStream bytes) throws XMLStreamException {
        try {
            bytes.mark(HEAD);
            byte[] head = bytes.readNBytes(HEAD);
            bytes.reset();
            return head;
        } catch (IOException e) {
            throw new XMLStreamException(e.getMessage(), e);
        }
    }

    private static Charset charset(byte[] head) throws XMLStreamException {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0x00, '<')) {
            return StandardCharsets.UTF_16BE;
        } else if (startsWith(head, 0xFF, 0xFE) || startsWith(head, '<', 0x00)) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new XMLStreamException("unknown encoding '" + declared.group(1) + "'", e);
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        return head.length >= bytes.length
                && Arrays.equals(
                        Arrays.copyOf(head, bytes.length),
                        new String(bytes, 0, bytes.length).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Drops a byte order mark, and names the encoding of which a byte is no character. */
    private static final class StrictReader extends FilterReader {

        private final Charset charset;
        private boolean isAtStart = true;

        StrictReader(InputStream bytes, Charset charset) {
            super(decoded(bytes, charset));
            this.charset = charset;
        }

        private static Reader decoded(InputStream bytes, Charset charset) {
            return new InputStreamReader(
                    bytes,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] target, int from, int length) throws IOException {
            try {
                int count = super.read(target, from, length);
                if (isAtStart && count > 0) {
                    isAtStart = false;
                    if (target[from] == '\uFEFF') {
                        System.arraycopy(target, from + 1, target, from, count - 1);
                        return count > 1 ? count - 1 : read(target, from, length);
                    }
                }
                return count;
            } catch (CharacterCodingException e) {
                throw new IOException("a byte that is no character of " + charset, e);
            }
        }
    }
}
