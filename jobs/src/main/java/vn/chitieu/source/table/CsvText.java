package vn.chitieu.source.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.Words;

/**
 * The text of a delivered file, decoded strictly, and its physical lines, ended by LF, CR LF or CR.
 *
 * <p>Only a byte order mark or the declaration says what the encoding is. A byte that is no character refuses the file
 * instead of becoming a replacement mark, and a line longer than any honest row refuses it before it is parsed.
 */
final class CsvText {

    private static final Words WORDS = Words.of("source");

    private static final int LONGEST_LINE = 1 << 20;

    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    private CsvText(String where, String text) {
        this.text = text;
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            if (i - starts.get(starts.size() - 1) > LONGEST_LINE) {
                throw new DataException(WORDS.text("csv.long_line", where, starts.size(), LONGEST_LINE));
            }
            if (endsLine(text, i)) {
                starts.add(i + 1);
            }
        }
    }

    /**
     * Returns the text of a file.
     *
     * @param where the file, in messages
     * @param declared the declared encoding, if any
     * @throws DataException if the bytes are no text of the encoding; the message names line and byte
     */
    static CsvText decode(String where, byte[] content, Optional<Charset> declared) {
        Optional<Charset> marked = byteOrderMark(content);
        if (marked.isPresent() && declared.filter(d -> !agrees(d, marked.get())).isPresent()) {
            throw new DataException(WORDS.text("csv.declared_encoding", where, declared.get(), marked.get()));
        }
        Charset charset = marked.or(() -> declared).orElse(StandardCharsets.UTF_8);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars =
                CharBuffer.allocate((int) Math.ceil(content.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(bytes, chars, true);
        chars.flip();
        if (result.isError()) {
            long line = 1 + chars.chars().filter(c -> c == '\n').count();
            throw new DataException(WORDS.text("csv.encoding", where, line, charset, bytes.position() + 1));
        }
        String text = chars.toString();
        return new CsvText(where, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    String text() {
        return text;
    }

    /** Returns the text from the first line to the one before the last, from 1, without the final line break. */
    String between(int first, int last) {
        int end = last <= starts.size() ? starts.get(last - 1) : text.length();
        return text.substring(starts.get(first - 1), end).stripTrailing();
    }

    /**
     * Refuses what the parser would forgive: a quote that is still open where the file ends.
     *
     * @throws DataException with the line that opens it
     */
    void refuseUnclosedQuote(String where, char delimiter, char quote) {
        boolean inQuotes = false;
        boolean atFieldStart = true;
        int line = 1;
        int openingLine = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote && (inQuotes || atFieldStart)) {
                boolean reopens = !inQuotes && i > 0 && text.charAt(i - 1) == quote;
                openingLine = inQuotes || reopens ? openingLine : line;
                inQuotes = !inQuotes;
            }
            // After a closing quote another one follows only as the second half of a doubled quote, which reopens.
            atFieldStart = c == delimiter || c == '\r' || c == '\n' || (c == quote && !inQuotes);
            if (endsLine(text, i)) {
                line++;
            }
        }
        if (inQuotes) {
            throw new DataException(WORDS.text("csv.open_quote", where, openingLine));
        }
    }

    /**
     * Refuses a first line with more columns than any table has, before anything is parsed.
     *
     * @throws DataException with their number
     */
    void refuseTooManyColumns(String where, char delimiter, int most) {
        long columns = 1 + between(1, 2).chars().filter(c -> c == delimiter).count();
        if (columns > most) {
            throw new DataException(WORDS.text("csv.columns", where, most, columns));
        }
    }

    private static boolean endsLine(String text, int i) {
        char c = text.charAt(i);
        return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
    }

    private static Optional<Charset> byteOrderMark(byte[] content) {
        if (content.length >= 2 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (content.length >= 2 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        boolean isUtf8 = content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        return isUtf8 ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    private static boolean agrees(Charset declared, Charset marked) {
        boolean isUtf16 = declared.equals(StandardCharsets.UTF_16)
                && (marked.equals(StandardCharsets.UTF_16LE) || marked.equals(StandardCharsets.UTF_16BE));
        return isUtf16 || declared.equals(marked);
    }
}
