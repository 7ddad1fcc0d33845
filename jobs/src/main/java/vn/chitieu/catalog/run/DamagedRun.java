package vn.chitieu.catalog.run;

import java.util.List;

/**
 * A run that is not as it was written and that nobody asked for, so that it only has to be told of.
 *
 * @param files that are missing or changed, by name
 */
public record DamagedRun(RunId runId, List<String> files) {

    public DamagedRun {
        files = List.copyOf(files);
    }
}
