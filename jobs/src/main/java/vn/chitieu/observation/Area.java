package vn.chitieu.observation;

import java.time.LocalDate;
import java.util.Optional;
import vn.chitieu.text.Language;
import vn.chitieu.text.LocalizedText;

/**
 * A territory of {@code CL_AREA}.
 *
 * @param level country or province
 * @param parentCode the area it belongs to; empty for the country
 * @param validTo its last day; empty while it exists
 * @param sourceCode its name in deliveries
 * @param currency the dimension in {@code CL_UNIT} of its money; empty if it has that of the area it belongs to
 * @param holidayCalendar of a nation, the file with the days of its moving holiday; empty if that is Easter
 * @param language what its pages open in
 * @param reportingYear of a nation, when the year of its figures and programmes begins; its parts have the same
 */
public record Area(
        String code,
        LocalizedText name,
        String level,
        Optional<String> parentCode,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String sourceCode,
        Optional<String> currency,
        Optional<String> holidayCalendar,
        Language language,
        ReportingYear reportingYear) {

    /** Returns the code of the nation that an area belongs to: what its own code begins with. */
    public static String nationOf(String areaCode) {
        int end = areaCode.indexOf('-');
        return end < 0 ? areaCode : areaCode.substring(0, end);
    }

    /** Returns whether an area is a nation. */
    public static boolean isNation(String areaCode) {
        return areaCode.indexOf('-') < 0;
    }
}
