package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.attainment.AssessedTargets;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.EstimateReview;
import vn.chitieu.attainment.EstimateReviews;
import vn.chitieu.attainment.PaceStep;
import vn.chitieu.attainment.ProgrammeVerdicts;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.Units;
import vn.chitieu.attainment.audit.AuditCheck;
import vn.chitieu.attainment.audit.ProgrammeAudit;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Revisions;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.rule.KeptFigures;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;

/** Makes every published table of a run from what the stages made. */
public final class MartJob {

    private MartJob() {}

    /**
     * Returns the tables of {@link MartTables#all()}, in that order.
     *
     * @param accounts of the as-of date and of each day that a programme is evaluated on; figures are published of the
     *     first only
     * @param changes since {@code previous}, which is null for the first run
     * @param backtest the last backtest, as {@link ForecastEvaluationTables#of} made it; without rows if there is none
     * @param isLegacyCarriedOn whether dissolved territories are carried on by their last known share
     */
    public static List<Table> run(
            RunIdentity identity,
            Codelists codelists,
            List<Programme> programmes,
            IngestResult ingest,
            ValidationReport report,
            List<AreaAccount> accounts,
            List<AreaProjection> projections,
            List<ProgrammeVerdicts> verdicts,
            @Nullable PreviousRun previous,
            List<Change> changes,
            Table backtest,
            boolean isLegacyCarriedOn,
            Units units) {
        RunStamp stamp = new RunStamp(identity.runId().text(), identity.asOf());
        List<AccountFigure> figures = new ArrayList<>();
        List<AreaAccount> balanced = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(ingest.findings(identity.asOf()));
        findings.addAll(report.findings());
        for (AreaAccount account : accounts) {
            if (account.asOf().equals(identity.asOf())) {
                figures.addAll(account.result().figures());
                findings.addAll(account.result().findings());
                balanced.add(account);
            }
        }
        findings.addAll(audit(identity.asOf(), codelists, programmes, ingest, accounts));
        List<ProjectionTables.Dated> dated = new ArrayList<>();
        for (AreaProjection projection : projections) {
            projection.outcomes().forEach(outcome -> {
                if (outcome instanceof SeriesProjection projected) {
                    dated.add(new ProjectionTables.Dated(
                            projected, projection.task().evaluatedOn()));
                }
            });
        }
        List<TargetAttainment> attainments = AssessedTargets.judged(
                verdicts.stream().flatMap(v -> v.attainments().stream()).toList(), ingest.unitAssessments());
        List<EstimateReview> reviews = reviews(identity.asOf(), programmes, ingest, projections, units);
        List<PaceStep> pace = verdicts.stream().flatMap(v -> v.pace().stream()).toList();
        List<Observation> visible = Vintages.visible(ingest.observations(), identity.asOf());
        Collection<Observation> latest =
                Vintages.latestByKey(visible, identity.asOf()).values();
        Set<Observation> inUse = new HashSet<>(latest);

        List<Table> tables = new ArrayList<>(List.of(
                AttainmentTables.targetAttainment(attainments, reviews, stamp),
                ProjectionTables.projection(dated, stamp),
                ProjectionTables.path(dated, stamp),
                AttainmentTables.requiredPace(pace, stamp),
                AttainmentTables.estimateReview(reviews, stamp),
                ChangeTables.changeExplanation(changes, previous, dated, attainments, stamp),
                ForecastEvaluationTables.published(backtest, stamp),
                AccountTables.grdpBySector(figures, stamp),
                AccountTables.grdpPerCapita(figures, stamp),
                BalanceTables.balancedAccount(balanced, stamp),
                BalanceTables.balanceResidual(balanced, stamp),
                AccountTables.budgetRevenue(figures, stamp),
                AccountTables.tradeBalance(figures, stamp),
                AreaHistoryTables.areaHistory(codelists, visible, isLegacyCarriedOn ? programmes : List.of(), stamp),
                ObservationTables.observation(visible, inUse, stamp),
                ObservationTables.planFigure(Vintages.visible(ingest.planFigures(), identity.asOf()), stamp),
                ObservationTables.quarantine(ingest.quarantined(), KeptFigures.of(report, latest), stamp),
                ObservationTables.revision(Revisions.of(visible, identity.asOf()), stamp),
                ObservationTables.finding(findings, stamp),
                DimensionTables.area(codelists),
                DimensionTables.indicator(codelists),
                DimensionTables.activity(codelists),
                DimensionTables.unit(codelists)));
        tables.add(DimensionTables.period(tables));
        tables.add(DimensionTables.target(programmes, identity.asOf()));
        tables.add(DimensionTables.dataDictionary());
        tables.add(run(identity, ingest, previous, stamp));
        return tables;
    }

    /** Returns the reviews of what others expect of each programme's year. */
    private static List<EstimateReview> reviews(
            LocalDate asOf,
            List<Programme> programmes,
            IngestResult ingest,
            List<AreaProjection> projections,
            Units units) {
        List<EstimateReview> reviews = new ArrayList<>();
        for (Programme programme : programmes) {
            Map<SeriesId, SeriesOutcome> outcomes = new TreeMap<>();
            projections.stream()
                    .filter(projection -> projection.task().areaCode().equals(programme.areaCode())
                            && projection.task().year() == programme.year())
                    .flatMap(projection -> projection.outcomes().stream())
                    .forEach(outcome -> outcomes.put(outcome.id(), outcome));
            reviews.addAll(EstimateReviews.of(
                    programme, asOf, outcomes, ingest.unitEstimates(), ingest.observations(), units));
        }
        return reviews;
    }

    /** Returns what the audit of each programme found, as of the day on which the programme is evaluated. */
    private static List<Finding> audit(
            LocalDate asOf,
            Codelists codelists,
            List<Programme> programmes,
            IngestResult ingest,
            List<AreaAccount> accounts) {
        List<Finding> findings = new ArrayList<>();
        for (Programme programme : programmes) {
            LocalDate day = programme.evaluatedOn(asOf);
            List<Observation> visible = Vintages.visible(ingest.observations(), day).stream()
                    .filter(observation -> observation.key().areaCode().equals(programme.areaCode()))
                    .toList();
            List<AccountFigure> figures = accounts.stream()
                    .filter(account -> account.areaCode().equals(programme.areaCode())
                            && account.asOf().equals(day))
                    .flatMap(account -> account.result().figures().stream())
                    .toList();
            ProgrammeAudit.of(programme, asOf, figures, visible, codelists).stream()
                    .filter(AuditCheck::isFinding)
                    .forEach(check -> findings.add(check.finding(programme)));
        }
        return findings;
    }

    private static Table run(
            RunIdentity identity, IngestResult ingest, @Nullable PreviousRun previous, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(RowBuilder.of(MartTables.RUN, stamp)
                .set("input_sha256", identity.inputSha256())
                .set("settings_sha256", identity.settingsSha256())
                .set("classes_sha256", identity.classesSha256())
                .set("previous_run_id", previous == null ? null : previous.runId())
                .set("delivered_rows", ingest.deliveredRows())
                .set("accepted_rows", (long) ingest.observations().size())
                .set("quarantined_rows", (long) ingest.quarantined().size())
                .set("plan_rows", (long) ingest.planFigures().size())
                .set("later_rows", ingest.laterRows(identity.asOf()))
                .build());
        return new Table(MartTables.RUN, rows);
    }
}
