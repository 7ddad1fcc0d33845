package vn.chitieu.source.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.source.table.ColumnSource;
import vn.chitieu.source.table.Declaration;
import vn.chitieu.source.table.FileFormat;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.table.SdmxTerms;
import vn.chitieu.source.table.ValueForm;
import vn.chitieu.source.table.Vocabulary;
import vn.chitieu.text.LocalizedText;

/**
 * How another office lays out a workbook that it sends again and again.
 *
 * @param code by which deliveries name it
 * @param sheet the name of the sheet
 * @param marks in numbers that are typed as text
 * @param missingMarks texts that say that there is no figure
 * @param vocabulary whose codes stand in {@code figures}
 * @param figures what all figures have in common, by column of figures
 * @param blocks the tables of the sheet, one below the other
 */
public record WorkbookLayout(
        String code,
        LocalizedText name,
        Template sheet,
        NumberMarks marks,
        Set<String> missingMarks,
        Vocabulary vocabulary,
        Map<String, String> figures,
        List<LayoutBlock> blocks) {

    public WorkbookLayout {
        missingMarks = Set.copyOf(missingMarks);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        blocks = List.copyOf(blocks);
    }

    /**
     * Returns how the rows of such a workbook are written.
     *
     * @param columns of figures that a delivery states itself, such as source and day of publication
     */
    public Declaration declaration(Map<String, ColumnSource> columns) {
        return new Declaration(
                FileFormat.WORKBOOK,
                Optional.empty(),
                Optional.empty(),
                '"',
                true,
                List.of(),
                new ValueForm(marks, missingMarks, ValueForm.Grammar.PLAIN),
                columns,
                vocabulary,
                SdmxTerms.NONE,
                false);
    }
}
