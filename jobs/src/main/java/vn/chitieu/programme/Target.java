package vn.chitieu.programme;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;

/**
 * One line of a programme: what is to be reached, by whom, and every version of it.
 *
 * @param groupNo number of the group it is part of; null for a target outside the numbered groups
 * @param unitCode a code of {@code CL_UNIT}, the unit of values and tolerance
 * @param formula how the figure is made from others; empty where nothing needs saying
 * @param note remarks on how the target is to be read; empty without
 * @param versions in the order of their numbers, at least one
 */
public record Target(
        String id,
        @Nullable Integer groupNo,
        LocalizedText name,
        Measure measure,
        String indicatorCode,
        String activityCode,
        String unitCode,
        Goal goal,
        LeadUnit leadUnit,
        String formula,
        String note,
        List<TargetVersion> versions)
        implements Serializable {

    /**
     * Numbers the versions: the first adopted is 0, the others follow by date of issue, those of one day as given.
     *
     * @throws ContradictionException if there is no version, a planning figure has no tolerance, a range has its ends
     *     exchanged or is missing, or another issuer claims to amend the programme
     */
    public Target {
        if (versions.isEmpty()) {
            throw new ContradictionException("no_version", id);
        }
        Double tolerance = goal.tolerance();
        if (goal.comparator().hasTolerance() && (tolerance == null || !(tolerance > 0))) {
            throw new ContradictionException("tolerance", id, tolerance == null ? "-" : tolerance);
        }
        versions = numbered(versions);
        TargetVersion first = versions.get(0);
        for (TargetVersion version : versions) {
            checkRange(id, goal.comparator(), version);
            if (version.relation() == VersionRelation.AMENDED_BY_SAME_ISSUER
                    && !version.issuer().vi().equals(first.issuer().vi())) {
                throw new ContradictionException("amended_by_other", id, first.issuer(), version.issuer());
            }
        }
    }

    /** Returns the same target of another indicator. */
    public Target about(String otherIndicatorCode) {
        return new Target(
                id,
                groupNo,
                name,
                measure,
                otherIndicatorCode,
                activityCode,
                unitCode,
                goal,
                leadUnit,
                formula,
                note,
                versions);
    }

    /** Returns how an outcome is held against the target. */
    public TargetComparator comparator() {
        return goal.comparator();
    }

    /** Returns half the width of the band of a planning figure; null for other comparators. */
    public @Nullable Double tolerance() {
        return goal.tolerance();
    }

    /**
     * Returns the outcomes that meet a version.
     *
     * @param value what the version asks for: its own value, or last year's where it names none; of a range the lower
     *     end
     */
    public TargetBand band(TargetVersion version, double value) {
        if (comparator() == TargetComparator.BETWEEN) {
            return new TargetBand(comparator(), value + version.halfWidth(), version.halfWidth());
        }
        Double tolerance = tolerance();
        return new TargetBand(
                comparator(), value, tolerance == null || !comparator().hasTolerance() ? 0 : tolerance);
    }

    /** Returns the versions issued on or before a day. */
    public List<TargetVersion> versionsAsOf(LocalDate asOf) {
        return versions.stream().filter(v -> !v.issuedOn().isAfter(asOf)).toList();
    }

    /**
     * Returns the version that stands for the target on a day: the programme's own, as last amended by its issuer; for
     * a target that only others set, the first they set. Empty if none was issued yet.
     */
    public Optional<TargetVersion> headline(LocalDate asOf) {
        boolean isOfProgramme = versions.stream().anyMatch(v -> v.relation().isOfProgramme());
        List<TargetVersion> known = versionsAsOf(asOf);
        if (!isOfProgramme) {
            return known.stream().findFirst();
        }
        return known.stream().filter(v -> v.relation().isOfProgramme()).reduce((earlier, later) -> later);
    }

    private static void checkRange(String id, TargetComparator comparator, TargetVersion version) {
        Double value = version.value();
        Double to = version.rangeTo();
        if (to == null || value == null) {
            if (comparator == TargetComparator.BETWEEN) {
                throw new ContradictionException("no_range", id, version.issuedOn());
            }
            return;
        }
        boolean isUpward = comparator.isFloor() || comparator == TargetComparator.BETWEEN;
        if (!isUpward && !comparator.isCeiling()) {
            throw new ContradictionException("range_of_point", id, version.issuedOn());
        }
        if (isUpward ? to <= value : to >= value) {
            throw new ContradictionException(
                    isUpward ? "range_exchanged" : "range_exchanged.ceiling",
                    id,
                    version.issuedOn(),
                    PrintedNumber.shortest(value),
                    PrintedNumber.shortest(to));
        }
    }

    private static List<TargetVersion> numbered(List<TargetVersion> given) {
        List<TargetVersion> ordered = new ArrayList<>(given);
        ordered.sort(Comparator.comparing(TargetVersion::issuedOn));
        ordered.stream()
                .filter(v -> v.relation() == VersionRelation.ADOPTED)
                .findFirst()
                .ifPresent(adopted -> {
                    ordered.remove(adopted);
                    ordered.add(0, adopted);
                });
        List<TargetVersion> numbered = new ArrayList<>();
        for (TargetVersion v : ordered) {
            numbered.add(v.numbered(numbered.size()));
        }
        return List.copyOf(numbered);
    }
}
