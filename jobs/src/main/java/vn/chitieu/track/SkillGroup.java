package vn.chitieu.track;

import java.util.Comparator;

/**
 * A group of statements.
 *
 * @param scope {@link #SERIES} or {@link #TARGETS}
 * @param indicatorCode {@link #ALL} for every indicator
 * @param months {@link #ALL}, or 3, 6 or 9 where the year was known that far
 * @param vintageKind {@link #ALL}, {@code real_time} or {@code pseudo}
 */
public record SkillGroup(String areaCode, String scope, String indicatorCode, String months, String vintageKind)
        implements Comparable<SkillGroup> {

    public static final String ALL = "all";
    public static final String SERIES = "series";
    public static final String TARGETS = "target";

    private static final Comparator<SkillGroup> ORDER = Comparator.comparing(SkillGroup::areaCode)
            .thenComparing(SkillGroup::scope)
            .thenComparing(SkillGroup::indicatorCode)
            .thenComparing(SkillGroup::months)
            .thenComparing(SkillGroup::vintageKind);

    @Override
    public int compareTo(SkillGroup other) {
        return ORDER.compare(this, other);
    }
}
