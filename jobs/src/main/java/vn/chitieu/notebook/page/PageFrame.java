package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.text.Resources;
import vn.chitieu.text.Language;
import vn.chitieu.text.Words;

/**
 * What every page is set in: one file that needs no network, in Vietnamese and English, well-formed XML under a strict
 * content-security policy. Without its script it shows both languages, Vietnamese first.
 */
final class PageFrame {

    private static final String STYLE = Resources.text("page.css");
    private static final String SCRIPT = Resources.text("page.js");
    /** A page from a disk has no host, and so nothing of its own kind but files; no page from a host can load one. */
    private static final String FROM_FILES = " 'self' file:";

    private static final Words WORDS = Words.of("notebook");

    private final Language open;
    private final String title;
    private final List<String> scripts;
    private final List<String> places;

    /**
     * A frame.
     *
     * @param open the language that the page opens in
     * @param title in that language
     * @param scripts run after the page is read, besides the one of every page
     */
    PageFrame(Language open, String title, List<String> scripts) {
        this(open, title, scripts, List.of());
    }

    /**
     * A frame that also runs scripts of files.
     *
     * @param places of the files, seen from the page
     */
    PageFrame(Language open, String title, List<String> scripts, List<String> places) {
        this.open = open;
        this.title = title;
        this.scripts = List.copyOf(scripts);
        this.places = List.copyOf(places);
    }

    /**
     * Returns the page, the same text for the same content whatever the machine.
     *
     * @param content writes the {@code main} element in a language
     */
    String around(BiConsumer<Markup, Language> content) {
        Markup page = new Markup();
        page.open("html", attribute("lang", open.code())).line().open("head").line();
        page.empty("meta", attribute("charset", "utf-8")).line();
        page.empty("meta", attribute("http-equiv", "Content-Security-Policy"), attribute("content", policy()))
                .line();
        meta(page, "viewport", "width=device-width, initial-scale=1");
        meta(page, "color-scheme", "light dark");
        meta(page, "referrer", "no-referrer");
        page.leaf("title", title).line();
        page.open("style").verbatim(STYLE).closeLine();
        page.open("script").verbatim(SCRIPT).closeLine();
        page.closeLine().open("body").line();
        languageSwitch(page);
        for (Language language : Language.values()) {
            content.accept(page, language);
        }
        scripts.forEach(script -> page.open("script").verbatim(script).closeLine());
        places.forEach(place -> page.open("script", attribute("src", place)).closeLine());
        page.closeLine().closeLine();
        return "<!DOCTYPE html>\n" + page;
    }

    /** Opens the content of a page in a language. */
    static void open(Markup page, Language language, String title) {
        page.open(
                        "main",
                        attribute("lang", language.code()),
                        styled("site in-" + language.code()),
                        attribute("data-title", title))
                .line();
    }

    /**
     * Opens the content of a page beside the first: its title, a sentence about it, and the way to the first page.
     *
     * @param folders from the page up to the export
     */
    static void open(Markup page, Language language, String title, String about, String folders) {
        open(page, language, title);
        page.open("header").leaf("h1", title).line();
        page.leaf("p", about, styled("dates")).line();
        page.open("p")
                .leaf(
                        "a",
                        WORDS.in(language).text("site.title"),
                        attribute("href", folders + "index.html#" + language.code()))
                .closeLine();
        page.closeLine();
    }

    /**
     * Returns what a browser may load and run for the page: its own style sheet and scripts, and the empty style sheet
     * that Plotly fills; nothing else. A sum of a file beside it would not do: from a disk browsers refuse to look.
     */
    private String policy() {
        String hashes = Stream.concat(Stream.of(SCRIPT), scripts.stream())
                .map(PageFrame::hash)
                .collect(Collectors.joining("' '"));
        return "default-src 'none'; style-src '" + hash(STYLE) + "' '" + hash("") + "'; script-src '" + hashes + "'"
                + (places.isEmpty() ? "" : FROM_FILES) + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expecting SHA-256, which every Java platform has", e);
        }
    }

    private static void meta(Markup page, String name, String content) {
        page.empty("meta", attribute("name", name), attribute("content", content))
                .line();
    }

    private void languageSwitch(Markup page) {
        String label = Stream.of(Language.values())
                .map(language -> WORDS.in(language).text("page.language"))
                .collect(Collectors.joining(" / "));
        page.open("div", styled("switch"), attribute("role", "group"), attribute("aria-label", label));
        for (Language language : Language.values()) {
            page.leaf(
                    "button",
                    WORDS.in(language).text("language.name"),
                    attribute("type", "button"),
                    attribute("lang", language.code()),
                    attribute("data-language", language.code()),
                    attribute("aria-pressed", String.valueOf(language == open)));
        }
        page.closeLine();
    }
}
