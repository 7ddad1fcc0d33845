package vn.chitieu.source.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a delivered table is written, as its {@code datapackage.json} declares it (Frictionless Data Resource, CSV
 * Dialect and Table Schema). What is not declared has the value of {@link #TIDY}; nothing is guessed from the content.
 *
 * @param encoding of the text; if none is declared a byte order mark decides, and UTF-8 without one
 * @param delimiter between fields; if none is declared a first line {@code sep=} decides, and the comma without one
 * @param header whether the first line names the columns
 * @param fieldNames the columns in their order; names the columns of a file without header
 * @param form how figures and periods are written
 * @param columns by name of the column of figures; empty if the file has these very columns
 * @param sdmx what is said of the parts of an SDMX message that no column reads
 * @param mayDeleteAll whether a row that deletes every figure of the sender is meant
 */
public record Declaration(
        FileFormat format,
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        char quote,
        boolean header,
        List<String> fieldNames,
        ValueForm form,
        Map<String, ColumnSource> columns,
        Vocabulary vocabulary,
        SdmxTerms sdmx,
        boolean mayDeleteAll) {

    /**
     * A tidy CSV: UTF-8, commas, a header with the columns of figures, decimal points, no mark for a missing figure.
     */
    public static final Declaration TIDY = new Declaration(
            FileFormat.CSV,
            Optional.empty(),
            Optional.empty(),
            '"',
            true,
            List.of(),
            ValueForm.PLAIN,
            Map.of(),
            Vocabulary.SOURCE,
            SdmxTerms.NONE,
            false);

    public Declaration {
        fieldNames = List.copyOf(fieldNames);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (!header && fieldNames.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expecting schema.fields to name the columns of a file without header but was none");
        }
        if (Character.isISOControl(quote)
                || delimiter.filter(c -> !canDelimit(c, quote)).isPresent()) {
            throw new IllegalArgumentException(
                    "Expecting a quote and a delimiter that differ and are no control characters");
        }
    }

    /** Returns whether a character can stand between fields; of control characters only the tab can. */
    public static boolean canDelimit(char delimiter, char quote) {
        return delimiter != quote && (delimiter == '\t' || !Character.isISOControl(delimiter));
    }

    /** Returns how a file of a form code is written: SDMX in our own structure by its format, else a tidy CSV. */
    public static Declaration ofForm(String formCode) {
        return formCode.equals(FileFormat.SDMX_CSV.code()) || formCode.equals(FileFormat.SDMX_ML.code())
                ? ofOwnStructure(FileFormat.ofCode(formCode))
                : TIDY;
    }

    /** Returns how SDMX in the structure of our observations is written. */
    public static Declaration ofOwnStructure(FileFormat format) {
        return new Declaration(
                format,
                Optional.empty(),
                Optional.empty(),
                '"',
                true,
                List.of(),
                format.isSdmx() ? ValueForm.SDMX : ValueForm.PLAIN,
                SdmxStructure.ownColumns(),
                Vocabulary.OWN,
                SdmxTerms.NONE,
                false);
    }

    /** Returns the marks in the numbers of the value column. */
    public NumberMarks marks() {
        return form.marks();
    }

    /** Returns whether a text of the value column says that there is no figure. */
    public boolean isMissing(String value) {
        return form.missingValues().contains(value);
    }

    /** Returns the same with a delimiter. */
    Declaration withDelimiter(char character) {
        return new Declaration(
                format,
                encoding,
                Optional.of(character),
                quote,
                header,
                fieldNames,
                form,
                columns,
                vocabulary,
                sdmx,
                mayDeleteAll);
    }

    /** Returns whether the file is a CSV in UTF-8 with the columns of figures and decimal points. */
    public boolean isPlainText() {
        return format == FileFormat.CSV
                && encoding.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                        .isEmpty()
                && columns.isEmpty()
                && header
                && form.marks().equals(NumberMarks.PLAIN)
                && delimiter.orElse(',') == ','
                && vocabulary == Vocabulary.SOURCE;
    }
}
