package vn.chitieu.notebook.markup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON inside a {@code script} element that is data. */
final class ScriptJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ScriptJson() {}

    /** Returns JSON that can neither end its element nor begin another: no markup, no line separators. */
    static String of(JsonNode figure) {
        try {
            return MAPPER.writeValueAsString(figure)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expecting a tree of JSON to be written", e);
        }
    }
}
