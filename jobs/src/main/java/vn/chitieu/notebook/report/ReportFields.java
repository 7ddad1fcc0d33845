package vn.chitieu.notebook.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.chitieu.catalog.CsvFile;
import vn.chitieu.text.Words;

/**
 * In which field of the report an indicator is told, as the office lists it beside its templates.
 *
 * @param fields of the report by code of the indicator
 * @param reported the indicators that are told without a target too, in the order of the list
 */
record ReportFields(Map<String, String> fields, List<Reported> reported) {

    /**
     * An indicator that is told without a target.
     *
     * @param growthCode the indicator that is its published growth on a year, empty if there is none
     * @param planCode the indicator that is its part of the plan of the year, empty if there is none
     */
    record Reported(String indicatorCode, String growthCode, String planCode) {}

    /** The field of an indicator that the list does not name. */
    static final String OTHER = "other";

    private static final Words WORDS = Words.of("notebook");

    private static final String FILE = "report-field.csv";

    private static final List<String> COLUMNS =
            List.of("indicator_code", "field_code", "is_reported", "growth_code", "plan_code");

    private static final Pattern CODE = Pattern.compile("[a-z0-9_]+");

    ReportFields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        reported = List.copyOf(reported);
    }

    /**
     * Reads the list of a folder of templates.
     *
     * @throws vn.chitieu.catalog.DataException if there is none or a line of it cannot be used
     */
    static ReportFields read(Path templates) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<Reported> reported = new ArrayList<>();
        CsvFile.forEach(templates.resolve(FILE), COLUMNS, row -> {
            String indicator = row.text("indicator_code");
            String field = row.text("field_code");
            if (!CODE.matcher(field).matches()) {
                throw row.refused("field_code", WORDS.text("report.field.code"));
            }
            if (indicator.isEmpty() || fields.putIfAbsent(indicator, field) != null) {
                throw row.refused("indicator_code", WORDS.text("report.field.indicator"));
            }
            switch (row.text("is_reported")) {
                case "true" -> reported.add(new Reported(indicator, row.text("growth_code"), row.text("plan_code")));
                case "false" -> {}
                default -> throw row.refused("is_reported", WORDS.text("report.field.reported"));
            }
        });
        return new ReportFields(fields, reported);
    }

    String of(String indicatorCode) {
        return fields.getOrDefault(indicatorCode, OTHER);
    }

    /** Returns the codes of all fields, sorted. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>(fields.values());
        codes.add(OTHER);
        return codes;
    }
}
