package vn.chitieu.projection.backtest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.SeriesInputs;

/** What makes of the figures of an area its past, as known on a day. */
public final class BacktestLook implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, Indicator> facts;
    private final ArrayList<HistoryBreak> breaks;
    private final ReportingYears years;
    private final LocalDate asOf;

    private BacktestLook(
            Map<String, Indicator> facts, Collection<HistoryBreak> breaks, ReportingYears years, LocalDate asOf) {
        this.facts = new TreeMap<>(facts);
        this.breaks = new ArrayList<>(breaks);
        this.years = years;
        this.asOf = asOf;
    }

    /** Takes what is the same for all areas; figures published after the day are not looked at. */
    public static BacktestLook of(Codelists codelists, LocalDate asOf) {
        return of(codelists.indicators(), codelists.historyBreaks(), codelists.reportingYears(), asOf);
    }

    static BacktestLook of(
            Map<String, Indicator> facts, Collection<HistoryBreak> breaks, ReportingYears years, LocalDate asOf) {
        return new BacktestLook(facts, breaks, years, asOf);
    }

    LocalDate asOf() {
        return asOf;
    }

    AreaPast of(AreaFigures area) {
        List<AccountFigure> figures = new ArrayList<>();
        for (AreaAccount account : area.accounts(new TreeSet<>(Set.of(asOf)))) {
            figures.addAll(account.result().figures());
        }
        return of(area, figures);
    }

    AreaPast of(AreaFigures area, Collection<AccountFigure> figures) {
        List<Observation> visible = Vintages.visible(area.observations(), asOf);
        Map<SeriesId, List<Observation>> vintages = new TreeMap<>();
        for (Observation observation : visible) {
            vintages.computeIfAbsent(SeriesInputs.id(observation.key()), id -> new ArrayList<>())
                    .add(observation);
        }
        ReportingYear calendar = years.of(area.areaCode());
        Set<SeriesId> ofAccounts = SeriesInputs.ofAccounts(figures);
        return new AreaPast(
                SeriesInputs.assemble(Vintages.latestByKey(visible, asOf).values(), figures, facts, breaks).stream()
                        .map(latest -> new SeriesPast(
                                latest,
                                vintages.getOrDefault(latest.id(), List.of()),
                                ofAccounts.contains(latest.id()),
                                breaks,
                                calendar))
                        .toList(),
                calendar);
    }
}
