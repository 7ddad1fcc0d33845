package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
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
 * @param confirmed what is used because a person confirmed it, with the reason
 */
public record FormContent(
        Form form,
        Period period,
        ObservationStatus status,
        List<Figure> figures,
        List<Estimate> estimates,
        List<UnitAssessment> assessments,
        List<QuarantinedRow> quarantined,
        List<LocalizedText> notes,
        List<LocalizedText> confirmed) {

    public FormContent {
        figures = List.copyOf(figures);
        estimates = List.copyOf(estimates);
        assessments = List.copyOf(assessments);
        quarantined = List.copyOf(quarantined);
        notes = List.copyOf(notes);
        confirmed = List.copyOf(confirmed);
    }

    /** Returns every number of the form, the estimates of the year behind the figures. */
    Stream<Figure> numbers() {
        return Stream.concat(figures.stream(), estimates.stream().map(Estimate::cell));
    }

    /** What the department expects of a year, and where it wrote so. */
    public record Estimate(Figure cell, UnitEstimate estimate) {}

    /**
     * A number of the period, of the year to date or of the year expected, in the unit of its row.
     *
     * @param sheetCell sheet and cell
     * @param line row of the sheet
     */
    public record Figure(FormRow row, FormColumn column, BigDecimal value, String sheetCell, int line, String text) {

        /** Returns the cell without its sheet, as a person names it. */
        String cell() {
            return sheetCell.substring(sheetCell.lastIndexOf('!') + 1);
        }
    }
}
