package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.util.List;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.UnitAssessment;
import vn.chitieu.observation.UnitEstimate;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.LocalizedText;

/**
 * What a filled form says.
 *
 * @param estimates what the department expects of the year
 * @param quarantined cells that are not used
 * @param notes what was used but should be looked at
 */
public record FormContent(
        Form form,
        Period period,
        ObservationStatus status,
        List<Figure> figures,
        List<UnitEstimate> estimates,
        List<UnitAssessment> assessments,
        List<QuarantinedRow> quarantined,
        List<LocalizedText> notes) {

    public FormContent {
        figures = List.copyOf(figures);
        estimates = List.copyOf(estimates);
        assessments = List.copyOf(assessments);
        quarantined = List.copyOf(quarantined);
        notes = List.copyOf(notes);
    }

    /**
     * A figure of the period or of the year to date, in the unit of its row.
     *
     * @param sheetCell sheet and cell
     * @param line row of the sheet
     */
    public record Figure(FormRow row, FormColumn column, BigDecimal value, String sheetCell, int line, String text) {}
}
