package vn.chitieu.notebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chitieu.notebook.ProgrammeAttainment.Target;

/**
 * How many groups of a programme are met, as leaders count them, and how many single targets have each verdict.
 *
 * @param met groups of which every target is reached
 * @param notMet groups of which a target is known not to be reached yet
 * @param notEvaluable groups of which nothing is known against, but not every target can be judged
 */
record RollUp(int met, int notMet, int notEvaluable, Map<VerdictWord, Integer> targets) {

    RollUp {
        targets = Map.copyOf(targets);
    }

    /** What is known of a group. */
    enum Outcome {
        MET,
        NOT_MET,
        NOT_EVALUABLE
    }

    /**
     * Returns the counts. Groups are those with a number; a programme without any counts each target by itself. Only
     * the headline version of a target counts.
     */
    static RollUp of(ProgrammeAttainment programme) {
        Map<Outcome, Integer> groups = new EnumMap<>(Outcome.class);
        for (List<Target> group : counted(programme)) {
            groups.merge(outcome(group), 1, Integer::sum);
        }
        Map<VerdictWord, Integer> targets = new EnumMap<>(VerdictWord.class);
        for (Target target : programme.targets()) {
            targets.merge(target.verdict(), 1, Integer::sum);
        }
        return new RollUp(
                groups.getOrDefault(Outcome.MET, 0),
                groups.getOrDefault(Outcome.NOT_MET, 0),
                groups.getOrDefault(Outcome.NOT_EVALUABLE, 0),
                targets);
    }

    /** Returns what is known of the targets of one group together. */
    static Outcome outcome(List<Target> group) {
        if (group.stream().allMatch(t -> t.verdict().isMet())) {
            return Outcome.MET;
        }
        return group.stream().allMatch(t -> t.verdict().isMet() || t.verdict() == VerdictWord.NOT_EVALUABLE)
                ? Outcome.NOT_EVALUABLE
                : Outcome.NOT_MET;
    }

    int groups() {
        return met + notMet + notEvaluable;
    }

    int count(VerdictWord verdict) {
        return targets.getOrDefault(verdict, 0);
    }

    int targetCount() {
        return targets.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the sentence for leaders: groups met, not met and not to be judged. */
    String sentence(Texts texts) {
        return texts.text("rollup.groups", met, groups(), notMet, notEvaluable);
    }

    /** Returns the sentence on the single targets, naming only verdicts that occur. */
    String outlook(Texts texts) {
        List<String> parts = new ArrayList<>();
        for (VerdictWord verdict : VerdictWord.values()) {
            if (count(verdict) > 0) {
                parts.add(count(verdict) + " " + verdict.word(texts));
            }
        }
        return texts.text("rollup.targets", targetCount(), parts.stream().collect(Collectors.joining(", ")));
    }

    private static List<List<Target>> counted(ProgrammeAttainment programme) {
        List<List<Target>> numbered = programme.groups().stream()
                .filter(group -> group.get(0).dimension().integer("group_no").isPresent())
                .toList();
        return numbered.isEmpty() ? programme.groups() : numbered;
    }
}
