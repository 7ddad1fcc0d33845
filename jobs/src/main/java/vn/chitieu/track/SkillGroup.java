package vn.chitieu.track;

/**
 * A group of statements.
 *
 * @param scope {@link #SERIES} or {@link #TARGETS}
 * @param indicatorCode {@link #ALL} for every indicator
 * @param months {@link #ALL}, or 3, 6 or 9 where the year was known that far
 * @param vintageKind {@link #ALL}, {@code real_time} or {@code pseudo}
 */
public record SkillGroup(String areaCode, String scope, String indicatorCode, String months, String vintageKind) {

    public static final String ALL = "all";
    public static final String SERIES = "series";
    public static final String TARGETS = "target";
}
