package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.List;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** The words of pages, reports and tables, explained in both languages. */
public final class GlossaryPage {

    /** The name of its file within an export. */
    public static final String NAME = "glossary.html";

    private static final Words WORDS = Words.of("notebook");

    private GlossaryPage() {}

    /** Returns the page. */
    public static String of(Language open) {
        return new PageFrame(open, WORDS.in(open).text("glossary.title"), List.of()).around(GlossaryPage::block);
    }

    /** Returns the codes of the terms, in the order of a language. */
    static List<String> terms(Texts words) {
        return List.of(words.text("glossary.terms").split(", "));
    }

    /** Writes a link to the page from one that lies some folders below the export. */
    static void link(Markup page, Texts words, Language language, String folders) {
        page.leaf("a", words.text("glossary.title"), attribute("href", folders + NAME + "#" + language.code()));
    }

    private static void block(Markup page, Language language) {
        Texts words = WORDS.in(language);
        PageFrame.open(page, language, words.text("glossary.title"), words.text("glossary.note"), "");
        page.open("dl", styled("glossary")).line();
        for (String term : terms(words)) {
            page.leaf(
                    "dt",
                    words.text("glossary." + term),
                    attribute("id", language.code() + "-" + term.replace('_', '-')));
            page.leaf("dd", words.text("glossary." + term + ".text")).line();
        }
        page.close().closeLine();
    }
}
