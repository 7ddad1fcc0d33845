package vn.chitieu.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.text.PlainText;

/** The exported pages as a reader has them: opened from disk in a real browser. */
@NullUnmarked // fields are filled by JUnit
@Tag("full")
class PagesInBrowserTest {

    private static final String AXE = "axe-core@4.14.1";
    private static final String AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

    /** A4 landscape less its margins, in CSS pixels of a 96th of an inch. */
    private static final int PRINTED_WIDTH = 1046;

    @TempDir
    private static Path folder;

    private static final String VIETNAMESE = "[data-language=vi]";

    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void startBrowser() throws Exception {
        Path npm = Files.createDirectory(folder.resolve("npm"));
        run(npm, "npm", "pack", "--silent", AXE);
        run(npm, "tar", "xzf", "axe-core-4.14.1.tgz");
        Path script = npm.resolve("package/axe.min.js");
        assertThat(Sha256.ofFile(script)).isEqualTo(AXE_SHA256);
        axe = Files.readString(script);
        browser = new Browser(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private static final Path SAMPLE = Path.of(System.getProperty("chitieu.home"), "notebooks-export");
    private static final Path SITE = SAMPLE.resolve(NotebookExport.PAGE);

    static List<Path> everyPage() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the pages of programmes. */
    static List<Path> pages() throws IOException {
        return everyPage().stream()
                .filter(page -> !SAMPLE.equals(page.getParent()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensWithoutErrorOrRequestAndDrawsEveryChart(Path page) throws Exception {
        open(page, 1280, "light");
        click(VIETNAMESE);
        scrollThrough();

        assertThat(browser.complaints()).isEmpty();
        int charts = number("document.querySelectorAll('html[lang=vi] .in-vi svg.chart').length");
        assertThat(charts).isGreaterThan(5);
        assertThat(number("Array.from(document.querySelectorAll('.in-vi svg.chart'))"
                        + ".filter(s => s.querySelectorAll('line,path,rect,polyline,circle,text').length > 3).length"))
                .isEqualTo(charts);
        int plots = number("document.querySelectorAll('.in-vi .plot').length");
        boolean isWithoutCourse = page.getParent().endsWith("philippines-2024"); // a year that is over, no accounts
        assertThat(plots).matches(count -> isWithoutCourse == (count == 0), "charts of a course unless none is shown");
        assertThat(plots).isEqualTo(number("document.querySelectorAll('.in-vi .plotted .plot .main-svg').length / 3"));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void hasNoSeriousFindingOfAccessibilityInEitherThemeAndLanguage(Path page) throws Exception {
        for (String scheme : List.of("light", "dark")) {
            open(page, 1280, scheme);
            scrollThrough();
            browser.value(axe + "; 0");
            for (String language : List.of("vi", "en")) {
                click("[data-language=" + language + "]");
                assertThat(findings()).as(page + " " + scheme + " " + language).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void filterAndLanguageSwitchWork(Path page) throws Exception {
        open(page, 1280, "light");
        click(VIETNAMESE);
        int all = number("document.querySelectorAll('.in-vi tr.target').length");
        String filter = number("document.querySelectorAll('.in-vi [data-filter=not_evaluable]').length") > 0
                ? "[data-filter=not_evaluable]"
                : "[data-filter]:not([data-filter=all])";
        click(".in-vi " + filter);
        int shown = number("document.querySelectorAll('.in-vi tr.target:not([hidden])').length");

        assertThat(shown).isPositive().isLessThan(all);
        assertThat(browser.value("document.querySelector('.in-vi [data-status]').textContent")
                        .asText())
                .isEqualTo("Đang hiện " + shown + "/" + all + " chỉ tiêu");

        click("[data-language=en]");
        assertThat(browser.value("document.documentElement.lang").asText()).isEqualTo("en");
        assertThat(number("document.querySelector('.in-vi').offsetHeight")).isZero();
        assertThat(number("document.querySelector('.in-en').offsetHeight")).isGreaterThan(1000);

        click(".in-en [data-filter=all]");
        assertThat(number("document.querySelectorAll('.in-en tr.target:not([hidden])').length"))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensInTheLanguageOfItsArea(Path page) throws Exception {
        boolean isEnglish = page.getParent().getFileName().toString().startsWith("philippines");

        open(page, 1280, "light");

        String language = isEnglish ? "en" : "vi";
        assertThat(browser.value("document.documentElement.lang").asText()).isEqualTo(language);
        assertThat(number("document.querySelector('.in-" + language + "').offsetHeight"))
                .isGreaterThan(1000);
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyControlIsReachedByKeyboard(Path page) throws Exception {
        open(page, 1280, "light");
        List<String> reached = new ArrayList<>();
        int controls = number("Array.from(document.querySelectorAll('a[href],button,input,summary,[tabindex]'))"
                + ".filter(control => control.offsetParent !== null).length");
        for (int i = 0; i < Math.min(12, controls); i++) {
            for (String type : List.of("keyDown", "keyUp")) {
                browser.call(
                        "Input.dispatchKeyEvent",
                        Map.of("type", type, "key", "Tab", "code", "Tab", "windowsVirtualKeyCode", 9));
            }
            reached.add(browser.value("document.activeElement.tagName").asText());
        }
        assertThat(reached).contains("BUTTON", "A").doesNotContain("BODY");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void printsOnA4(Path page) throws Exception {
        open(page, PRINTED_WIDTH, "light");
        click(VIETNAMESE);
        scrollThrough();
        browser.media("print", "light");

        assertThat(number("Math.max(...Array.from(document.querySelectorAll('.in-vi *'))"
                        + ".filter(e => e.offsetParent !== null && !e.closest('.unseen'))"
                        + ".map(e => Math.ceil(e.getBoundingClientRect().right)))"))
                .isLessThanOrEqualTo(PRINTED_WIDTH);
        assertThat(number("document.querySelectorAll('.in-vi svg.chart').length"))
                .isEqualTo(number("Array.from(document.querySelectorAll('.in-vi svg.chart'))"
                        + ".filter(s => s.getBoundingClientRect().width > 200).length"));
        byte[] pdf = Base64.getDecoder()
                .decode(browser.call("Page.printToPDF", Map.of("preferCSSPageSize", true))
                        .get("data")
                        .asText());
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).containsPattern("MediaBox \\[0 0 841\\.\\d+ 59\\d");
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void fitsAPhone(Path page) throws Exception {
        open(page, 390, "light");

        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(browser.complaints()).isEmpty();
    }

    /** At 600 px names, marks and numbers have no room side by side; widened again, the chart is the one of before. */
    @Test
    void noTextOfAChartIsCutWhateverTheWidth() throws Exception {
        Path page = SAMPLE.resolve("viet-nam-2025").resolve(NotebookExport.PAGE);
        for (String language : List.of("vi", "en")) {
            for (int width : List.of(1280, 900, 600)) {
                open(page, width, "light");
                click("[data-language=" + language + "]");
                scrollThrough();
                assertThat(cutTexts(language)).as(language + " " + width).isEmpty();
            }
            String drawings = "document.querySelectorAll('.in-" + language + " .graph:not(.plotted) .plot').length";
            assertThat(number(drawings)).isPositive();
            browser.call(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 1280, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            browser.value("(async () => { for (let i = 0; i < 600 && " + drawings
                    + " > 0; i++) await new Promise(done => setTimeout(done, 50)); return 0; })()");
            assertThat(number(drawings)).isZero();
            assertThat(cutTexts(language)).as(language + " widened").isEmpty();
        }
    }

    /** Returns the texts of charts in one language that begin before or end behind their chart. */
    private static String cutTexts(String language) {
        return browser.value(
                        "(() => { const cut = []; document.querySelectorAll('.in-" + language + " .plot .main-svg, .in-"
                                + language + " .graph svg.chart').forEach(chart => { const frame ="
                                + " chart.getBoundingClientRect(); if (frame.width < 2) return;"
                                + " chart.querySelectorAll('text').forEach(text => { const box ="
                                + " text.getBoundingClientRect(); if (box.width > 0 && (box.right > frame.right + 1 ||"
                                + " box.left < frame.left - 1)) cut.push(text.textContent); }); }); return cut.join(' | '); })()")
                .asText();
    }

    /** Of each target its plan, projection, chance and verdict stand side by side within one screen of a phone. */
    @Test
    void aTargetIsOneScreenOfAPhoneWithNothingCutOrBroken() throws Exception {
        Path export = folder.resolve("phone");
        NotebookExport.write(SampleProgramme.provincial(), export, PageScripts.BESIDE);
        open(export.resolve(SampleMarts.PROGRAMME).resolve(NotebookExport.PAGE), 390, "light");
        browser.value(axe + "; 0");
        for (String language : List.of("vi", "en")) {
            click("[data-language=" + language + "]");
            String table = ".in-" + language + " .attainment";

            assertThat(number("document.querySelector('" + table + "').closest('.scroll').scrollWidth"))
                    .isLessThanOrEqualTo(
                            number("document.querySelector('" + table + "').closest('.scroll').clientWidth"));
            int rows = number("document.querySelectorAll('" + table + " tr.target').length");
            assertThat(rows).isGreaterThan(5);
            assertThat(number("Array.from(document.querySelectorAll('" + table + " tr.target')).filter(row => {"
                            + "const top = row.getBoundingClientRect().top; return ['.name', '.verdict', '.c-plan',"
                            + " '.c-estimate,.reason', '.c-probability,.reason'].every(cell => { const box ="
                            + " row.querySelector(cell).getBoundingClientRect(); return box.width > 0 && box.left >= 0"
                            + " && box.right <= 390 && box.bottom - top < 400; }); }).length"))
                    .isEqualTo(rows);
            assertThat(browser.value("(() => { const broken = []; const texts = document.createTreeWalker("
                                    + "document.querySelector('" + table + "'), NodeFilter.SHOW_TEXT); while"
                                    + " (texts.nextNode()) { const node = texts.currentNode; if"
                                    + " (node.parentElement.closest('thead')) continue; for (const word of"
                                    + " node.data.matchAll(/\\S+/g)) { const range = document.createRange();"
                                    + " range.setStart(node, word.index); range.setEnd(node, word.index +"
                                    + " word[0].length); if (range.getClientRects().length > 1 &&"
                                    + " !/[-–]/.test(word[0])) broken.push(word[0]); } } return broken.join(' '); })()")
                            .asText())
                    .isEmpty();
            assertThat(browser.value("(() => { const cut = []; document.querySelectorAll('.in-" + language
                                    + " svg.chart').forEach(chart => { const frame = chart.getBoundingClientRect();"
                                    + " const ticks = []; chart.querySelectorAll('text').forEach(text => { const box ="
                                    + " text.getBoundingClientRect(); if (box.right > frame.right + 1 || box.left <"
                                    + " frame.left - 1) cut.push(text.textContent); if (/^(19|20)[0-9]{2}$/.test("
                                    + "text.textContent)) ticks.push(box); }); for (let i = 1; i < ticks.length; i++)"
                                    + " if (ticks[i - 1].left - ticks[i].right < 2) cut.push('years touch'); });"
                                    + " return cut.join(' | '); })()")
                            .asText())
                    .isEmpty();
            assertThat(findings()).isEmpty();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    /** Letters may be typed without their marks; what is found leads to its place on the page of its programme. */
    @Test
    void theFirstPageFindsATargetOfAnyProgramme() throws Exception {
        open(SITE, 1280, "light");
        int all = number("document.querySelectorAll('.in-vi .targets li').length");
        type("vi-search", "tang truong grdp");

        assertThat(number("document.querySelectorAll('.in-vi .targets li:not([hidden])').length"))
                .isPositive()
                .isLessThan(all);
        assertThat(number("document.querySelectorAll('.in-vi .programme:not([hidden])').length"))
                .isEqualTo(number("Array.from(document.querySelectorAll('.in-vi .programme')).filter(p => "
                        + "p.querySelector('li:not([hidden])')).length"));
        type("vi-search", "");
        assertThat(number("document.querySelectorAll('.in-vi .targets li:not([hidden])').length"))
                .isEqualTo(all);
        List<String> places = new ArrayList<>();
        browser.value("Array.from(document.querySelectorAll('a')).map(a => a.getAttribute('href'))")
                .forEach(place -> places.add(place.asText()));
        assertThat(places).hasSizeGreaterThan(all).allSatisfy(place -> {
            String[] parts = place.split("#", -1);
            assertThat(SAMPLE.resolve(parts[0])).exists();
            if (parts.length > 1 && parts[1].contains("-")) {
                assertThat(Files.readString(SAMPLE.resolve(parts[0]))).contains("id=\"" + parts[1] + "\"");
            }
        });
        assertThat(browser.complaints()).isEmpty();
    }

    /** A past report is found by the text of a target, which leads to its row there; without accessibility findings. */
    @Test
    void theFirstPageFindsAPastReportByTheTextOfATarget() throws Exception {
        SampleMarts marts = new SampleMarts();
        SampleTargets.revenue(marts);
        SampleTargets.night(marts, "2025-04-30", 1, 0.4, "2025-04-30", "billion_vnd");
        SampleTargets.night(marts, "2025-05-31", 2, 0.5, "2025-05-31", "billion_vnd");
        Path export = folder.resolve("past-reports");
        NotebookExport.write(marts.reader(), export, PageScripts.BESIDE);
        Path page = export.resolve(NotebookExport.PAGE);
        for (int width : List.of(1280, 390)) {
            open(page, width, "dark");
            click(VIETNAMESE);
            String past = "Array.from(document.querySelectorAll('.in-vi li[data-programme]:not([hidden])"
                    + " > a, .in-vi li[data-programme]:not([hidden]) li a')).map(a => a.getAttribute('href')).join(' ')";

            type("vi-search", "31/5 thu noi dia");
            assertThat(browser.value(past).asText())
                    .isEqualTo("past/2025-05-31.html#vi-p-mau-2025 past/2025-05-31.html#vi-p-mau-2025-0");
            type("vi-search", "thu noi dia");
            assertThat(number("document.querySelectorAll('.in-vi li[data-programme]:not([hidden])').length"))
                    .isEqualTo(2);
            type("vi-search", "khong co muc nao");
            assertThat(browser.value(past).asText()).isEmpty();
            type("vi-search", "");
            assertThat(number("document.querySelectorAll('.in-vi li[data-programme] li').length"))
                    .isZero();
            type("vi-search", "noi dia");
            browser.value(axe + "; 0");
            assertThat(findings()).isEmpty();
            assertThat(number("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isZero();
        }
        open(export.resolve("past/2025-05-31.html"), 390, "light");
        assertThat(number("document.querySelectorAll('#vi-p-mau-2025-0').length"))
                .isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void hostileLabelsRunNothing() throws Exception {
        List<String> labels = HostileLabels.all().toList();
        for (int i = 0; i < labels.size(); i++) {
            Path export = folder.resolve("hostile-" + i);
            NotebookExport.write(LabelledMarts.of(labels.get(i)), export, PageScripts.BESIDE);
            for (String page : List.of(
                    SampleMarts.PROGRAMME + "/" + NotebookExport.PAGE,
                    NotebookExport.PAGE,
                    "past/2025-05-31.html",
                    "glossary.html",
                    "queries.html")) {
                open(export.resolve(page), 1280, "light");
                scrollThrough();
                isInert(page + ": " + PlainText.cut(labels.get(i), 80));
                boolean isOfData = !page.equals("glossary.html");
                String shown =
                        PlainText.cut(PlainText.oneLine(labels.get(i)), 100).replaceAll("…$", "");
                assertThat(browser.value("document.body.textContent").asText().contains(shown))
                        .as(page + ": " + shown)
                        .isEqualTo(isOfData);
            }
            open(export.resolve(NotebookExport.PAGE), 1280, "light");
            type("vi-search", "31/5"); // the names of what is found are written by the script
            isInert("search");
        }
    }

    private static void isInert(String where) {
        assertThat(browser.complaints()).as(where).isEmpty();
        assertThat(browser.value("document.title").asText()).as(where).isNotEqualTo("x");
        assertThat(number("document.querySelectorAll('img, iframe, a[href^=\"javascript\" i], [onload], [onerror]')"
                        + ".length"))
                .as(where)
                .isZero();
    }

    private static void open(Path page, int width, String scheme) throws Exception {
        browser.size(width, 900);
        browser.media("screen", scheme);
        browser.open(page);
    }

    /**
     * Shows every part of the page once, so that what is drawn when it is seen is drawn. A browser without a screen may
     * leave out a frame: no step waits longer than a second for one.
     */
    private static void scrollThrough() {
        browser.value("(async () => { const pause = ms => new Promise(r => setTimeout(r, ms));"
                + " const frame = () => Promise.race([new Promise(r => requestAnimationFrame(r)), pause(1000)]);"
                + " for (let y = 0; y < document.body.scrollHeight; y += 700) { window.scrollTo(0, y); await frame();"
                + " await pause(30); } for (let i = 0; i < 100"
                + " && document.querySelector('html[lang=vi] .in-vi .graph:not(.plotted) .plot:not([hidden])'); i++) {"
                + " await pause(50); } window.scrollTo(0, 0); return 0; })()");
    }

    private static void type(String id, String text) {
        browser.value("(() => { const box = document.getElementById('" + id + "'); box.value = '" + text
                + "'; box.dispatchEvent(new Event('input')); return 0; })()");
    }

    private static void click(String selector) {
        browser.value("document.querySelector('" + selector + "').click(); 0");
    }

    private static int number(String expression) {
        return browser.value(expression).asInt();
    }

    private static List<String> findings() {
        JsonNode violations = browser.value("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')))");
        List<String> found = new ArrayList<>();
        violations.forEach(violation -> found.add(violation.asText()));
        return found;
    }

    private static void run(Path where, String... command) throws Exception {
        Path log = where.resolve("log.txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("Expecting " + command[0] + " to start; run .ci/install-tools", e);
        }
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as(String.join(" ", command))
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
