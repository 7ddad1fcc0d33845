package vn.chitieu.projection.evaluation;

import java.io.Serializable;
import vn.chitieu.text.LocalizedText;

/**
 * What was wrong with the files of an evaluation.
 *
 * @param line of the row that could not be used; of a whole series 0
 * @param seriesId of a whole series, else {@code ""}
 */
record Refusal(Stage stage, long line, String seriesId, LocalizedText text) implements Serializable {

    /** Where it is met; they are told in this order. */
    enum Stage {
        SERIES_ROW(0),
        DOUBTFUL_PERIOD(1),
        CASE_ROW(2),
        GAP(3);

        private final int place;

        Stage(int place) {
            this.place = place;
        }

        int place() {
            return place;
        }
    }
}
