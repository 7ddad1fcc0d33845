package vn.chitieu.catalog.run;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of an object of JSON, each of which must be there and of its type. Jackson would set up a reader for each
 * record by reflection, which costs many times what it reads.
 */
final class JsonFields {

    private final JsonNode object;

    JsonFields(JsonNode object) {
        this.object = object;
    }

    /** Refuses fields of other names. */
    JsonFields only(String... names) throws JsonMappingException {
        List<String> found = new ArrayList<>();
        object.fieldNames().forEachRemaining(found::add);
        found.removeAll(List.of(names));
        if (!found.isEmpty()) {
            throw new JsonMappingException(null, "Expecting the fields " + List.of(names) + " but was " + found);
        }
        return this;
    }

    String text(String name) throws JsonMappingException {
        return required(name, object.path(name).isTextual(), "a text").asText();
    }

    long number(String name) throws JsonMappingException {
        JsonNode field = object.path(name);
        return required(name, field.isIntegralNumber() && field.canConvertToLong(), "a whole number")
                .asLong();
    }

    boolean truth(String name) throws JsonMappingException {
        return required(name, object.path(name).isBoolean(), "true or false").asBoolean();
    }

    /** Returns the texts of a list. */
    List<String> texts(String name) throws JsonMappingException {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : required(name, object.path(name).isArray(), "a list")) {
            if (!item.isTextual()) {
                throw new JsonMappingException(null, "Expecting texts as '" + name + "' but was " + item);
            }
            texts.add(item.asText());
        }
        return texts;
    }

    /** Returns the numbers of an object by their names. */
    SortedMap<String, Long> numbers(String name) throws JsonMappingException {
        JsonNode numbers = required(name, object.path(name).isObject(), "an object");
        JsonFields fields = new JsonFields(numbers);
        List<String> names = new ArrayList<>();
        numbers.fieldNames().forEachRemaining(names::add);
        SortedMap<String, Long> found = new TreeMap<>();
        for (String field : names) {
            found.put(field, fields.number(field));
        }
        return found;
    }

    /** Returns what the objects of a list hold. */
    <T> List<T> each(String name, Reading<T> reading) throws JsonMappingException {
        List<T> items = new ArrayList<>();
        for (JsonNode item : required(name, object.path(name).isArray(), "a list")) {
            items.add(reading.of(new JsonFields(item)));
        }
        return items;
    }

    private JsonNode required(String name, boolean isExpected, String expected) throws JsonMappingException {
        if (!isExpected) {
            throw new JsonMappingException(
                    null, "Expecting " + expected + " as '" + name + "' but was " + object.path(name));
        }
        return object.path(name);
    }

    /**
     * Reads one object.
     *
     * @param <T> what it holds
     */
    interface Reading<T> {
        T of(JsonFields fields) throws JsonMappingException;
    }
}
