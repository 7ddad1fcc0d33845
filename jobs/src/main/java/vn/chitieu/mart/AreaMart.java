package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Revisions;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.track.TrackEntry;
import vn.chitieu.track.TrackRecord;

/** The rows that one area has in the tables that are told area by area. */
final class AreaMart {

    private final Codelists codelists;
    private final RunHistory before;
    private final RunStamp stamp;

    AreaMart(Codelists codelists, RunHistory before, RunStamp stamp) {
        this.codelists = codelists;
        this.before = before;
        this.stamp = stamp;
    }

    /**
     * What is known and was made of one area.
     *
     * @param figures every vintage of every outcome, whenever published
     * @param plans the same of plans
     * @param accounts as of the day of the run, one or none
     * @param record what was stated of its series and targets
     */
    record Made(
            String areaCode,
            Collection<Observation> figures,
            Collection<Observation> plans,
            List<AreaAccount> accounts,
            List<ProjectionTables.Dated> projections,
            List<TrackEntry> record) {

        Made {
            accounts = List.copyOf(accounts);
            projections = List.copyOf(projections);
            record = List.copyOf(record);
        }
    }

    /** Returns the rows of the area in each table of {@link MartTables#ofAreas()}, in that order. */
    List<Table> of(Made area) {
        LocalDate asOf = stamp.asOf();
        List<Observation> visible = Vintages.visible(area.figures(), asOf);
        List<AccountFigure> figures = area.accounts().stream()
                .flatMap(account -> account.result().figures().stream())
                .toList();
        TrackRecord record = new TrackRecord(area.record());
        return List.of(
                ProjectionTables.projection(area.projections(), stamp),
                ProjectionTables.path(area.projections(), stamp),
                HistoryTables.projections(before, area.areaCode(), area.projections(), stamp),
                ForecastEvaluationTables.record(record, stamp),
                ForecastEvaluationTables.evaluation(record, stamp),
                ForecastSkillTables.skill(record, stamp),
                AccountTables.grdpBySector(figures, codelists, stamp),
                AccountTables.grdpPerCapita(figures, codelists, stamp),
                BalanceTables.balancedAccount(area.accounts(), stamp),
                BalanceTables.balanceResidual(area.accounts(), stamp),
                AccountTables.budgetRevenue(figures, codelists, stamp),
                AccountTables.tradeBalance(figures, codelists, stamp),
                ObservationTables.observation(
                        visible,
                        FigureUse.of(Vintages.latestByKey(visible, asOf).values(), codelists),
                        stamp),
                ObservationTables.planFigure(Vintages.visible(area.plans(), asOf), stamp),
                ObservationTables.revision(Revisions.of(visible, asOf), stamp));
    }
}
