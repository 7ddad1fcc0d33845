package vn.chitieu.account.area;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.figures.PackedVintages;

/** Every vintage of every figure of one area: what one task of a night works on. */
public record AreaFigures(String areaCode, PackedVintages vintages) implements Serializable {

    /** Returns the figures of an area, in any order. */
    public static AreaFigures of(String areaCode, Collection<Observation> figures) {
        return new AreaFigures(areaCode, Figures.of(figures).packed(areaCode));
    }

    /** Returns the figures of each area, in the order of their codes. */
    public static List<AreaFigures> of(Figures figures) {
        return figures.areas().stream()
                .map(area -> new AreaFigures(area, figures.packed(area)))
                .toList();
    }

    /** Returns the vintages, made anew from what is held each time. */
    public List<Observation> observations() {
        return vintages.unpacked();
    }

    /** Returns the accounts of the area as they stood on each of some days. */
    public List<AreaAccount> accounts(SortedSet<LocalDate> days) {
        List<Observation> observations = observations();
        return days.stream()
                .map(day -> new AreaAccount(
                        areaCode, day, RegionalAccounts.of(areaCode, Vintages.visible(observations, day), day)))
                .toList();
    }
}
