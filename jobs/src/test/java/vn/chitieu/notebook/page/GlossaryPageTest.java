package vn.chitieu.notebook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

class GlossaryPageTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTermIsExplainedInTheOrderOfItsLanguage(Language language) {
        Texts words = Words.of("notebook").in(language);
        List<String> terms = GlossaryPage.terms(words);
        String page = GlossaryPage.of(language);

        assertThat(terms).doesNotHaveDuplicates().hasSizeGreaterThan(15);
        assertThat(terms).allSatisfy(term -> {
            assertThat(page).contains("id=\"" + language.code() + "-" + term.replace('_', '-') + "\"");
            assertThat(words.text("glossary." + term + ".text")).endsWith(".");
        });
        List<String> names = new ArrayList<>();
        terms.forEach(term -> names.add(words.text("glossary." + term)));
        assertThat(names).isSortedAccordingTo(Collator.getInstance(Locale.forLanguageTag(language.code())));
    }

    @Test
    void bothLanguagesExplainTheSameTerms() {
        Words words = Words.of("notebook");

        assertThat(Set.copyOf(GlossaryPage.terms(words.in(Language.VI))))
                .isEqualTo(Set.copyOf(GlossaryPage.terms(words.in(Language.EN))));
    }
}
