package vn.chitieu.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {

    /** A cell without its sheet, the line of a CSV, series and period where many rows stand on one line. */
    @Test
    void isNamedByWhatSetsItApartWithinItsFile() {
        assertThat(new Place("d/2025-07-05", "a.xlsx", 12, "Số liệu!E12").name())
                .isEqualTo("E12");
        assertThat(Place.line("d/2025-07-05", "a.csv", 4).name()).isEqualTo("4");
        assertThat(new Place("d/2025-07-05", "a.xml", 1, "", "M.VN.exports 2025-05").name())
                .isEqualTo("M.VN.exports 2025-05");
    }
}
