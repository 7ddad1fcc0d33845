package vn.chitieu.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedTest {

    record Value(String text, LocalDate day, List<Double> numbers) implements Serializable {}

    record Held(Object what) implements Serializable {}

    @Test
    void aValueComesOutAsItWentIn() {
        Value value = new Value("số", LocalDate.of(2025, 6, 30), List.of(0.1, -0.0, Double.MIN_VALUE));
        Sealed<Value> sealed = Sealed.of(value);

        assertThat(sealed.open()).isEqualTo(value);
        assertThat(Sealed.of(new Held(sealed)).open().what())
                .isInstanceOfSatisfying(
                        Sealed.class, inner -> assertThat(inner.open()).isInstanceOf(Value.class));
    }

    @Test
    void whatRepeatsItselfIsSmall() {
        ArrayList<String> alike = new ArrayList<>(Collections.nCopies(10_000, "a figure of some area and some year"));

        assertThat(Sealed.of(alike).size()).isLessThan(2_000);
    }

    @Test
    void aValueThatCannotTravelIsNamed() {
        assertThatThrownBy(() -> Sealed.of(new Held(new Object())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("java.lang.Object");
    }
}
