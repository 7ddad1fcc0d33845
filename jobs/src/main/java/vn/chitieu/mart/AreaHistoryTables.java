package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.chitieu.account.territory.LegacyShare;
import vn.chitieu.account.territory.MergedArea;
import vn.chitieu.account.territory.RebuiltFigure;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.AreaPart;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.programme.Programme;

/** Areas through time: merged ones before they were, and on request dissolved ones after. */
final class AreaHistoryTables {

    static final Columns<RebuiltFigure> AREA_HISTORY = Columns.<RebuiltFigure>of(
                    "area_history",
                    "area_code",
                    "indicator_code",
                    "activity_code",
                    "period",
                    "accumulation",
                    "price_basis")
            .with(ObservationTables.KEY, RebuiltFigure::key)
            .required("unit_code", TEXT, RebuiltFigure::unitCode)
            .optional("obs_value", DOUBLE, RebuiltFigure::value)
            .optional("standard_error", DOUBLE, RebuiltFigure::standardError)
            .optional("part_codes", TEXT, figure -> String.join(" ", figure.parts()))
            .optional("missing_part_codes", TEXT, figure -> String.join(" ", figure.missingParts()))
            .optional("reason_code", TEXT, figure -> figure.reason().code())
            .optional("reason_vi", TEXT, figure -> figure.reason().text().vi())
            .optional("reason_en", TEXT, figure -> figure.reason().text().en())
            .required("break_on", DATE, RebuiltFigure::breakOn)
            .ofFigure(
                    RebuiltFigure::origin,
                    RebuiltFigure::status,
                    RebuiltFigure::vintageDate,
                    RebuiltFigure::methodCode);

    private AreaHistoryTables() {}

    /**
     * Returns {@link MartTables#AREA_HISTORY}; an area that is not merged yet on the as-of date is left out.
     *
     * @param figures every vintage, those published later among them
     * @param carriedOn programmes whose dissolved territory is carried on by its last known share
     */
    static Table areaHistory(Codelists codelists, Figures figures, List<Programme> carriedOn, RunStamp stamp) {
        Map<String, List<AreaPart>> composition = AreaPart.byWhole(codelists.areaParts(), stamp.asOf());
        List<RebuiltFigure> rebuilt = new ArrayList<>();
        composition.forEach((whole, parts) -> {
            List<Observation> visible =
                    Vintages.visible(figures.ofAreas(AreaPart.territories(whole, parts)), stamp.asOf());
            List<RebuiltFigure> history =
                    MergedArea.history(whole, parts, visible, stamp.asOf(), codelists.indicators());
            rebuilt.addAll(history);
            carriedOn.stream()
                    .filter(programme -> isClosed(programme, stamp.asOf()))
                    .map(Programme::areaCode)
                    .distinct()
                    .filter(area ->
                            parts.stream().anyMatch(part -> part.partCode().equals(area)))
                    .forEach(area -> rebuilt.addAll(LegacyShare.carriedOn(
                            area,
                            codelists.reportingYears().of(area),
                            history,
                            visible,
                            stamp.asOf(),
                            codelists.indicators())));
        });
        return AREA_HISTORY.table(rebuilt, stamp);
    }

    private static boolean isClosed(Programme programme, LocalDate asOf) {
        return programme.status(asOf) == Programme.Status.CLOSED;
    }
}
