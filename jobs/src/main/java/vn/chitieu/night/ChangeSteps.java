package vn.chitieu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.attainment.ChangeCause;
import vn.chitieu.attainment.ChangeExplanation;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.ChangeExplanation.Origin;
import vn.chitieu.attainment.ChangeExplanation.Step;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.mart.PreviousRun;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.programme.Programme;

/**
 * What moved since the run before, cause by cause: the method on the figures of that run, then the day, then what was
 * revised and what is new, indicator by indicator and delivery by delivery, then the version of the target.
 *
 * <p>Only areas are looked at of which a number moved. Figures that change none of a target are told apart by halving:
 * where all of a stretch together change none, none of it is looked at alone.
 */
final class ChangeSteps {

    private final Set<String> areas;
    private final List<Programme> programmes;
    private final PreviousRun previous;
    private final RunIdentity identity;
    private final Replay replay;
    private final Figures known;
    private final SortedMap<Origin, List<Observation>> revised = new TreeMap<>();
    private final SortedMap<Origin, List<Observation>> added = new TreeMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> coarse = new ArrayList<>();

    private ChangeSteps(
            DayStages stages, Set<String> areas, PreviousRun previous, RunIdentity identity, Figures observations) {
        this.areas = Set.copyOf(areas);
        this.programmes = stages.programmes();
        this.previous = previous;
        this.identity = identity;
        this.replay = new Replay(stages, areas);
        Figures.Builder before = new Figures.Builder();
        for (Observation vintage : observations) {
            if (!vintage.isVisible(identity.asOf())) {
                continue;
            }
            if (previous.hasVintage(vintage)) {
                before.add(vintage);
            } else {
                (previous.hasFigure(vintage) ? revised : added)
                        .computeIfAbsent(
                                new Origin(vintage.key().indicatorCode(), vintage.deliveryId()),
                                origin -> new ArrayList<>())
                        .add(vintage);
            }
        }
        this.known = before.build();
    }

    /**
     * Returns the changes of every number of a programme in force and of the series of its area; none where no number
     * changed.
     *
     * @param previous with the numbers of those areas
     * @param now what the run makes of the observations
     */
    static List<Change> of(
            DayStages stages, PreviousRun previous, RunIdentity identity, Figures observations, Computed now) {
        SortedMap<String, TrackedQuantities> last =
                now.standing(areas(stages.programmes(), identity.asOf()), stages.programmes(), Map.of());
        last.values().removeIf(area -> !area.isMovedFrom(previous.standing()));
        if (last.isEmpty()) {
            return List.of();
        }
        ChangeSteps changes = new ChangeSteps(stages, last.keySet(), previous, identity, observations);
        changes.count(changes.withOldTargets(now), TrackedQuantities.together(last.values()));
        List<Change> all = new ArrayList<>(
                ChangeExplanation.of(previous.standing(), changes.steps, TrackedQuantities.Quantity::isOfTarget));
        all.addAll(ChangeExplanation.of(previous.standing(), changes.coarse, quantity -> !quantity.isOfTarget()));
        return all;
    }

    /** Returns the areas of the programmes in force. */
    static SortedSet<String> areas(Collection<Programme> programmes, LocalDate asOf) {
        TreeSet<String> areas = new TreeSet<>();
        programmes.stream()
                .filter(programme -> programme.status(asOf) != Programme.Status.NOT_YET_ADOPTED)
                .forEach(programme -> areas.add(programme.areaCode()));
        return areas;
    }

    private void count(TrackedQuantities withOldTargets, TrackedQuantities last) {
        LocalDate asOf = identity.asOf();
        boolean isSameMethod = previous.hasMethodOf(identity);
        if (!isSameMethod) {
            add(ChangeCause.METHOD, replayed(known, previous.asOf()));
        }
        TrackedQuantities start = revised.isEmpty() && added.isEmpty() ? withOldTargets : replayed(known, asOf);
        add(previous.isSomeWithdrawn(known) ? ChangeCause.REVISED_DATA : ChangeCause.TIME, start);
        Figures figures = known;
        TrackedQuantities afterRevision = start;
        if (!revised.isEmpty()) {
            Figures withRevised =
                    known.and(revised.values().stream().flatMap(List::stream).toList());
            afterRevision = added.isEmpty() ? withOldTargets : replayed(withRevised, asOf);
            split(ChangeCause.REVISED_DATA, figures, revised, start, afterRevision);
            coarse.add(new Step(ChangeCause.REVISED_DATA, Origin.NONE, afterRevision));
            figures = withRevised;
        }
        if (!added.isEmpty()) {
            split(ChangeCause.NEW_DATA, figures, added, afterRevision, withOldTargets);
        }
        coarse.add(new Step(ChangeCause.NEW_DATA, Origin.NONE, withOldTargets));
        add(ChangeCause.TARGET, last);
    }

    private void add(ChangeCause cause, TrackedQuantities after) {
        Step step = new Step(cause, Origin.NONE, after);
        steps.add(step);
        coarse.add(step);
    }

    private void split(
            ChangeCause cause,
            Figures figures,
            SortedMap<Origin, List<Observation>> groups,
            TrackedQuantities from,
            TrackedQuantities to) {
        new Stretch(cause, figures, List.copyOf(groups.keySet()), groups).split(0, groups.size(), from, to);
    }

    private TrackedQuantities replayed(Figures figures, LocalDate day) {
        return withOldTargets(replay.of(figures, day));
    }

    private TrackedQuantities withOldTargets(Computed computed) {
        return TrackedQuantities.together(
                computed.standing(areas, programmes, previous.versions()).values());
    }

    /** Groups of figures of one cause, brought in one after the other on top of others. */
    private final class Stretch {

        private final ChangeCause cause;
        private final Figures figures;
        private final List<Origin> order;
        private final SortedMap<Origin, List<Observation>> groups;

        private Stretch(
                ChangeCause cause, Figures figures, List<Origin> order, SortedMap<Origin, List<Observation>> groups) {
            this.cause = cause;
            this.figures = figures;
            this.order = order;
            this.groups = groups;
        }

        /** Adds a step for each of the groups {@code from} to {@code to} that changes a number of a target. */
        private void split(int from, int to, TrackedQuantities before, TrackedQuantities after) {
            if (to - from == 1) {
                steps.add(new Step(cause, order.get(from), after));
            } else if (!before.isOfTargetsAlike(after)) {
                int middle = (from + to) / 2;
                TrackedQuantities between = replayed(until(middle), identity.asOf());
                split(from, middle, before, between);
                split(middle, to, between, after);
            }
        }

        private Figures until(int group) {
            return figures.and(order.subList(0, group).stream()
                    .flatMap(origin -> groups.getOrDefault(origin, List.of()).stream())
                    .toList());
        }
    }
}
