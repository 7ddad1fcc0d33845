package vn.chitieu.observation.bulk;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of a bulk delivery; the two add up to the delivered rows.
 *
 * @param accepted rows that are observations
 * @param quarantinedByRule rows not used, by the rule that they broke
 */
public record BulkResult(long accepted, Map<String, Long> quarantinedByRule) {

    public BulkResult {
        quarantinedByRule = Collections.unmodifiableMap(new TreeMap<>(quarantinedByRule));
    }

    /** Returns how many rows are quarantined. */
    public long quarantined() {
        return quarantinedByRule.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many rows were delivered. */
    public long delivered() {
        return accepted + quarantined();
    }
}
