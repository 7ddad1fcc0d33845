package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.Verdict;
import vn.chitieu.catalog.rows.AreaRows;
import vn.chitieu.catalog.rows.PackedRows;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.track.Occasion;
import vn.chitieu.track.Outturn;
import vn.chitieu.track.RunRecord;
import vn.chitieu.track.Sources;
import vn.chitieu.track.Stake;
import vn.chitieu.track.Statement;
import vn.chitieu.track.Statement.ErrorUnit;
import vn.chitieu.track.Subject;
import vn.chitieu.track.TrackEntry;
import vn.chitieu.track.TrackRecord;

/** What was stated of years, and how what has come out is scored, as tables. */
public final class ForecastEvaluationTables {

    private static final String LEVELS = "levels";

    /** A statement of the record, of a run that knows as much. */
    record Row(TrackEntry entry, LocalDate evaluatedOn) {

        private Statement statement() {
            return entry.statement();
        }

        private Subject subject() {
            return statement().subject();
        }

        private Occasion occasion() {
            return statement().occasion();
        }

        private boolean isOwn() {
            return statement().source().equals(Sources.OWN);
        }

        private @Nullable Double quantile(ToDoubleFunction<Quantiles> which) {
            Quantiles quantiles = statement().quantiles();
            return quantiles == null ? null : Double.valueOf(which.applyAsDouble(quantiles));
        }

        private @Nullable Double target() {
            Stake stake = statement().stake();
            return stake == null ? null : Double.valueOf(stake.target());
        }

        private @Nullable Double stated() {
            Stake stake = statement().stake();
            return stake == null ? null : Double.valueOf(stake.probability());
        }

        private @Nullable Verdict verdict() {
            Stake stake = statement().stake();
            return stake == null || !isOwn() ? null : stake.verdict();
        }

        private @Nullable Double outturn() {
            Outturn outturn = entry.outturn();
            return outturn == null ? null : Double.valueOf(outturn.value());
        }

        private @Nullable LocalDate outturnKnownOn() {
            Outturn outturn = entry.outturn();
            return outturn == null ? null : outturn.knownOn();
        }

        private int horizon() {
            Period cutoff = occasion().cutoff();
            return (cutoff.year() < subject().year() ? 1 : 12 / cutoff.months() - cutoff.index()) - 1;
        }

        private int observedPeriods() {
            Period cutoff = occasion().cutoff();
            return cutoff.year() < subject().year() ? 0 : cutoff.index();
        }
    }

    private static final Columns<Row> OCCASION = Columns.<Row>part()
            .required("variable", TEXT, row -> row.subject().variable())
            .required("date", DATE, row -> LocalDate.of(row.subject().year(), 12, 31))
            .required("vintage_date", DATE, row -> row.occasion().day())
            .required("source", TEXT, row -> row.statement().source());

    private static final Columns<Row> STATEMENT = Columns.<Row>part()
            .with(ProjectionTables.SERIES, row -> row.subject().series())
            .optional("programme_id", TEXT, row -> row.subject().programmeId())
            .optional("target_id", TEXT, row -> row.subject().targetId())
            .required("unit_code", TEXT, row -> row.subject().unitCode())
            .required("year", INTEGER, row -> row.subject().year())
            .required("cutoff_period", TEXT, row -> row.occasion().cutoff().toString())
            .required("vintage_kind", TEXT, row -> row.occasion().vintageKind().code())
            .required("stated_by", TEXT, row -> row.occasion().statedBy())
            .required("history_years", INTEGER, row -> row.statement().historyYears())
            .optional("p2_5", DOUBLE, row -> row.quantile(Quantiles::p2_5))
            .optional("p10", DOUBLE, row -> row.quantile(Quantiles::p10))
            .optional("p50", DOUBLE, row -> row.quantile(Quantiles::p50))
            .optional("p90", DOUBLE, row -> row.quantile(Quantiles::p90))
            .optional("p97_5", DOUBLE, row -> row.quantile(Quantiles::p97_5))
            .optional("target_value", DOUBLE, Row::target);

    /** Every statement of the record with what the next run needs of it. */
    static final Columns<Row> TRACK_RECORD = Columns.<Row>of(
                    "track_record", "variable", "date", "vintage_date", "cutoff_period", "source")
            .with(OCCASION, row -> row)
            .required("value", DOUBLE, row -> row.statement().value())
            .with(STATEMENT, row -> row)
            .optional("stated_probability", DOUBLE, Row::stated)
            .optional("verdict_code", TEXT, row -> {
                Stake stake = row.statement().stake();
                return stake == null ? null : stake.verdict().code();
            })
            .required("typical_change", DOUBLE, row -> row.statement().scale().typicalChange())
            .required("is_ratio", BOOLEAN, row -> row.statement().scale().isRatio())
            .optional("value_outturn", DOUBLE, Row::outturn)
            .optional("vintage_date_outturn", DATE, Row::outturnKnownOn)
            .optional("is_attained", BOOLEAN, row -> row.entry().isReached())
            .required("method_code", TEXT, row -> row.statement().methodCode())
            .ofRun();

    static final Columns<Row> FORECAST_EVALUATION = Columns.<Row>of(
                    "forecast_evaluation", "variable", "date", "vintage_date", "cutoff_period", "source")
            .with(OCCASION, row -> row)
            .required(
                    "frequency",
                    TEXT,
                    row -> row.occasion().cutoff().frequency().name())
            .required("forecast_horizon", INTEGER, Row::horizon)
            .required("metric", TEXT, row -> LEVELS)
            .required("value", DOUBLE, row -> row.statement().value())
            .required("value_outturn", DOUBLE, Row::outturn)
            .required("vintage_date_outturn", DATE, Row::outturnKnownOn)
            .required("forecast_error", DOUBLE, row -> row.entry().error())
            .optional("error_pct", DOUBLE, row -> row.entry().errorPct())
            .required("scaled_error", DOUBLE, row -> row.entry().scaledError())
            .with(STATEMENT, row -> row)
            .required("observed_periods", INTEGER, Row::observedPeriods)
            .optional("is_covered_80", BOOLEAN, row -> row.entry().isCovered80())
            .optional("is_covered_95", BOOLEAN, row -> row.entry().isCovered95())
            .required("wis", DOUBLE, row -> row.entry().wis())
            .optional("p_attain", DOUBLE, row -> row.isOwn() ? row.stated() : null)
            .optional("verdict_code", TEXT, row -> {
                Verdict verdict = row.verdict();
                return verdict == null ? null : verdict.code();
            })
            .optional("is_attained", BOOLEAN, row -> row.entry().isReached())
            .optional("is_judged_attained", BOOLEAN, row -> row.entry().isJudgedReached())
            .optional("brier", DOUBLE, row -> row.entry().brier())
            .required("method_code", TEXT, row -> row.statement().methodCode())
            .required("evaluated_on", DATE, Row::evaluatedOn)
            .ofRun();

    private ForecastEvaluationTables() {}

    /** Returns {@link MartTables#TRACK_RECORD}. */
    static Table record(TrackRecord record, RunStamp stamp) {
        return record(record.entries(), stamp);
    }

    private static Table record(Collection<TrackEntry> entries, RunStamp stamp) {
        return TRACK_RECORD.table(
                entries.stream().map(entry -> new Row(entry, stamp.asOf())).toList(), stamp);
    }

    /** Returns {@link MartTables#FORECAST_EVALUATION}: what of the record has come out. */
    static Table evaluation(TrackRecord record, RunStamp stamp) {
        return FORECAST_EVALUATION.table(
                record.entries().stream()
                        .filter(TrackEntry::isResolved)
                        .map(entry -> new Row(entry, stamp.asOf()))
                        .toList(),
                stamp);
    }

    /** Returns {@link MartTables#FORECAST_EVALUATION} of a record that no run has published. */
    public static Table evaluation(TrackRecord record, LocalDate evaluatedOn) {
        return evaluation(record, new RunStamp("backtest", evaluatedOn));
    }

    /** Returns what is stated of an area as rows of {@link MartTables#TRACK_RECORD} that {@link #stated} reads. */
    public static PackedRows packed(Collection<TrackEntry> entries, LocalDate asOf) {
        return PackedRows.of(
                MartTables.TRACK_RECORD,
                record(entries, new RunStamp("replay", asOf)).rows());
    }

    /** Returns what was stated, as {@link #packed} is held of each area. */
    public static RunRecord.Stated stated(SortedRuns held) {
        return new Held(MartTables.TRACK_RECORD, held);
    }

    /**
     * Returns the record that a run published, whichever version of the program wrote it.
     *
     * @param run with {@link MartTables#TRACK_RECORD}, of at least the columns that it has here
     * @param held in which its rows are held
     * @throws vn.chitieu.catalog.DataException if it lacks one
     */
    public static RunRecord.Stated stated(PublishedRun run, SortedRuns held) {
        PublishedTable table = run.table(MartTables.TRACK_RECORD.name()).orElseThrow();
        try (AreaRows rows = new AreaRows(table.spec(), held)) {
            run.scan(table.name(), spec -> rows);
        }
        return new Held(table.spec(), held);
    }

    /** Rows of the record, held area by area, by the contract they were written by. */
    private record Held(TableSpec spec, SortedRuns runs) implements RunRecord.Stated {

        @Override
        public NavigableSet<String> areas() {
            return runs.areas(spec);
        }

        @Override
        public TrackRecord of(String areaCode) {
            Cells cells = new Cells(spec);
            List<TrackEntry> entries = new ArrayList<>();
            runs.rows(spec, areaCode)
                    .forEachRemaining(row -> entries.add(new TrackEntry(statement(cells, row), outturn(cells, row))));
            return new TrackRecord(entries);
        }
    }

    private static Statement statement(Cells cells, @Nullable Object[] row) {
        Subject subject = new Subject(
                new SeriesId(
                        cells.text(row, "area_code"),
                        cells.text(row, "indicator_code"),
                        cells.text(row, "activity_code"),
                        PriceBasis.ofCode(cells.text(row, "price_basis"))),
                (Integer) cells.required(row, "year"),
                cells.text(row, "unit_code"),
                cells.text(row, "programme_id"),
                cells.text(row, "target_id"));
        return new Statement(
                subject,
                new Occasion(
                        cells.text(row, "stated_by"),
                        (LocalDate) cells.required(row, "vintage_date"),
                        ReportingPeriod.placeOf(cells.text(row, "cutoff_period")),
                        VintageKind.ofCode(cells.text(row, "vintage_kind"))),
                cells.text(row, "source"),
                (Double) cells.required(row, "value"),
                quantiles(cells, row),
                stake(cells, row),
                new ErrorUnit(
                        (Double) cells.required(row, "typical_change"), (Boolean) cells.required(row, "is_ratio")),
                cells.text(row, "method_code"),
                (Integer) cells.required(row, "history_years"));
    }

    private static @Nullable Quantiles quantiles(Cells cells, @Nullable Object[] row) {
        return cells.cell(row, "p50") == null
                ? null
                : new Quantiles(
                        (Double) cells.required(row, "p2_5"),
                        (Double) cells.required(row, "p10"),
                        (Double) cells.required(row, "p50"),
                        (Double) cells.required(row, "p90"),
                        (Double) cells.required(row, "p97_5"));
    }

    private static @Nullable Stake stake(Cells cells, @Nullable Object[] row) {
        return cells.cell(row, "target_value") == null
                ? null
                : new Stake(
                        (Double) cells.required(row, "target_value"),
                        (Double) cells.required(row, "stated_probability"),
                        Verdict.ofCode(cells.text(row, "verdict_code")));
    }

    private static @Nullable Outturn outturn(Cells cells, @Nullable Object[] row) {
        return cells.cell(row, "value_outturn") == null
                ? null
                : new Outturn(
                        (Double) cells.required(row, "value_outturn"),
                        (LocalDate) cells.required(row, "vintage_date_outturn"),
                        (Boolean) cells.cell(row, "is_attained"));
    }
}
