package vn.chitieu.source.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a declaration says of the parts of an SDMX message that no column reads.
 *
 * @param structure the identity that every row must have, such as {@code IMF:ECOFIN(1.0)}
 * @param components the codes that an unread component may have, by its id; {@link #ANY} alone for whatever it is
 */
public record SdmxTerms(Optional<String> structure, Map<String, Set<String>> components) {

    /** In the place of codes: the component has no effect on the figures. */
    public static final String ANY = "*";

    /** Nothing is said. */
    public static final SdmxTerms NONE = new SdmxTerms(Optional.empty(), Map.of());

    public SdmxTerms {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    }

    /** Returns whether a component was declared to be of no effect. */
    boolean isOfNoEffect(String component) {
        return components.getOrDefault(component, Set.of()).contains(ANY);
    }

    /** Returns the codes that an unread component may have, if they were declared. */
    Optional<Set<String>> codes(String component) {
        return Optional.ofNullable(components.get(component)).filter(codes -> !codes.contains(ANY));
    }
}
