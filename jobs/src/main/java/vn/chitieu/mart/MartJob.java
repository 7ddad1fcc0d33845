package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.attainment.AssessedTargets;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.EstimateReview;
import vn.chitieu.attainment.PaceStep;
import vn.chitieu.attainment.ProgrammeVerdicts;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.dictionary.UnnamedCodes;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Revisions;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.ExpectedDelivery;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.rule.KeptFigures;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.programme.ExpertJudgement;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.track.TrackRecord;

/** Makes every published table of a run from what the stages made. */
public final class MartJob {

    private MartJob() {}

    /**
     * What the stages made of the observations of a run.
     *
     * @param accounts of the as-of date and of each day that a programme is evaluated on; figures are published of the
     *     first only
     * @param auditFindings what the audits of the programmes found, and what is missing or late
     * @param expected which deliveries were expected
     * @param changes since {@code previous}, which is null for the first run
     * @param judgements of persons, whether in force or not
     * @param record what was stated until now, this run's statements with it
     * @param isLegacyCarriedOn whether dissolved territories are carried on by their last known share
     */
    public record StageResults(
            ValidationReport report,
            List<AreaAccount> accounts,
            List<AreaProjection> projections,
            List<ProgrammeVerdicts> verdicts,
            List<EstimateReview> reviews,
            List<ExpertJudgement> judgements,
            List<Finding> auditFindings,
            List<ExpectedDelivery> expected,
            @Nullable PreviousRun previous,
            List<Change> changes,
            TrackRecord record,
            boolean isLegacyCarriedOn) {

        public StageResults {
            accounts = List.copyOf(accounts);
            projections = List.copyOf(projections);
            verdicts = List.copyOf(verdicts);
            reviews = List.copyOf(reviews);
            judgements = List.copyOf(judgements);
            auditFindings = List.copyOf(auditFindings);
            expected = List.copyOf(expected);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Returns the tables of {@link MartTables#all()}, in that order.
     *
     * @param before what the runs before said of targets and series
     */
    public static List<Table> run(
            RunIdentity identity,
            Codelists codelists,
            List<Programme> programmes,
            IngestResult ingest,
            StageResults results,
            RunHistory before) {
        RunStamp stamp = new RunStamp(identity.runId().text(), identity.asOf());
        List<AccountFigure> figures = new ArrayList<>();
        List<AreaAccount> balanced = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(ingest.findings(identity.asOf()));
        findings.addAll(results.report().findings());
        for (AreaAccount account : results.accounts()) {
            if (account.asOf().equals(identity.asOf())) {
                figures.addAll(account.result().figures());
                findings.addAll(account.result().findings());
                balanced.add(account);
            }
        }
        findings.addAll(results.auditFindings());
        List<ProjectionTables.Dated> dated = new ArrayList<>();
        for (AreaProjection projection : results.projections()) {
            projection.outcomes().forEach(outcome -> {
                if (outcome instanceof SeriesProjection projected) {
                    dated.add(new ProjectionTables.Dated(
                            projected, projection.task().evaluatedOn()));
                }
            });
        }
        List<TargetAttainment> attainments = AssessedTargets.judged(
                results.verdicts().stream()
                        .flatMap(v -> v.attainments().stream())
                        .toList(),
                ingest.unitAssessments());
        List<PaceStep> pace =
                results.verdicts().stream().flatMap(v -> v.pace().stream()).toList();
        List<Observation> visible = Vintages.visible(ingest.observations(), identity.asOf());
        Collection<Observation> latest =
                Vintages.latestByKey(visible, identity.asOf()).values();

        RunHistory history = HistoryTables.of(before, attainments, dated, stamp, ProductClasses.version());
        Table record = ForecastEvaluationTables.record(results.record(), stamp);
        List<Table> dimensions = List.of(
                DimensionTables.area(codelists),
                DimensionTables.indicator(codelists, history.indicators()),
                DimensionTables.activity(codelists),
                DimensionTables.unit(codelists),
                DimensionTables.code(
                        codelists,
                        results.report().outcomes().stream()
                                .map(ValidationReport.Outcome::rule)
                                .toList()));
        findings.addAll(UnnamedCodes.findings(List.of(history.targets(), history.projections(), record), dimensions));

        List<Table> tables = new ArrayList<>(List.of(
                AttainmentTables.targetAttainment(attainments, results.reviews(), stamp),
                ProjectionTables.projection(dated, stamp),
                ProjectionTables.path(dated, stamp),
                AttainmentTables.requiredPace(pace, stamp),
                AttainmentTables.estimateReview(results.reviews(), stamp),
                JudgementTables.judgement(results.judgements(), attainments, stamp),
                ChangeTables.changeExplanation(results.changes(), results.previous(), dated, attainments, stamp),
                history.targets(),
                history.projections(),
                record,
                ForecastEvaluationTables.evaluation(results.record(), stamp),
                ForecastSkillTables.skill(results.record(), stamp),
                AccountTables.grdpBySector(figures, codelists, stamp),
                AccountTables.grdpPerCapita(figures, codelists, stamp),
                BalanceTables.balancedAccount(balanced, stamp),
                BalanceTables.balanceResidual(balanced, stamp),
                AccountTables.budgetRevenue(figures, codelists, stamp),
                AccountTables.tradeBalance(figures, codelists, stamp),
                AreaHistoryTables.areaHistory(
                        codelists, visible, results.isLegacyCarriedOn() ? programmes : List.of(), stamp),
                ObservationTables.observation(visible, FigureUse.of(latest, codelists), stamp),
                ObservationTables.planFigure(Vintages.visible(ingest.planFigures(), identity.asOf()), stamp),
                ObservationTables.quarantine(ingest.quarantined(), KeptFigures.of(results.report(), latest), stamp),
                ObservationTables.revision(Revisions.of(visible, identity.asOf()), stamp),
                ObservationTables.finding(findings, stamp),
                ExpectedTables.expectedDelivery(results.expected(), stamp)));
        tables.addAll(dimensions);
        PeriodCodes codes = new PeriodCodes(codelists.reportingYears(), programmes);
        tables.replaceAll(codes::of);
        tables.add(DimensionTables.period(tables));
        tables.add(DimensionTables.target(programmes, identity.asOf()));
        tables.add(DimensionTables.dataDictionary());
        tables.add(RunTables.run(identity, ingest, results.previous()));
        return tables;
    }
}
