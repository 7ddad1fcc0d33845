package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.notebook.text.Resources;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** Ready queries for DuckDB over the published tables, for readers who use neither a notebook nor a BI tool. */
public final class QueryPage {

    /** The name of its file in an export. */
    public static final String FILE = "queries.html";

    /** Separated by an empty line; names are those of English. */
    private static final List<String> QUERIES =
            Arrays.asList(Resources.text("queries.sql").strip().split("\n\n"));

    private static final Words WORDS = Words.of("notebook");

    private QueryPage() {}

    /**
     * Returns the page, the same text for the same tables whatever the machine.
     *
     * @param programmes of one run, at least one; the queries begin with the one of the latest year that has the most
     *     probabilities
     */
    public static String of(List<ProgrammeAttainment> programmes) {
        Language open = programmes.get(0).language();
        String variables = variables(programmes);
        return new PageFrame(open, WORDS.in(open).text("query.title"), List.of())
                .around((page, language) -> block(page, language, variables));
    }

    private static void block(Markup page, Language language, String variables) {
        Texts words = WORDS.in(language);
        PageFrame.open(page, language, words.text("query.title"), words.text("query.how"), "");
        page.open("section", styled("chapter")).line();
        page.leaf("h2", words.text("query.variables")).line();
        page.leaf("p", words.text("query.variables.how")).line();
        code(page, variables);
        page.closeLine();
        for (int i = 0; i < QUERIES.size(); i++) {
            page.open("section", styled("chapter")).line();
            page.leaf("h2", (i + 1) + ". " + words.text("query." + (i + 1))).line();
            code(page, QUERIES.get(i).replaceAll("_en\\b", "_" + language.code()));
            page.closeLine();
        }
        page.closeLine();
    }

    private static void code(Markup page, String sql) {
        page.open("pre").leaf("code", sql).closeLine();
    }

    /** Returns the statements that name what the queries are about. */
    private static String variables(List<ProgrammeAttainment> programmes) {
        ProgrammeAttainment first = programmes.stream()
                .min(Comparator.comparing(ProgrammeAttainment::year, Comparator.reverseOrder())
                        .thenComparing(QueryPage::projected, Comparator.reverseOrder())
                        .thenComparing(ProgrammeAttainment::programmeId))
                .orElseThrow();
        String others = programmes.stream()
                .map(ProgrammeAttainment::programmeId)
                .filter(Predicate.not(first.programmeId()::equals))
                .map(id -> "  -- " + id)
                .collect(Collectors.joining());
        StringBuilder sql = new StringBuilder();
        sql.append(variable("programme", text(first.programmeId()))).append(others);
        sql.append('\n').append(variable("area", text(first.areaCode())));
        sql.append('\n').append(variable("year", String.valueOf(first.year())));
        sql.append('\n').append(variable("last_year", text(String.valueOf(first.year() - 1))));
        sql.append('\n').append(variable("since", "DATE '" + (first.year() - 2) + "-01-01'"));
        first.targets().stream()
                .filter(Target::isProjected)
                .findFirst()
                .or(() -> first.targets().stream().findFirst())
                .ifPresent(target -> sql.append('\n')
                        .append(variable("target", text(target.id())))
                        .append("  -- ")
                        .append(PlainText.oneLine(target.name(first.language())))
                        .append('\n')
                        .append(variable("indicator", text(target.headline().text("indicator_code")))));
        return sql.toString();
    }

    private static long projected(ProgrammeAttainment programme) {
        return programme.targets().stream().filter(Target::isProjected).count();
    }

    private static String variable(String name, String value) {
        return "SET VARIABLE " + name + " = " + value + ";";
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
