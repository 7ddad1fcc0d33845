package vn.chitieu.notebook.programme;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.PlainText;

/** Findings in the words of one language: how grave, of what sort, about what. */
public final class FindingTexts {

    private static final List<String> SEVERITIES = List.of("error", "warning", "information");

    /** The gravest first, then the latest. */
    public static final Comparator<MartRow> GRAVEST_FIRST = Comparator.comparingInt(FindingTexts::rank)
            .thenComparing((MartRow row) -> row.text("kind_code"))
            .thenComparing((MartRow row) -> row.text("period"), Comparator.reverseOrder())
            .thenComparing(row -> row.text("area_code"))
            .thenComparing(row -> row.text("indicator_code"))
            .thenComparing(row -> row.text("finding_id"));

    private final TargetTexts texts;
    private final CodeNames areas;
    private final CodeNames indicators;

    public FindingTexts(MartReader reader, TargetTexts texts) {
        this.texts = texts;
        this.areas = CodeNames.of(reader, MartTables.DIM_AREA, texts.language());
        this.indicators = CodeNames.of(reader, MartTables.DIM_INDICATOR, texts.language());
    }

    /** Returns how grave a finding is: 0 an error, 1 a warning, 2 information. */
    public static int rank(MartRow finding) {
        int rank = SEVERITIES.indexOf(finding.text("severity_code"));
        return rank < 0 ? SEVERITIES.size() : rank;
    }

    public String severity(MartRow finding) {
        return texts.word("severity.", finding.text("severity_code"), 30);
    }

    public String kind(MartRow finding) {
        return texts.word("kind.", finding.text("kind_code"), 30);
    }

    /** Returns the name of the area; the code where the tables have none. */
    String area(MartRow finding) {
        return PlainText.shortened(areas.of(finding.text("area_code")));
    }

    /** Returns the name of the indicator; the code where the tables have none. */
    public String indicator(MartRow finding) {
        return PlainText.shortened(indicators.of(finding.text("indicator_code")));
    }

    public String period(MartRow finding) {
        return texts.period(finding.text("period"));
    }

    /** Returns where a finding is, on one line: area, indicator and period, as far as it has them. */
    public String subject(MartRow finding) {
        return Stream.of(area(finding), indicator(finding), period(finding))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Returns the sentence of a finding; of an audit, with the targets it is about. */
    public String message(MartRow finding) {
        String message = PlainText.oneLine(finding.label("message", texts.language()));
        String subject = PlainText.oneLine(finding.text("subject"));
        int targets = subject.indexOf(' ');
        return finding.text("kind_code").equals("audit") && targets > 0
                ? texts.texts()
                        .text("finding.targets", subject.substring(targets + 1).replace("+", ", "), message)
                : message;
    }
}
