package vn.chitieu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

    private static final Path HOME = Path.of(System.getProperty("chitieu.home"));
    private static final Path MAIN = HOME.resolve("jobs/src/main/java/vn/chitieu");

    /** A class of more than one word in backquotes, perhaps with the beginning of a method. */
    private static final Pattern CLASS = Pattern.compile("`((?:[A-Z][a-z0-9]+){2,})(?:#(\\w+))?…?`");

    static List<Path> documents() throws IOException {
        try (Stream<Path> notes = Files.walk(HOME.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "datasets/README.md")
                                    .map(HOME::resolve),
                            notes.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatADocumentNamesIsThere(Path document) throws IOException {
        Map<String, Path> sources = sources();
        Set<String> missing = new TreeSet<>();
        Matcher named = CLASS.matcher(Files.readString(document));
        while (named.find()) {
            Path source = sources.get(named.group(1));
            String member = named.group(2) == null ? "" : named.group(2);
            if (source == null || !Files.readString(source).contains(" " + member)) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void contributingNamesEveryPackageWithItsSentence() throws IOException {
        List<String> expected;
        try (Stream<Path> all = Files.walk(MAIN)) {
            expected = all.filter(file -> file.endsWith("package-info.java"))
                    .map(DocumentsTest::line)
                    .toList();
        }
        assertThat(Files.readString(HOME.resolve("CONTRIBUTING.md"))
                        .split("## Packages\n", -1)[1]
                        .lines())
                .filteredOn(line -> line.startsWith("| `"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theReadmeNamesEveryProgrammeThatIsShipped() throws IOException {
        List<String> shipped;
        try (Stream<Path> files = Files.list(HOME.resolve("datasets/programme"))) {
            shipped = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> "`" + name.replace(".yaml", "") + "`")
                    .toList();
        }
        assertThat(shipped).isNotEmpty();
        assertThat(Files.readString(HOME.resolve("README.md"))).contains(shipped);
    }

    @Test
    void theLicenceOfThePomIsTheOneThatIsThere() throws IOException {
        assertThat(Files.readString(HOME.resolve("pom.xml"))).contains("<name>Apache-2.0</name>");
        assertThat(Files.readString(HOME.resolve("LICENSE"))).contains("Apache License", "Version 2.0, January 2004");
    }

    @Test
    void theChangelogTellsOfTheVersionOfThePom() throws IOException {
        Matcher version =
                Pattern.compile("<version>(.+?)</version>").matcher(Files.readString(HOME.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(Files.readString(HOME.resolve("CHANGELOG.md"))).contains("\n## " + version.group(1) + "\n");
    }

    /** Returns the source file of every class of the product, its tests and benchmarks. */
    private static Map<String, Path> sources() throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        try (Stream<Path> all = Files.walk(HOME.resolve("jobs/src"))) {
            all.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), file));
        }
        return sources;
    }

    private static String line(Path packageInfo) {
        String name = MAIN.relativize(packageInfo.getParent()).toString().replace('/', '.');
        try {
            String sentence = Files.readString(packageInfo)
                    .replaceAll("(?s).*?/\\*\\*(.*?)\\*/.*", "$1")
                    .replaceAll("\\s+\\*?\\s*", " ")
                    .strip();
            return "| `" + name + "` | " + sentence + " |";
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read " + packageInfo, e);
        }
    }
}
