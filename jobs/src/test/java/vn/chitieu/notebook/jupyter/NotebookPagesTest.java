package vn.chitieu.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.notebook.LabelledMarts;
import vn.chitieu.notebook.NotebookExport;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.RememberedMarts;

/** The notebooks as files; that their cells run is seen in Jupyter itself. */
class NotebookPagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @Tag("full")
    void nbformatAcceptsEveryNotebook(@TempDir Path folder) throws Exception {
        NotebookExport.write(SampleProgramme.provincial(), folder.resolve("sample"), PageScripts.BESIDE);
        NotebookExport.write(
                LabelledMarts.of("</script><script>\\ $x$ `"), folder.resolve("hostile"), PageScripts.BESIDE);
        Path log = folder.resolve("log.txt");
        Process python = new ProcessBuilder(
                        "/usr/bin/python3",
                        "-c",
                        """
                        import pathlib, sys, nbformat
                        files = [f for d in sys.argv[1:] for f in sorted(pathlib.Path(d).rglob('*.ipynb'))]
                        for f in files:
                            nbformat.validate(nbformat.read(str(f), as_version=nbformat.NO_CONVERT))
                        print(len(files))
                        """,
                        folder.toString(),
                        Path.of(System.getProperty("chitieu.home"), "notebooks-export")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(python.waitFor())
                .as("python3-nbformat, which .ci/install-tools installs: " + Files.readString(log))
                .isZero();
        assertThat(Integer.parseInt(Files.readString(log).strip())).isGreaterThanOrEqualTo(24);
    }

    @ParameterizedTest
    @MethodSource("vn.chitieu.notebook.HostileLabels#all")
    void aLabelStaysTextInMarkdownInCodeAndInOutputs(String label) throws Exception {
        for (JsonNode notebook : notebooks(LabelledMarts.of(label)).values()) {
            for (JsonNode cell : notebook.get("cells")) {
                String source = text(cell.get("source"));
                if (cell.get("cell_type").asText().equals("markdown")) {
                    assertThat(source)
                            .doesNotContain("<")
                            .doesNotContainPattern("(?<!\\\\)[\\[`]x")
                            .doesNotContainPattern("(?<!\\\\)]\\(");
                } else if (source.startsWith("Table ")) {
                    assertThat(source.lines().filter(line -> !line.startsWith("    .")))
                            .allMatch(line -> line.matches("Table [a-zA-Z_]+ = notebook\\.mart\\(\"[a-z_]+\"\\)")
                                    || line.matches("notebook\\.show\\(\"[a-z0-9-]+\"\\);")
                                    || line.matches("notebook\\.printed\\([a-zA-Z_]+\\)"));
                }
                for (JsonNode output : cell.path("outputs")) {
                    String markup = text(output.at("/data/text~1html"));
                    assertThat(namesOf(markup))
                            .doesNotContain("script", "img", "a", "iframe", "href", "src")
                            .noneMatch(name -> name.startsWith("on"));
                }
            }
        }
    }

    /** Returns the names of all elements and attributes. */
    private static Set<String> namesOf(String markup) throws XMLStreamException {
        Set<String> names = new TreeSet<>();
        XMLStreamReader reader =
                XMLInputFactory.newFactory().createXMLStreamReader(new StringReader("<all>" + markup + "</all>"));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                names.add(reader.getLocalName());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    names.add(reader.getAttributeLocalName(i));
                }
            }
        }
        return names;
    }

    private static Map<String, JsonNode> notebooks(MartReader reader) throws IOException {
        Map<String, JsonNode> notebooks = new TreeMap<>();
        for (Map.Entry<String, String> file : NotebookExport.files(
                        RememberedMarts.of(reader), SampleMarts.PROGRAMME, PageScripts.INSIDE)
                .entrySet()) {
            if (file.getKey().endsWith(".ipynb")) {
                notebooks.put(file.getKey(), JSON.readTree(file.getValue()));
            }
        }
        return notebooks;
    }

    private static String text(JsonNode lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
