package vn.chitieu.observation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An area that became part of another, a line of {@code area_composition.csv}.
 *
 * @param wholeCode the area that it became part of
 * @param partCode the area as it was before
 * @param validFrom the first day of the whole
 * @param year of both
 */
public record AreaPart(String wholeCode, String partCode, LocalDate validFrom, ReportingYear year) {

    /** Returns the codes of a merged area and of its parts. */
    public static SortedSet<String> territories(String wholeCode, Collection<AreaPart> parts) {
        SortedSet<String> territories = new TreeSet<>(Set.of(wholeCode));
        parts.forEach(part -> territories.add(part.partCode()));
        return territories;
    }

    /** Returns the parts of each area that is merged on a day, by the code of the whole. */
    public static SortedMap<String, List<AreaPart>> byWhole(Collection<AreaPart> parts, LocalDate day) {
        return parts.stream()
                .filter(part -> !part.validFrom().isAfter(day))
                .collect(Collectors.groupingBy(AreaPart::wholeCode, TreeMap::new, Collectors.toList()));
    }
}
