package vn.chitieu.projection.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.territory.MergedArea;
import vn.chitieu.account.territory.RebuiltFigure;
import vn.chitieu.observation.AreaPart;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/**
 * What merged areas were before their first day, by area and by the day as seen on which it is reported: the levels
 * that {@link MergedArea} sums because every part has them. Ratios follow from projected levels and are not reported.
 */
public final class RebuiltHistories implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, TreeMap<LocalDate, SortedMap<SeriesId, SeriesInput>>> byArea = new TreeMap<>();

    private RebuiltHistories() {}

    /** No area is merged. */
    public static RebuiltHistories none() {
        return new RebuiltHistories();
    }

    /**
     * Returns the histories of every area that is merged by one of the days.
     *
     * @param observations every vintage of every area; those published after a day are not looked at for it
     * @param days as seen on which series are projected
     * @param areaParts which areas became part of which
     * @param indicators by code; figures of others or in another unit are left out
     * @param breaks figures from before the last break of the series, or of that of a part, are left out
     */
    public static RebuiltHistories of(
            Figures observations,
            Collection<LocalDate> days,
            Collection<AreaPart> areaParts,
            Map<String, Indicator> indicators,
            Collection<HistoryBreak> breaks) {
        RebuiltHistories histories = new RebuiltHistories();
        for (LocalDate day : new TreeSet<>(days)) {
            AreaPart.byWhole(areaParts, day).forEach((whole, parts) -> {
                List<Observation> visible =
                        Vintages.visible(observations.ofAreas(AreaPart.territories(whole, parts)), day);
                SortedMap<SeriesId, SeriesInput> series = series(
                        MergedArea.history(whole, parts, visible, day, indicators),
                        parts.get(0).year(),
                        indicators,
                        breaks);
                histories.byArea.computeIfAbsent(whole, w -> new TreeMap<>()).put(day, series);
            });
        }
        return histories;
    }

    private static SortedMap<SeriesId, SeriesInput> series(
            List<RebuiltFigure> figures,
            ReportingYear year,
            Map<String, Indicator> indicators,
            Collection<HistoryBreak> breaks) {
        TreeMap<SeriesId, List<DatedValue>> values = new TreeMap<>();
        TreeMap<SeriesId, LocalDate> breakOn = new TreeMap<>();
        for (RebuiltFigure figure : figures) {
            SeriesId id = SeriesInputs.id(figure.key());
            Indicator known = indicators.get(id.indicatorCode());
            Double value = figure.value();
            if (known != null
                    && value != null
                    && figure.isSumOfParts()
                    && known.unitCode().equals(figure.unitCode())
                    && !isCut(figure, id, breaks)) {
                values.computeIfAbsent(id, i -> new ArrayList<>())
                        .add(new DatedValue(
                                figure.key().period(),
                                figure.key().accumulation(),
                                value,
                                figure.status(),
                                figure.vintageDate(),
                                figure.origin()));
                breakOn.put(id, figure.breakOn());
            }
        }
        TreeMap<SeriesId, SeriesInput> series = new TreeMap<>();
        values.forEach((id, ofSeries) -> {
            LocalDate day = breakOn.get(id);
            Indicator known = indicators.get(id.indicatorCode());
            if (day != null && known != null) {
                series.put(id, new SeriesInput(id, known, ofSeries, new RebuiltPast(day, year, ofSeries)));
            }
        });
        return series;
    }

    private static boolean isCut(RebuiltFigure figure, SeriesId id, Collection<HistoryBreak> breaks) {
        List<SeriesId> ids = new ArrayList<>(List.of(id));
        figure.parts()
                .forEach(part -> ids.add(new SeriesId(part, id.indicatorCode(), id.activityCode(), id.priceBasis())));
        return ids.stream().anyMatch(one -> breaks.stream()
                .anyMatch(b ->
                        b.cuts(one.indicatorCode(), one.areaCode(), figure.key().period())));
    }

    /** Returns whether an area is one that has a history of its parts. */
    public boolean isMerged(String areaCode) {
        return byArea.containsKey(areaCode);
    }

    /**
     * Returns the series of an area with what is rebuilt of them, in order of their ids; the same ones where nothing
     * is.
     *
     * @param own as assembled from the area's own figures, which stand where both have one
     */
    public List<SeriesInput> with(String areaCode, LocalDate day, List<SeriesInput> own) {
        SortedMap<SeriesId, SeriesInput> rebuilt =
                byArea.getOrDefault(areaCode, new TreeMap<>()).getOrDefault(day, new TreeMap<>());
        if (rebuilt.isEmpty()) {
            return own;
        }
        TreeMap<SeriesId, SeriesInput> series = new TreeMap<>(rebuilt);
        own.forEach(input -> series.merge(input.id(), input, (past, known) -> known.after(past)));
        return List.copyOf(series.values());
    }
}
