package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.markup.Markup.Attribute;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.text.PlainText;

/** What the parts of a page in one language share: where to write, what about, in which words, under which names. */
public record PageBlock(Markup page, ProgrammeAttainment programme, TargetTexts texts) {

    String text(String key, Object... arguments) {
        return texts.texts().text(key, arguments);
    }

    String name(Target target) {
        return PlainText.shortened(target.name(texts.language()));
    }

    /** Returns an identity within the page. */
    String id(String name) {
        return texts.language().code() + "-" + name;
    }

    /** Returns the identity of a target's row in the table. */
    String rowId(Target target) {
        return id("r-" + indexOf(target));
    }

    /** Returns the identity of a target's card. */
    String cardId(Target target) {
        return id("c-" + indexOf(target));
    }

    /** Returns what the identities of the parts of a target's card begin with. */
    String targetName(Target target) {
        return "t-" + indexOf(target);
    }

    /** Opens a section with its heading. */
    void openSection(String name) {
        page.open("section", attribute("aria-labelledby", id(name))).line();
        page.leaf("h2", text("page." + name), attribute("id", id(name))).line();
    }

    /** Opens a container that scrolls by itself, reachable by keyboard. */
    void openScroll(String labelledBy) {
        page.open(
                "div",
                styled("scroll"),
                attribute("role", "region"),
                attribute("tabindex", "0"),
                attribute("aria-labelledby", labelledBy));
    }

    /** Writes the verdict as a symbol and a word. */
    void chip(VerdictWord verdict) {
        page.open("span", styled("chip v-" + verdict.code()));
        page.leaf("i", verdict.symbol(), attribute("aria-hidden", "true"));
        page.text(" " + verdict.word(texts.texts())).close();
    }

    /** Writes a cell with a number. */
    void cell(String number) {
        page.leaf("td", number, styled("n"));
    }

    /** Writes a cell with a number, or the sign for none. */
    void cell(OptionalDouble value, int decimals) {
        cell(number(value, decimals));
    }

    /** Writes a smaller second line of a cell, if there is one. */
    void small(String text) {
        if (!text.isEmpty()) {
            page.text(" ").leaf("small", text);
        }
    }

    void columnHead(String text, Attribute... more) {
        Attribute[] attributes = new Attribute[more.length + 1];
        attributes[0] = attribute("scope", "col");
        System.arraycopy(more, 0, attributes, 1, more.length);
        page.leaf("th", text, attributes);
    }

    void rowHead(String text) {
        page.leaf("th", text, attribute("scope", "row"));
    }

    String number(OptionalDouble value, int decimals) {
        return texts.numbers().number(value, decimals);
    }

    private int indexOf(Target target) {
        return IntStream.range(0, programme.targets().size())
                .filter(i -> programme.targets().get(i).id().equals(target.id()))
                .findFirst()
                .orElseThrow();
    }
}
