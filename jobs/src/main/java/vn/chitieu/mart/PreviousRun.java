package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.attainment.TrackedQuantities.Quantity;
import vn.chitieu.catalog.TextSums;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ReportingPeriod;

/** A published run as the next one compares itself with it: its numbers, its figures and its method. */
public final class PreviousRun {

    private final String runId;
    private final LocalDate asOf;
    private final String method;
    private final TrackedQuantities standing;
    private final SortedMap<Quantity, Integer> versions = new TreeMap<>();
    private final TextSums vintages = new TextSums();
    private final TextSums figures = new TextSums();

    private PreviousRun(String runId, LocalDate asOf, String method, SortedMap<Quantity, Double> numbers) {
        this.runId = runId;
        this.asOf = asOf;
        this.method = method;
        this.standing = new TrackedQuantities(numbers);
    }

    /**
     * Reads a run.
     *
     * @param areas whose series are compared; targets are all
     * @param published of whose tables only the columns that are compared must be there, whatever else the version of
     *     the program that wrote it added or lacked
     * @throws vn.chitieu.catalog.DataException if a table or such a column is missing
     */
    public static PreviousRun of(PublishedRun published, Set<String> areas) {
        Table runs = published.read(MartTables.RUN.name());
        @Nullable Object[] run = runs.rows().get(0);
        SortedMap<Quantity, Double> numbers = new TreeMap<>();
        published.scan(MartTables.PROJECTION.name(), spec -> points(spec, areas, numbers));
        SortedMap<Quantity, Integer> versions = new TreeMap<>();
        Table attainments = published.read(MartTables.TARGET_ATTAINMENT.name());
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
                Object point = attainment.cell(row, "point");
                if (point != null) {
                    numbers.put(
                            TrackedQuantities.projected(
                                    attainment.text(row, "programme_id"), attainment.text(row, "target_id")),
                            (Double) point);
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
        published.scan(MartTables.OBSERVATION.name(), previous::remember);
        return previous;
    }

    private static Consumer<@Nullable Object[]> points(
            TableSpec spec, Set<String> areas, Map<Quantity, Double> numbers) {
        Cells cells = new Cells(spec);
        return row -> {
            if (areas.contains(cells.text(row, "area_code"))) {
                String series = cells.joined(row, ".", "area_code", "indicator_code", "activity_code", "price_basis");
                numbers.put(TrackedQuantities.point(series, (Integer) cells.required(row, "year")), (Double)
                        cells.required(row, "point"));
            }
        };
    }

    private Consumer<@Nullable Object[]> remember(TableSpec spec) {
        Cells cells = new Cells(spec);
        return row -> {
            String figure = String.join(
                    "|",
                    cells.joined(row, "|", "area_code", "indicator_code", "activity_code"),
                    ReportingPeriod.placeOf(cells.text(row, "period")).toString(),
                    cells.joined(row, "|", "accumulation", "price_basis"));
            figures.add(figure);
            vintages.add(
                    figure + "|" + cells.joined(row, "|", "status_code", "published_date", "source_url", "obs_value"));
        };
    }

    public String runId() {
        return runId;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Returns the numbers of all targets, and of the series of the areas that are compared. */
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

    /** Returns whether the run had this vintage. */
    public boolean hasVintage(Observation vintage) {
        return vintages.contains(vintage(vintage));
    }

    /** Returns whether the run had any vintage of the figure of this one. */
    public boolean hasFigure(Observation vintage) {
        return figures.contains(figure(vintage.key()));
    }

    /** Returns whether a vintage that the run had is not among those that can be seen now. */
    public boolean isSomeWithdrawn(Collection<Observation> now) {
        TextSums seen = new TextSums();
        now.forEach(observation -> seen.add(vintage(observation)));
        return !seen.containsAll(vintages);
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
