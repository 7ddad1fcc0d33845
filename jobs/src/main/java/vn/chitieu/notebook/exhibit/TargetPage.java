package vn.chitieu.notebook.exhibit;

import java.util.List;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;

/**
 * All that is published about one target, in one language.
 *
 * @param paragraphs what the year will bring, what it needs, or why nothing is known
 * @param exhibits history, path, outcome, pace, data
 */
public record TargetPage(Target target, String heading, List<String> paragraphs, List<Exhibit> exhibits) {

    public TargetPage {
        paragraphs = List.copyOf(paragraphs);
        exhibits = List.copyOf(exhibits);
    }
}
