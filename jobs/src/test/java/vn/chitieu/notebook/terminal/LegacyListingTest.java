package vn.chitieu.notebook.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.text.Language;

class LegacyListingTest {

    @Test
    void aTargetCarriedOnStandsBesideItsPlanWithTheIntervalOfTheShare() {
        String text = LegacyListing.text(SampleProgramme.carriedOn(), SampleMarts.PROGRAMME, Language.VI, 140);

        // 8,100 of a plan of 8,300; 1.2816 standard errors of 100 to both sides
        assertThat(text)
                .startsWith("Ước theo tỷ trọng cuối cùng đã biết của địa bàn cũ (mau-2025): không phải số công bố")
                .contains("8.300", "8.100", "7.972 … 8.228", "97,6%");
    }

    @Test
    void withoutAFigureToShareTheListingSaysSo() {
        assertThat(LegacyListing.text(SampleProgramme.small(), SampleMarts.PROGRAMME, Language.EN, 140))
                .contains("the new area has published no figure", "the assessment stays closed");
    }
}
