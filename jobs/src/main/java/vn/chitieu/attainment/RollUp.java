package vn.chitieu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import vn.chitieu.programme.LocalizedText;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.TargetGroup;

/**
 * How many of a programme's numbered targets are met. A group is met when each of its numbered parts is; the headline
 * version of each part counts.
 *
 * @param groupVerdicts by group number in the order of the programme: the worst verdict of its parts, except that
 *     {@link Verdict#MISSED} comes before {@link Verdict#NOT_EVALUABLE}, as one missed part decides the group
 * @param partVerdicts how many headline rows have each verdict, those outside the numbered groups included
 * @param headline the count of groups in one sentence
 * @param outlook what is expected of the groups not achieved so far, in one sentence
 * @param parts the count of rows in one sentence
 * @param heading what must stand above the counts: that the programme is closed or not yet adopted; usually empty
 */
public record RollUp(
        List<GroupVerdict> groupVerdicts,
        Map<Verdict, Integer> partVerdicts,
        LocalizedText headline,
        LocalizedText outlook,
        LocalizedText parts,
        Optional<LocalizedText> heading) {

    public RollUp {
        groupVerdicts = List.copyOf(groupVerdicts);
        partVerdicts = Collections.unmodifiableMap(new TreeMap<>(partVerdicts));
    }

    /** The verdict of one numbered group. */
    public record GroupVerdict(int groupNo, Verdict verdict) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Returns the counts of a programme.
     *
     * @param rows of {@link Attainment#judge} for the same programme and date, in any order
     */
    public static RollUp of(Programme programme, LocalDate asOf, List<TargetAttainment> rows) {
        List<TargetAttainment> headlines = rows.stream()
                .filter(r -> r.isHeadline() && r.programmeId().equals(programme.programmeId()))
                .toList();
        List<GroupVerdict> groups = new ArrayList<>();
        for (TargetGroup group : programme.groups()) {
            List<Verdict> ofGroup = headlines.stream()
                    .filter(r -> r.groupNo() != null && r.groupNo() == group.groupNo())
                    .map(TargetAttainment::verdict)
                    .toList();
            groups.add(new GroupVerdict(group.groupNo(), verdict(ofGroup)));
        }
        EnumMap<Verdict, Integer> parts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            parts.put(verdict, (int)
                    headlines.stream().filter(r -> r.verdict() == verdict).count());
        }
        ToIntFunction<Verdict> count = verdict ->
                (int) groups.stream().filter(g -> g.verdict() == verdict).count();
        int achieved = count.applyAsInt(Verdict.ACHIEVED);
        int notEvaluable = count.applyAsInt(Verdict.NOT_EVALUABLE);
        int open = groups.size() - achieved - notEvaluable;
        return new RollUp(
                groups,
                parts,
                sentence("rollup.headline", achieved, groups.size(), open, notEvaluable),
                sentence(
                        "rollup.outlook",
                        open,
                        count.applyAsInt(Verdict.LIKELY),
                        count.applyAsInt(Verdict.UNCERTAIN),
                        count.applyAsInt(Verdict.UNLIKELY),
                        count.applyAsInt(Verdict.MISSED)),
                sentence(
                        "rollup.parts",
                        headlines.size(),
                        count(parts, Verdict.ACHIEVED),
                        count(parts, Verdict.LIKELY),
                        count(parts, Verdict.UNCERTAIN),
                        count(parts, Verdict.UNLIKELY),
                        count(parts, Verdict.MISSED),
                        count(parts, Verdict.NOT_EVALUABLE)),
                heading(programme, asOf));
    }

    private static Verdict verdict(List<Verdict> parts) {
        if (parts.isEmpty()) {
            return Verdict.NOT_EVALUABLE;
        }
        List<Verdict> worstFirst =
                List.of(Verdict.MISSED, Verdict.NOT_EVALUABLE, Verdict.UNLIKELY, Verdict.UNCERTAIN, Verdict.LIKELY);
        return worstFirst.stream().filter(parts::contains).findFirst().orElse(Verdict.ACHIEVED);
    }

    private static Optional<LocalizedText> heading(Programme programme, LocalDate asOf) {
        return switch (programme.standing(asOf)) {
            case IN_FORCE -> Optional.empty();
            case CLOSED -> Optional.of(Words.of("rollup.closed", Words.day(programme.evaluatedOn(asOf))));
            case NOT_YET_ADOPTED ->
                Optional.of(Words.of("rollup.not_yet_adopted", Words.day(asOf), Words.day(programme.adoptedOn())));
        };
    }

    private static int count(Map<Verdict, Integer> counts, Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    private static LocalizedText sentence(String key, int... counts) {
        LocalizedText[] texts = new LocalizedText[counts.length];
        for (int i = 0; i < counts.length; i++) {
            texts[i] = Words.number(counts[i]);
        }
        return Words.of(key, texts);
    }
}
