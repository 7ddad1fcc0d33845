package vn.chitieu.source.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One data set of an SDMX-ML message while it is read: what its levels say reaches each observation, and the nearer
 * level wins.
 *
 * <p>In a data set that deletes, the lowest level that is named is deleted: an observation, a series without
 * observations, the whole data set. What upper levels say of attributes is then no part of what is named.
 */
final class SdmxDataSet {

    /** Rows wait for the groups, which may follow them. */
    private record Waiting(int line, Map<String, String> components) {}

    final SdmxHeader.Structure structure;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final Map<String, String> series = new LinkedHashMap<>();
    final Map<String, String> observation = new LinkedHashMap<>();
    final Map<String, String> group = new LinkedHashMap<>();

    private final String file;
    private final String action;
    private final SdmxGroups groups;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean isSeriesEmpty = true;
    private boolean isEmpty = true;
    private int emptySeries;

    SdmxDataSet(SdmxHeader.Structure structure, String file, String action, SdmxGroups groups) {
        this.structure = structure;
        this.file = file;
        this.action = action;
        this.groups = groups;
    }

    private boolean isDeletion() {
        return action.equals("D");
    }

    void beginSeries() {
        series.clear();
        isSeriesEmpty = true;
        isEmpty = false;
    }

    void endGroup() {
        isEmpty = false;
        groups.add(group);
        group.clear();
    }

    /** Takes an observation as a row. */
    void endObservation(int line, Set<String> knownAttributes) {
        isSeriesEmpty = false;
        isEmpty = false;
        Map<String, String> components = new LinkedHashMap<>(series);
        if (isDeletion()) {
            components.keySet().removeIf(id -> knownAttributes.contains(id) || SdmxComponents.isAttribute(id));
        }
        put(components, observation);
        waiting.add(new Waiting(line, components));
        observation.clear();
    }

    /** Takes a series without observations as a row, if it is to be deleted. */
    void endSeries(int line) {
        if (isSeriesEmpty && isDeletion()) {
            waiting.add(new Waiting(line, new LinkedHashMap<>(series)));
        } else if (isSeriesEmpty) {
            emptySeries++;
        }
        series.clear();
    }

    /** Returns how many series have no observation and ask for nothing. */
    int emptySeries() {
        return emptySeries;
    }

    int rows() {
        return waiting.size();
    }

    /** Hands on the rows of the whole data set. */
    void end(int line, Set<String> keysOfGroups, Consumer<SourceRow> rows) {
        if (isEmpty && isDeletion()) {
            waiting.add(new Waiting(line, Map.of()));
        }
        for (Waiting row : waiting) {
            Map<String, String> components = new LinkedHashMap<>();
            if (!isDeletion()) {
                put(components, attributes);
                if (!groups.isEmpty()) {
                    Map<String, String> said = groups.of(row.components(), keysOfGroups);
                    put(components, said);
                }
            }
            put(components, row.components());
            components.put(SdmxMessage.STRUCTURE_ID, structure.identity());
            components.put(SdmxMessage.ACTION, action);
            rows.accept(new SourceRow(
                    file,
                    row.line(),
                    entry(row.components()),
                    "",
                    components,
                    row.components().toString()));
        }
    }

    /** Returns the codes of the series and its period, as far as a message needs them. */
    private String entry(Map<String, String> components) {
        List<String> codes = new ArrayList<>();
        components.forEach((id, code) -> {
            boolean isKey = !id.equals(SdmxHeader.TIME)
                    && !id.equals(SdmxMl.OBS_VALUE)
                    && !SdmxComponents.isAttribute(id)
                    && !code.isEmpty();
            if (isKey && codes.size() < 12) {
                codes.add(code);
            }
        });
        String period = components.getOrDefault(SdmxHeader.TIME, "");
        String series = String.join(".", codes);
        return series.isEmpty() || period.isEmpty() ? series + period : series + " " + period;
    }

    /** What is empty says nothing and leaves what an upper level says. */
    private static void put(Map<String, String> components, Map<String, String> nearer) {
        nearer.forEach((id, value) -> {
            if (!value.isEmpty() || !components.containsKey(id)) {
                components.put(id, value);
            }
        });
    }
}
