package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BIGINT;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.ingest.IngestResult;

/** The run itself as a table. */
final class RunTables {

    /** A run, what was delivered to it, and the run before. */
    record Run(
            RunIdentity identity,
            IngestResult ingest,
            @Nullable PreviousRun previous) {

        private @Nullable String previousRunId() {
            return previous == null ? null : previous.runId();
        }
    }

    static final Columns<Run> RUN = Columns.<Run>of("run", "run_id")
            .required("run_id", TEXT, run -> run.identity().runId().text())
            .required("as_of_date", DATE, run -> run.identity().asOf())
            .required("input_sha256", TEXT, run -> run.identity().inputSha256())
            .required("settings_sha256", TEXT, run -> run.identity().settingsSha256())
            .required("classes_sha256", TEXT, run -> run.identity().classesSha256())
            .optional("previous_run_id", TEXT, Run::previousRunId)
            .required("delivered_rows", BIGINT, run -> run.ingest().deliveredRows())
            .required("accepted_rows", BIGINT, run ->
                    (long) run.ingest().observations().size())
            .required("quarantined_rows", BIGINT, run ->
                    (long) run.ingest().quarantined().size())
            .required("plan_rows", BIGINT, run ->
                    (long) run.ingest().planFigures().size())
            .required("later_rows", BIGINT, run -> run.ingest()
                    .laterRows(run.identity().asOf()));

    private RunTables() {}

    /** Returns {@link MartTables#RUN}. */
    static Table run(RunIdentity identity, IngestResult ingest, @Nullable PreviousRun previous) {
        return RUN.table(List.of(new Run(identity, ingest, previous)));
    }
}
