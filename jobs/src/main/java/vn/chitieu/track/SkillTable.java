package vn.chitieu.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The skill of the program beside the rules in daily use, and of persons beside the program, group by group. */
public final class SkillTable {

    private static final Set<Integer> MONTHS = Set.of(3, 6, 9);

    private SkillTable() {}

    /** The order of a table, and what its rows are told apart by. */
    private record Place(SkillGroup group, String source, String against) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::group).thenComparing(Place::source).thenComparing(Place::against);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Returns every group that has a pair of statements which came out, in order. */
    public static List<Skill> of(TrackRecord record) {
        SortedMap<Statement, SortedMap<String, TrackEntry>> occasions = new TreeMap<>(Statement.OCCASIONS);
        for (TrackEntry entry : record.entries()) {
            if (entry.isResolved()) {
                occasions
                        .computeIfAbsent(entry.statement(), occasion -> new TreeMap<>())
                        .put(entry.statement().source(), entry);
            }
        }
        SortedMap<Place, List<Skill.Pair>> pairs = new TreeMap<>();
        for (SortedMap<String, TrackEntry> sources : occasions.values()) {
            TrackEntry own = sources.get(Sources.OWN);
            if (own != null) {
                sources.forEach((source, entry) -> {
                    boolean isRule = source.equals(Sources.GROWTH_RULE) || source.equals(Sources.PLAN_RULE);
                    if (isRule) {
                        add(pairs, Sources.OWN, source, new Skill.Pair(own, entry));
                    } else if (!source.equals(Sources.OWN)) {
                        add(pairs, source, Sources.OWN, new Skill.Pair(entry, own));
                    }
                });
            }
        }
        return pairs.entrySet().stream()
                .map(place -> new Skill(
                        place.getKey().group(),
                        place.getKey().source(),
                        place.getKey().against(),
                        place.getValue()))
                .toList();
    }

    private static void add(SortedMap<Place, List<Skill.Pair>> pairs, String source, String against, Skill.Pair pair) {
        for (SkillGroup group : groups(pair.own().statement())) {
            pairs.computeIfAbsent(new Place(group, source, against), place -> new ArrayList<>())
                    .add(pair);
        }
    }

    /** Kinds of vintages are told apart over the whole year only, so that groups stay large enough to say something. */
    private static List<SkillGroup> groups(Statement statement) {
        Subject subject = statement.subject();
        String area = subject.series().areaCode();
        String scope = subject.isTarget() ? SkillGroup.TARGETS : SkillGroup.SERIES;
        int month = statement.occasion().month(subject.year());
        List<SkillGroup> groups = new ArrayList<>();
        for (String indicator : List.of(SkillGroup.ALL, subject.series().indicatorCode())) {
            groups.add(new SkillGroup(area, scope, indicator, SkillGroup.ALL, SkillGroup.ALL));
            groups.add(new SkillGroup(
                    area,
                    scope,
                    indicator,
                    SkillGroup.ALL,
                    statement.occasion().vintageKind().code()));
            if (MONTHS.contains(month)) {
                groups.add(new SkillGroup(area, scope, indicator, String.valueOf(month), SkillGroup.ALL));
            }
        }
        return groups;
    }
}
