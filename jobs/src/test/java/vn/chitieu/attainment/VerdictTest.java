package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void everyVerdictHasACodeThatLeadsBackAndASymbolOfItsOwn() {
        assertThat(Verdict.values()).allSatisfy(verdict -> assertThat(Verdict.ofCode(verdict.code()))
                .isEqualTo(verdict));
        assertThat(Stream.of(Verdict.values()).map(verdict -> verdict.code() + " " + verdict.symbol()))
                .containsExactly(
                        "exceeded ✓+",
                        "achieved ✓",
                        "likely ▲",
                        "uncertain ◆",
                        "unlikely ▼",
                        "missed ✗",
                        "not_evaluable ○");
    }

    @Test
    void anotherCodeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.ofCode("LIKELY"))
                .withMessage("Expecting a verdict but was 'LIKELY'");
    }
}
