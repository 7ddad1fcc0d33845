package vn.chitieu.projection.area;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.account.area.EvaluationDays;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.projection.series.RebuiltHistories;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInputs;
import vn.chitieu.projection.sparse.GrowthReference;

/** What makes of the figures of an area its accounts and series, each day that somebody looks from. */
public final class AreaViews implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EvaluationDays days;
    private final TreeMap<String, Indicator> facts;
    private final ArrayList<HistoryBreak> breaks;
    private final RebuiltHistories rebuilt;

    /**
     * Takes what is the same for all areas.
     *
     * @param days the days to look from, by area; an area that is not named is left out
     * @param facts the indicators by code
     * @param rebuilt what merged areas were before, stated for the same days
     */
    public AreaViews(
            EvaluationDays days,
            Map<String, Indicator> facts,
            Collection<HistoryBreak> breaks,
            RebuiltHistories rebuilt) {
        this.days = days;
        this.facts = new TreeMap<>(facts);
        this.breaks = new ArrayList<>(breaks);
        this.rebuilt = rebuilt;
    }

    /** Returns the days that an area is looked at from. */
    SortedSet<LocalDate> days(String areaCode) {
        return days.of(areaCode);
    }

    /** Returns whether what is seen of an area depends on its own figures alone. */
    boolean isOfItself(String areaCode) {
        return !rebuilt.isMerged(areaCode);
    }

    /**
     * An area as it was seen from a day.
     *
     * @param inputs its series
     */
    record View(AreaStatement statement, AreaInputs inputs) implements Serializable {}

    /** Returns an area once for each day. */
    List<View> of(AreaFigures area) {
        List<Observation> observations = area.observations();
        return area.accounts(days.of(area.areaCode())).stream()
                .map(account -> {
                    AreaInputs inputs = inputs(observations, account);
                    List<SeriesInput> own = inputs.inputs().stream()
                            .flatMap(input -> input.own().stream())
                            .toList();
                    List<GrowthReference> growth =
                            AreaProjector.growth(own).stream().toList();
                    return new View(new AreaStatement(SealedAccount.of(account), growth), inputs);
                })
                .toList();
    }

    private AreaInputs inputs(List<Observation> observations, AreaAccount account) {
        LocalDate day = account.asOf();
        List<SeriesInput> own = SeriesInputs.assemble(
                Vintages.latestByKey(Vintages.visible(observations, day), day).values(),
                account.result().figures(),
                facts,
                breaks);
        return new AreaInputs(account.areaCode(), day, rebuilt.with(account.areaCode(), day, own));
    }
}
