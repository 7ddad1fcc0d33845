package vn.chitieu.observation.codelist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.CodeName;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.source.table.Vocabulary;

/**
 * What the codes of a delivered table mean, in the vocabulary that it is written in.
 *
 * @param isOwn whether the codes are those of our lists
 */
public record CodeTables(
        Codelists codelists,
        boolean isOwn,
        Map<String, Area> areas,
        Map<String, Frequency> frequencies,
        Map<String, Accumulation> accumulations,
        Map<String, PriceBasis> priceBases,
        Map<String, Optional<ObservationStatus>> statuses) {

    public static CodeTables of(Codelists codelists, Vocabulary vocabulary) {
        boolean isOwn = vocabulary == Vocabulary.OWN;
        return new CodeTables(
                codelists,
                isOwn,
                isOwn ? codelists.areas() : codelists.areasBySourceCode(),
                byCode(codelists.frequencies(), isOwn, Frequency::valueOf),
                byCode(codelists.accumulations(), isOwn, Accumulation::ofCode),
                byCode(codelists.priceBases(), isOwn, PriceBasis::ofCode),
                isOwn ? ownStatuses(codelists) : codelists.statusMapping());
    }

    /** Returns what indicator, breakdown and unit of a row mean, if the lists have them. */
    public Optional<MappingRow> mapping(String indicator, String breakdown, String unit) {
        if (!isOwn) {
            return Optional.ofNullable(codelists.mappingBySource().get(List.of(indicator, breakdown, unit)));
        }
        Indicator known = codelists.indicators().get(indicator);
        boolean isKnown = known != null && codelists.activities().containsKey(breakdown) && known.hasUnit(unit);
        return isKnown ? Optional.of(MappingRow.identity(indicator, breakdown, unit)) : Optional.empty();
    }

    public Collection<String> indicators() {
        return isOwn
                ? codelists.indicators().keySet()
                : codelists.mapping().stream()
                        .map(MappingRow::sourceIndicator)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the breakdowns that an indicator may have; none if it is unknown. */
    public Collection<String> breakdowns(String indicator) {
        if (isOwn) {
            return codelists.indicators().containsKey(indicator)
                    ? codelists.activities().keySet()
                    : List.of();
        }
        return codelists.mapping().stream()
                .filter(row -> row.sourceIndicator().equals(indicator))
                .map(MappingRow::sourceBreakdown)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the units that an indicator with a breakdown may have; none if either is unknown. */
    public Collection<String> units(String indicator, String breakdown) {
        if (isOwn) {
            Indicator known = codelists.indicators().get(indicator);
            return known != null && codelists.activities().containsKey(breakdown) ? known.units() : List.of();
        }
        return codelists.mapping().stream()
                .filter(row -> row.sourceIndicator().equals(indicator)
                        && row.sourceBreakdown().equals(breakdown))
                .map(MappingRow::sourceUnit)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the lines {@code indicator.activity} that an indicator, a breakdown or both stand for. */
    public List<String> lines(String indicator, String breakdown) {
        List<String> lines = new ArrayList<>();
        if (isOwn) {
            Collection<String> indicators = indicator.isEmpty() ? indicators() : List.of(indicator);
            Collection<String> activities =
                    breakdown.isEmpty() ? codelists.activities().keySet() : List.of(breakdown);
            indicators.forEach(i -> activities.forEach(a -> lines.add(i + "." + a)));
            return lines;
        }
        for (MappingRow row : codelists.mapping()) {
            if ((indicator.isEmpty() || row.sourceIndicator().equals(indicator))
                    && (breakdown.isEmpty() || row.sourceBreakdown().equals(breakdown))) {
                lines.add(row.indicatorCode() + "." + row.activityCode());
            }
        }
        return lines;
    }

    private static <V> Map<String, V> byCode(Map<String, CodeName> names, boolean isOwn, Function<String, V> ofCode) {
        Map<String, V> byCode = new LinkedHashMap<>();
        names.values().forEach(name -> byCode.put(isOwn ? name.code() : name.sourceCode(), ofCode.apply(name.code())));
        return byCode;
    }

    /** Our status F is that of a plan: an outcome is never a forecast. */
    private static Map<String, Optional<ObservationStatus>> ownStatuses(Codelists codelists) {
        Map<String, Optional<ObservationStatus>> statuses = new LinkedHashMap<>();
        codelists.statuses().keySet().forEach(code -> {
            ObservationStatus status = ObservationStatus.ofCode(code);
            statuses.put(code, Optional.of(status).filter(s -> s != ObservationStatus.FORECAST));
        });
        return statuses;
    }
}
