package vn.chitieu.notebook.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.text.Texts;

/**
 * How many groups of a programme are met, as leaders count them, and how many single targets have each verdict. The
 * verdict of a group is the worst of its targets, but one that cannot be judged leaves the group open unless another is
 * missed. Only the headline version of a target counts.
 *
 * @param groups verdict of each group, in the order of the programme
 * @param targets how many targets have each verdict
 */
public record RollUp(Map<String, VerdictWord> groups, Map<VerdictWord, Integer> targets) {

    private static final List<VerdictWord> WORST_FIRST = List.of(
            VerdictWord.MISSED,
            VerdictWord.NOT_EVALUABLE,
            VerdictWord.UNLIKELY,
            VerdictWord.UNCERTAIN,
            VerdictWord.LIKELY,
            VerdictWord.ACHIEVED);

    private static final List<VerdictWord> OPEN =
            List.of(VerdictWord.LIKELY, VerdictWord.UNCERTAIN, VerdictWord.UNLIKELY);

    public RollUp {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        targets = Map.copyOf(targets);
    }

    /**
     * Returns the counts. Groups are those with a number; a programme without any counts each target by itself. A group
     * without any version of a target so far cannot be judged.
     */
    public static RollUp of(ProgrammeAttainment programme) {
        Map<String, VerdictWord> groups = new LinkedHashMap<>();
        programme.groupNumbers().forEach(number -> groups.put("group " + number, VerdictWord.NOT_EVALUABLE));
        boolean isGrouped = !groups.isEmpty();
        for (List<Target> group : programme.groups()) {
            String key = group.get(0).groupKey();
            if (!isGrouped || groups.containsKey(key)) {
                groups.put(key, verdict(group));
            }
        }
        Map<VerdictWord, Integer> targets = new EnumMap<>(VerdictWord.class);
        for (Target target : programme.targets()) {
            targets.merge(target.verdict(), 1, Integer::sum);
        }
        return new RollUp(groups, targets);
    }

    /** Returns how many targets of some programmes have each verdict; their groups are not those of one programme. */
    public static RollUp together(Collection<ProgrammeAttainment> programmes) {
        Map<VerdictWord, Integer> targets = new EnumMap<>(VerdictWord.class);
        programmes.forEach(
                programme -> programme.targets().forEach(target -> targets.merge(target.verdict(), 1, Integer::sum)));
        return new RollUp(Map.of(), targets);
    }

    /** Returns the verdict of the targets of one group together. */
    static VerdictWord verdict(List<Target> group) {
        return WORST_FIRST.stream()
                .filter(word -> group.stream().anyMatch(target -> target.verdict() == word))
                .findFirst()
                .orElse(VerdictWord.EXCEEDED);
    }

    /** Returns the key of the text that says whether a group is met. */
    public static String outcomeKey(List<Target> group) {
        VerdictWord verdict = verdict(group);
        if (verdict.isMet()) {
            return "outcome.met";
        }
        if (verdict == VerdictWord.MISSED) {
            return "outcome.missed";
        }
        return verdict == VerdictWord.NOT_EVALUABLE ? "outcome.not_evaluable" : "outcome.open";
    }

    public int count(VerdictWord verdict) {
        return targets.getOrDefault(verdict, 0);
    }

    public int targetCount() {
        return targets.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the sentence for leaders: groups met, missed for good, still open and not to be judged. */
    public String sentence(Texts texts) {
        long met = groups(VerdictWord.EXCEEDED) + groups(VerdictWord.ACHIEVED);
        return texts.text(
                "rollup.groups",
                met,
                groups.size(),
                groups(VerdictWord.MISSED),
                open(),
                groups(VerdictWord.NOT_EVALUABLE));
    }

    /** Returns the sentence on what is expected of the groups that are still open; nothing if there is none. */
    public Optional<String> outlook(Texts texts) {
        List<String> parts = new ArrayList<>();
        for (VerdictWord verdict : OPEN) {
            if (groups(verdict) > 0) {
                parts.add(groups(verdict) + " " + verdict.word(texts));
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.text("rollup.outlook", open(), String.join(", ", parts)));
    }

    /** Returns the sentence on the single targets, naming only verdicts that occur. */
    public String parts(Texts texts) {
        List<String> parts = new ArrayList<>();
        for (VerdictWord verdict : VerdictWord.values()) {
            if (count(verdict) > 0) {
                parts.add(count(verdict) + " " + verdict.word(texts));
            }
        }
        return texts.text("rollup.targets", targetCount(), String.join(", ", parts));
    }

    private long open() {
        return OPEN.stream().mapToLong(this::groups).sum();
    }

    private long groups(VerdictWord verdict) {
        return groups.values().stream().filter(v -> v == verdict).count();
    }
}
