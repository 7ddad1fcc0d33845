package vn.chitieu.attainment.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.programme.Programme;

/**
 * Holds the targets of a programme against the accounting identities that tie them together, and against what the
 * territory has shown. It asks whether the programme agrees with itself, not whether it will be reached.
 */
public final class ProgrammeAudit {

    private ProgrammeAudit() {}

    /**
     * Returns every check that the programme's targets call for, those that lack a figure too: growth, structure,
     * prices, sums, ambition, versions; none for a programme not yet adopted.
     *
     * @param asOf targets are those issued by the day on which the programme is evaluated
     * @param accounts of the programme's area as of that day
     * @param visible every vintage of the area published by that day, plans left out
     */
    public static List<AuditCheck> of(
            Programme programme,
            LocalDate asOf,
            Collection<AccountFigure> accounts,
            Collection<Observation> visible,
            Codelists codelists) {
        return of(
                programme,
                asOf,
                accounts,
                visible,
                codelists.indicators(),
                codelists.historyBreaks(),
                codelists.reportingYears().of(programme.areaCode()));
    }

    /**
     * Returns what the audit of each programme found, as of the day on which the programme is evaluated.
     *
     * @param accounts of every area and day, those of the programmes among them
     * @param observations every vintage of every figure
     */
    public static List<Finding> findings(
            List<Programme> programmes,
            LocalDate asOf,
            Collection<SealedAccount> accounts,
            Figures observations,
            Codelists codelists) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<SealedAccount>> accountsOf =
                accounts.stream().collect(Collectors.groupingBy(SealedAccount::areaCode));
        for (Programme programme : programmes) {
            LocalDate day = programme.evaluatedOn(asOf);
            List<Observation> visible = Vintages.visible(observations.of(programme.areaCode()), day);
            List<AccountFigure> figures = accountsOf.getOrDefault(programme.areaCode(), List.of()).stream()
                    .filter(account -> account.asOf().equals(day))
                    .flatMap(account -> account.open().result().figures().stream())
                    .toList();
            of(programme, asOf, figures, visible, codelists).stream()
                    .filter(AuditCheck::isFinding)
                    .forEach(check -> findings.add(check.finding(programme)));
        }
        return findings;
    }

    static List<AuditCheck> of(
            Programme programme,
            LocalDate asOf,
            Collection<AccountFigure> accounts,
            Collection<Observation> visible,
            Map<String, Indicator> indicators,
            List<HistoryBreak> breaks,
            ReportingYear calendar) {
        LocalDate day = programme.evaluatedOn(asOf);
        if (programme.status(asOf) == Programme.Status.NOT_YET_ADOPTED) {
            return List.of();
        }
        ProgrammePlan plan = new ProgrammePlan(programme, day);
        AreaFigures figures = new AreaFigures(day, accounts, visible, breaks, indicators, calendar);
        List<AuditCheck> checks = new ArrayList<>();
        new GrowthAudit(plan, figures).check().ifPresent(checks::add);
        checks.addAll(new StructureAudit(plan, figures).checks());
        checks.addAll(new NominalAudit(plan, figures).checks());
        checks.addAll(new SumAudit(plan, figures, indicators).checks());
        checks.addAll(new VersionAudit(plan, figures, day).checks());
        checks.addAll(new AmbitionAudit(plan, figures).checks());
        return List.copyOf(checks);
    }
}
