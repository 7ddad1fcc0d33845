package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries of {@code docs/bi.md}, to be run as they stand. */
final class BiGuide {

    private static final Pattern HEADING = Pattern.compile("^#{2,3} ([^\\n]+)$", Pattern.MULTILINE);
    private static final Pattern QUERY = Pattern.compile("```sql\\n(.*?);\\s*```", Pattern.DOTALL);

    private BiGuide() {}

    /** Returns the query below each heading, in the order of the guide. */
    static Map<String, String> queries() throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("chitieu.home"), "docs", "bi.md"));
        Map<String, String> queries = new LinkedHashMap<>();
        Matcher query = QUERY.matcher(guide);
        while (query.find()) {
            String heading = HEADING.matcher(guide.substring(0, query.start()))
                    .results()
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .group(1);
            queries.put(heading, query.group(1));
        }
        return queries;
    }

    /** Returns the rows that a query gives, each cell by the name of its column, as the database prints it. */
    static List<Map<String, String>> rows(Statement statement, String query) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.put(row.getMetaData().getColumnLabel(i), String.valueOf(row.getString(i)));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
