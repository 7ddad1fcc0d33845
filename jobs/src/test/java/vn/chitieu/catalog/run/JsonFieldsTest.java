package vn.chitieu.catalog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonFieldsTest {

    @Test
    void fieldsAreReadByTheirTypes() throws JsonProcessingException {
        JsonFields fields =
                fields("{'a': 'x', 'b': 9000000000, 'c': true, 'd': ['y'], 'e': {'f': 1}, 'g': [{'h': 'z'}]}");

        assertThat(fields.text("a")).isEqualTo("x");
        assertThat(fields.number("b")).isEqualTo(9_000_000_000L);
        assertThat(fields.truth("c")).isTrue();
        assertThat(fields.texts("d")).isEqualTo(List.of("y"));
        assertThat(fields.numbers("e")).isEqualTo(Map.of("f", 1L));
        assertThat(fields.each("g", item -> item.text("h"))).isEqualTo(List.of("z"));
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsRefused() throws JsonProcessingException {
        JsonFields fields = fields("{'a': null, 'b': 1.5, 'c': 'true', 'd': [1], 'e': {'f': 'x'}}");

        assertRefused(() -> fields.text("none"));
        assertRefused(() -> fields.text("a"));
        assertRefused(() -> fields.number("b"));
        assertRefused(() -> fields.truth("c"));
        assertRefused(() -> fields.texts("d"));
        assertRefused(() -> fields.numbers("e"));
        assertRefused(() -> fields.each("e", item -> item));
    }

    @Test
    void fieldsOfOtherNamesAreRefused() throws JsonProcessingException {
        JsonFields fields = fields("{'a': 'x', 'b': 1}");

        assertThat(fields.only("b", "a", "c")).isSameAs(fields);
        assertRefused(() -> fields.only("a"));
    }

    private static JsonFields fields(String json) throws JsonProcessingException {
        return new JsonFields(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(reading);
    }
}
