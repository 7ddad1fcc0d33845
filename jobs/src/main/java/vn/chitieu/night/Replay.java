package vn.chitieu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.area.RegionalAccounts;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.figures.PackedVintages;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.AreaProjections;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.area.AreaProjector;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.RebuiltHistories;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInputs;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * The stages of some areas again and again, each time with a few other figures, in this process: what an area, a series
 * or all of growth made of the same figures is remembered.
 */
final class Replay {

    private final DayStages stages;
    private final Codelists codelists;
    private final Set<String> areas;
    private final Map<Seen, List<SeriesInput>> views = new HashMap<>();
    private final Map<View, List<AccountFigure>> products = new HashMap<>();
    private final Map<List<SeriesInput>, Reference> references = new HashMap<>();
    private final Map<List<SeriesInput>, Integer> kins = new HashMap<>();
    private final Map<Alone, SeriesOutcome> outcomes = new HashMap<>();
    private final Map<Together, List<SeriesOutcome>> areaOutcomes = new HashMap<>();

    /**
     * Prepares to compute some areas.
     *
     * @param areas those projected; all others are looked at only for what they say of growth
     */
    Replay(DayStages stages, Collection<String> areas) {
        this.stages = stages;
        this.codelists = stages.codelists();
        this.areas = Set.copyOf(areas);
    }

    /** The figures of an area, looked at from a day. */
    private record Seen(String areaCode, LocalDate day, PackedVintages figures) {}

    /** Some figures of an area as seen on a day. */
    private record View(String areaCode, LocalDate day, List<Observation> visible) {}

    /**
     * What all areas say of growth, numbered as it came.
     *
     * @param kins numbers of what each kin of series says, as they came
     */
    private record Reference(int number, Map<String, Integer> kins, GrowthReference growth) {

        private int kin(String name) {
            return kins.getOrDefault(name, -1);
        }
    }

    /** A series projected by itself, and the numbers of what it may ask of the reference. */
    private record Alone(SeriesInput input, ProjectionTask task, int kin, int product) {}

    /** The series of an area projected together. */
    private record Together(List<SeriesInput> inputs, ProjectionTask task, int referenceNumber) {}

    /** Returns projections and verdicts of the areas, without accounts. */
    Computed of(Figures figures, LocalDate day) {
        List<ProjectionTask> tasks = stages.tasks(day, figures.areas()).stream()
                .filter(task -> areas.contains(task.areaCode()))
                .toList();
        SortedSet<LocalDate> days = new TreeSet<>();
        tasks.forEach(task -> days.add(task.evaluatedOn()));
        RebuiltHistories rebuilt = RebuiltHistories.of(
                figures, days, codelists.areaParts(), codelists.indicators(), codelists.historyBreaks());
        List<AreaProjection> projections = new ArrayList<>();
        for (LocalDate seenFrom : days) {
            SortedMap<String, List<SeriesInput>> inputs = new TreeMap<>();
            for (String area : figures.areas()) {
                inputs.put(area, inputs(new Seen(area, seenFrom, figures.packed(area))));
            }
            for (ProjectionTask task : tasks) {
                if (task.evaluatedOn().equals(seenFrom)) {
                    Reference reference = reference(inputs, Area.nationOf(task.areaCode()));
                    List<SeriesInput> ofArea =
                            rebuilt.with(task.areaCode(), seenFrom, inputs.getOrDefault(task.areaCode(), List.of()));
                    projections.add(new AreaProjection(task, together(ofArea, task, reference)));
                }
            }
        }
        AreaProjections ofAreas = AreaProjections.of(projections);
        List<Programme> programmes = stages.programmes().stream()
                .filter(programme -> areas.contains(programme.areaCode()))
                .toList();
        return new Computed(List.of(), ofAreas, stages.rules().verdicts(ofAreas, programmes, day));
    }

    /** Returns the series of an area; of one that is not projected those alone that tell of growth. */
    private List<SeriesInput> inputs(Seen seen) {
        return views.computeIfAbsent(seen, area -> {
            boolean isProjected = areas.contains(area.areaCode());
            List<Observation> visible = Vintages.visible(area.figures(), area.day()).stream()
                    .filter(observation -> isProjected || maySayOfGrowth(observation))
                    .toList();
            List<SeriesInput> all = SeriesInputs.assemble(
                    Vintages.latestByKey(visible, area.day()).values(),
                    product(area, visible),
                    codelists.indicators(),
                    codelists.historyBreaks());
            return isProjected
                    ? all
                    : all.stream().filter(AreaProjector::isOfReference).toList();
        });
    }

    /**
     * Returns whether a series of {@link AreaProjector#isOfReference} may be made of a figure, alone or with others.
     */
    private boolean maySayOfGrowth(Observation observation) {
        ObservationKey key = observation.key();
        Indicator indicator = codelists.indicators().get(key.indicatorCode());
        return Area.isNation(key.areaCode())
                || key.priceBasis().isConstant()
                || GrdpCodes.isRead(key.indicatorCode())
                || (indicator != null && indicator.kind() == IndicatorKind.GROWTH);
    }

    private List<AccountFigure> product(Seen area, List<Observation> visible) {
        List<Observation> read = visible.stream()
                .filter(observation -> GrdpCodes.isRead(observation.key().indicatorCode()))
                .toList();
        return products.computeIfAbsent(
                new View(area.areaCode(), area.day(), read),
                ofProduct -> RegionalAccounts.product(area.areaCode(), read, area.day()));
    }

    private Reference reference(SortedMap<String, List<SeriesInput>> inputs, String nation) {
        List<SeriesInput> ofNation = inputs.values().stream()
                .flatMap(List::stream)
                .filter(input -> AreaProjector.isOfReference(input)
                        && Area.nationOf(input.id().areaCode()).equals(nation))
                .toList();
        return references.computeIfAbsent(ofNation, some -> {
            Map<String, Integer> numbers = new TreeMap<>();
            some.stream()
                    .collect(Collectors.groupingBy(GrowthReference::kin))
                    .forEach((kin, series) -> numbers.put(kin, kins.computeIfAbsent(series, s -> kins.size())));
            return new Reference(
                    references.size(),
                    numbers,
                    some.isEmpty() ? GrowthReference.none() : GrowthReference.of(some, nation));
        });
    }

    private List<SeriesOutcome> together(List<SeriesInput> ofArea, ProjectionTask task, Reference reference) {
        return areaOutcomes.computeIfAbsent(
                new Together(ofArea, task, reference.number()),
                all -> AreaProjector.coherent(
                        ofArea,
                        task.year(),
                        tables(task).year(),
                        reference.growth(),
                        input -> alone(input, task, reference)));
    }

    private SeriesOutcome alone(SeriesInput input, ProjectionTask task, Reference reference) {
        return outcomes.computeIfAbsent(
                new Alone(
                        input, task, reference.kin(GrowthReference.kin(input)), reference.kin(GrowthReference.PRODUCT)),
                one -> AreaProjector.alone(input, task.year(), task.evaluatedOn(), tables(task), reference.growth()));
    }

    private PooledTables tables(ProjectionTask task) {
        return stages.tables().getOrDefault(Area.nationOf(task.areaCode()), PooledTables.shipped());
    }
}
