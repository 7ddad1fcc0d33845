package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.territory.LegacyShare;
import vn.chitieu.account.territory.MergedArea;
import vn.chitieu.account.territory.RebuiltFigure;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.AreaPart;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.programme.Programme;

/** Areas through time: merged ones before they were, and on request dissolved ones after. */
final class AreaHistoryTables {

    private AreaHistoryTables() {}

    /**
     * Returns {@link MartTables#AREA_HISTORY}; an area that is not merged yet on the as-of date is left out.
     *
     * @param visible every vintage known by the as-of date
     * @param carriedOn programmes whose dissolved territory is carried on by its last known share
     */
    static Table areaHistory(
            Codelists codelists, Collection<Observation> visible, List<Programme> carriedOn, RunStamp stamp) {
        Map<String, List<AreaPart>> composition = AreaPart.byWhole(codelists.areaParts(), stamp.asOf());
        List<RebuiltFigure> figures = new ArrayList<>();
        composition.forEach((whole, parts) -> {
            List<RebuiltFigure> history =
                    MergedArea.history(whole, parts, visible, stamp.asOf(), codelists.indicators());
            figures.addAll(history);
            carriedOn.stream()
                    .filter(programme -> isClosed(programme, stamp.asOf()))
                    .map(Programme::areaCode)
                    .distinct()
                    .filter(area ->
                            parts.stream().anyMatch(part -> part.partCode().equals(area)))
                    .forEach(area -> figures.addAll(
                            LegacyShare.carriedOn(area, history, visible, stamp.asOf(), codelists.indicators())));
        });
        List<@Nullable Object[]> rows = new ArrayList<>();
        figures.forEach(figure -> rows.add(row(figure, stamp)));
        return new Table(MartTables.AREA_HISTORY, rows);
    }

    private static boolean isClosed(Programme programme, LocalDate asOf) {
        return programme.status(asOf) == Programme.Status.CLOSED;
    }

    private static @Nullable Object[] row(RebuiltFigure figure, RunStamp stamp) {
        return RowBuilder.of(MartTables.AREA_HISTORY, stamp)
                .set("area_code", figure.key().areaCode())
                .set("indicator_code", figure.key().indicatorCode())
                .set("activity_code", figure.key().activityCode())
                .set("period", figure.key().period().toString())
                .set("accumulation", figure.key().accumulation().code())
                .set("price_basis", figure.key().priceBasis().code())
                .set("unit_code", figure.unitCode())
                .set("obs_value", figure.value())
                .set("standard_error", figure.standardError())
                .setText("part_codes", String.join(" ", figure.parts()))
                .setText("missing_part_codes", String.join(" ", figure.missingParts()))
                .setText("reason_code", figure.reason().code())
                .setText("reason_vi", figure.reason().text().vi())
                .setText("reason_en", figure.reason().text().en())
                .set("break_on", figure.breakOn())
                .set("origin", figure.origin().code())
                .set("obs_status", figure.status().code())
                .set("vintage_date", figure.vintageDate())
                .set("method_code", figure.methodCode())
                .build();
    }
}
