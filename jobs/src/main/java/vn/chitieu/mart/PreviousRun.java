package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.attainment.TrackedQuantities.Quantity;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Vintages;

/** A published run as the next one compares itself with it: its numbers, its figures and its method. */
public final class PreviousRun {

    private final String runId;
    private final LocalDate asOf;
    private final String method;
    private final TrackedQuantities standing;
    private final SortedMap<Quantity, Integer> versions = new TreeMap<>();
    private final Set<String> vintages = new HashSet<>();
    private final Set<String> figures = new HashSet<>();

    private PreviousRun(String runId, LocalDate asOf, String method, SortedMap<Quantity, Double> numbers) {
        this.runId = runId;
        this.asOf = asOf;
        this.method = method;
        this.standing = new TrackedQuantities(numbers);
    }

    /**
     * Reads a run.
     *
     * @param tables the published tables of the run by their present contract; of each only the columns that are
     *     compared must be there, whatever else the version of the program that wrote it added or lacked
     * @throws DataException if a table or such a column is missing
     */
    public static PreviousRun of(Function<TableSpec, Table> tables) {
        Table runs = tables.apply(MartTables.RUN);
        @Nullable Object[] run = runs.rows().get(0);
        SortedMap<Quantity, Double> numbers = new TreeMap<>();
        Table projections = tables.apply(MartTables.PROJECTION);
        Cells projection = new Cells(projections.spec());
        for (@Nullable Object[] row : projections.rows()) {
            String series = projection.joined(row, ".", "area_code", "indicator_code", "activity_code", "price_basis");
            numbers.put(TrackedQuantities.point(series, (Integer) projection.required(row, "year")), (Double)
                    projection.required(row, "point"));
        }
        SortedMap<Quantity, Integer> versions = new TreeMap<>();
        Table attainments = tables.apply(MartTables.TARGET_ATTAINMENT);
        Cells attainment = new Cells(attainments.spec());
        for (@Nullable Object[] row : attainments.rows()) {
            if ((Boolean) attainment.required(row, "is_headline")) {
                Quantity quantity = TrackedQuantities.probability(
                        attainment.joined(row, "", "programme_id"), attainment.joined(row, "", "target_id"));
                versions.put(quantity, (Integer) attainment.required(row, "target_version"));
                Object probability = attainment.cell(row, "p_attain");
                if (probability != null) {
                    numbers.put(quantity, (Double) probability);
                }
            }
        }
        Cells cells = new Cells(runs.spec());
        PreviousRun previous = new PreviousRun(
                cells.joined(run, "", "run_id"),
                (LocalDate) cells.required(run, "as_of_date"),
                cells.joined(run, " ", "settings_sha256", "classes_sha256"),
                numbers);
        previous.versions.putAll(versions);
        previous.remember(tables.apply(MartTables.OBSERVATION));
        return previous;
    }

    private void remember(Table observations) {
        Cells cells = new Cells(observations.spec());
        for (@Nullable Object[] row : observations.rows()) {
            String figure = cells.joined(
                    row, "|", "area_code", "indicator_code", "activity_code", "period", "accumulation", "price_basis");
            figures.add(figure);
            vintages.add(
                    figure + "|" + cells.joined(row, "|", "status_code", "published_date", "source_url", "obs_value"));
        }
    }

    /** Cells of a table by the names of its columns. */
    private record Cells(TableSpec spec) {

        @Nullable
        Object cell(@Nullable Object[] row, String column) {
            if (spec.columns().stream().noneMatch(known -> known.name().equals(column))) {
                throw new DataException("Expecting a column " + column + " in table " + spec.name() + " but was "
                        + spec.columns().stream().map(Column::name).toList());
            }
            return row[spec.indexOf(column)];
        }

        Object required(@Nullable Object[] row, String column) {
            return Objects.requireNonNull(cell(row, column), column);
        }

        String joined(@Nullable Object[] row, String between, String... columns) {
            StringBuilder text = new StringBuilder();
            for (String column : columns) {
                text.append(text.isEmpty() ? "" : between).append(required(row, column));
            }
            return text.toString();
        }
    }

    public String runId() {
        return runId;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public TrackedQuantities standing() {
        return standing;
    }

    /** Returns which version of each target was the headline. */
    public Map<Quantity, Integer> versions() {
        return versions;
    }

    /** Returns whether the run was made by the same classes under the same settings. */
    public boolean hasMethodOf(RunIdentity identity) {
        return method.equals(identity.settingsSha256() + " " + identity.classesSha256());
    }

    /** Returns the vintages that the run had, of those there are now. */
    public List<Observation> vintagesOf(Collection<Observation> now) {
        return now.stream()
                .filter(vintage -> vintages.contains(vintage(vintage)))
                .toList();
    }

    /** Returns the vintages of figures that the run knew, whatever their value, of those there are now. */
    public List<Observation> figuresOf(Collection<Observation> now) {
        return now.stream()
                .filter(vintage -> figures.contains(figure(vintage.key())))
                .toList();
    }

    /** Returns whether a figure that the run knew counts with another value or status on a day, or is gone. */
    public boolean isRevised(Collection<Observation> now, LocalDate day) {
        Map<ObservationKey, Observation> before = Vintages.latestByKey(vintagesOf(now), asOf);
        Map<ObservationKey, Observation> after = Vintages.latestByKey(figuresOf(now), day);
        return before.size() != figures.size()
                || !before.keySet().equals(after.keySet())
                || before.entrySet().stream().anyMatch(entry -> {
                    Observation then = entry.getValue();
                    Observation at = Objects.requireNonNull(after.get(entry.getKey()));
                    return then.value().compareTo(at.value()) != 0 || then.status() != at.status();
                });
    }

    private static String figure(ObservationKey key) {
        return String.join(
                "|",
                key.areaCode(),
                key.indicatorCode(),
                key.activityCode(),
                key.period().toString(),
                key.accumulation().code(),
                key.priceBasis().code());
    }

    private static String vintage(Observation vintage) {
        return String.join(
                "|",
                figure(vintage.key()),
                vintage.status().code(),
                vintage.publishedDate().toString(),
                vintage.sourceUrl(),
                Double.toString(vintage.value().doubleValue()));
    }
}
