package vn.chitieu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {

    @Test
    void theNameWithFewestChangedLettersComesFirst() {
        assertThat(NearMiss.of("gdrp", List.of("imports", "exports", "gdp", "grdp")))
                .containsExactly("gdp", "grdp", "exports");
    }

    @Test
    void caseAndTheOrderOfTheListDoNotCount() {
        assertThat(NearMiss.of("VN-hg", List.of("VN-ST", "VN-HG"))).containsExactly("VN-HG", "VN-ST");
        assertThat(NearMiss.of("b", List.of("d", "c", "a"))).containsExactly("a", "c", "d");
    }

    @Test
    void nothingIsNearToAnEmptyList() {
        assertThat(NearMiss.of("grdp", List.of())).isEmpty();
    }
}
