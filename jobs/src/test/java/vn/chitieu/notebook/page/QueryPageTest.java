package vn.chitieu.notebook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.chitieu.notebook.LabelledMarts;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.rows.MartReader;

/** That the queries run is seen on the tables of a night. */
class QueryPageTest {

    private static Document parsed(MartReader marts) throws Exception {
        String page = QueryPage.of(List.of(ProgrammeAttainment.of(marts, SampleMarts.PROGRAMME)));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.substring("<!DOCTYPE html>".length()))));
    }

    @Test
    void asksTenQuestionsInEachLanguageWithTheNamesOfThatLanguage() throws Exception {
        NodeList codes = parsed(SampleProgramme.provincial()).getElementsByTagName("pre");

        assertThat(codes.getLength()).isEqualTo(2 * (1 + 10));
        for (int i = 0; i < codes.getLength(); i++) {
            assertThat(codes.item(i).getTextContent()).doesNotContainPattern(i < 11 ? "_en\\b" : "_vi\\b");
        }
        assertThat(codes.item(0).getTextContent())
                .contains("SET VARIABLE programme = 'mau-2025';", "SET VARIABLE year = 2025;")
                .contains("SET VARIABLE last_year = '2024';", "SET VARIABLE since = DATE '2023-01-01';");
    }

    @ParameterizedTest
    @MethodSource("vn.chitieu.notebook.HostileLabels#all")
    void whateverATargetIsCalledDuckDbTakesTheVariablesAndNothingMore(String label) throws Exception {
        Document page = parsed(LabelledMarts.of(label));

        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("CREATE TABLE run AS SELECT 1 AS one");
            statement.execute(page.getElementsByTagName("pre").item(0).getTextContent());
            try (ResultSet row =
                    statement.executeQuery("SELECT getvariable('programme'), getvariable('target'), one FROM run")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(SampleMarts.PROGRAMME);
                assertThat(row.getString(2)).isEqualTo("1");
                assertThat(row.getInt(3)).isEqualTo(1);
            }
        }
    }
}
