package vn.chitieu.programme;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitieu.text.LocalizedText;

/**
 * A government's targets for one year.
 *
 * @param areaCode a code of {@code CL_AREA}, as it was when the targets were set
 * @param closedOn last day of the territory; null while it exists
 * @param closingReason why it closed; null while it exists
 * @param groups in the order of the programme
 * @param targets in the order of the programme
 */
public record Programme(
        String programmeId,
        LocalizedText name,
        String areaCode,
        int year,
        LocalDate adoptedOn,
        Basis adoptedOnBasis,
        @Nullable LocalDate closedOn,
        @Nullable LocalizedText closingReason,
        String source,
        List<TargetGroup> groups,
        List<Target> targets)
        implements Serializable {

    /** @throws ContradictionException if a target or group is given twice, or a target names no group of ours */
    public Programme {
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
        Set<Integer> groupNos = new HashSet<>();
        for (TargetGroup group : groups) {
            if (!groupNos.add(group.groupNo())) {
                throw new ContradictionException("group_again", programmeId, group.groupNo());
            }
        }
        Set<String> ids = new HashSet<>();
        for (Target target : targets) {
            if (!ids.add(target.id())) {
                throw new ContradictionException("target_again", programmeId, target.id());
            }
            if (target.groupNo() != null && !groupNos.contains(target.groupNo())) {
                throw new ContradictionException("no_group", target.id(), programmeId, target.groupNo());
            }
        }
    }

    /** Where a programme stands on a day. */
    public enum Status {
        NOT_YET_ADOPTED,
        IN_FORCE,
        /** The territory is dissolved: the figures are those of its last day. */
        CLOSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns where the programme stands on a day. */
    public Status status(LocalDate asOf) {
        if (asOf.isBefore(adoptedOn)) {
            return Status.NOT_YET_ADOPTED;
        }
        return closedOn != null && asOf.isAfter(closedOn) ? Status.CLOSED : Status.IN_FORCE;
    }

    /** Returns the day whose knowledge counts: the as-of date, or the territory's last day if that is earlier. */
    public LocalDate evaluatedOn(LocalDate asOf) {
        return closedOn != null && closedOn.isBefore(asOf) ? closedOn : asOf;
    }

    /** Returns a target by its id. */
    public Optional<Target> target(String targetId) {
        return targets.stream().filter(t -> t.id().equals(targetId)).findFirst();
    }
}
