package vn.chitieu.observation.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.ObservationStatus;

/** The status of figures and of assessments in the words of Decree 94/2022/NĐ-CP and of the forms. */
final class StatusWords {

    static final String MET = "Đạt";
    static final String NOT_MET = "Không đạt";
    static final String NOT_YET = "Chưa đánh giá";

    private static final Map<String, ObservationStatus> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("Ước tính", ObservationStatus.ESTIMATE);
        WORDS.put("Sơ bộ", ObservationStatus.PROVISIONAL);
        WORDS.put("Chính thức", ObservationStatus.FINAL);
    }

    private StatusWords() {}

    static List<String> all() {
        return List.copyOf(WORDS.keySet());
    }

    static Optional<ObservationStatus> parse(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
