package vn.chitieu.observation.figures;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;

/**
 * Every vintage of every figure in {@link Vintages#ORDER}, which puts one area behind the other. Held packed, an area
 * becomes objects when it is asked for, and is meant to be let go before the next: a nation has tens of millions.
 */
public final class Figures extends AbstractList<Observation> {

    /** There are none. */
    public static final Figures NONE = new Figures(new TreeMap<>());

    private static final PackedVintages EMPTY = PackedVintages.of(List.of());

    private final SortedMap<String, PackedVintages> byArea;
    private final int size;

    private Figures(SortedMap<String, PackedVintages> byArea) {
        this.byArea = byArea;
        this.size = Math.toIntExact(
                byArea.values().stream().mapToLong(PackedVintages::size).sum());
    }

    /** Returns some vintages, whatever their order. */
    public static Figures of(Collection<Observation> vintages) {
        if (vintages instanceof Figures done) {
            return done;
        }
        Builder builder = new Builder();
        vintages.forEach(builder::add);
        return builder.build();
    }

    /** Takes vintages of any areas in any order. */
    public static final class Builder {

        private final Map<String, PackedVintages.Builder> byArea = new HashMap<>();

        public void add(Observation vintage) {
            byArea.computeIfAbsent(vintage.key().areaCode(), area -> new PackedVintages.Builder())
                    .add(vintage);
        }

        public Figures build() {
            TreeMap<String, PackedVintages> packed = new TreeMap<>();
            for (String area : List.copyOf(byArea.keySet())) {
                PackedVintages.Builder ofArea = byArea.remove(area);
                packed.put(area, ofArea.isInOrder() ? ofArea.build() : inOrder(ofArea.build().stream()));
            }
            return new Figures(packed);
        }
    }

    private static PackedVintages inOrder(Stream<Observation> vintages) {
        return PackedVintages.of(vintages.sorted(Vintages.ORDER).toList());
    }

    /** Returns the areas that have a figure. */
    public SortedSet<String> areas() {
        return Collections.unmodifiableSortedSet(new TreeMap<>(byArea).navigableKeySet());
    }

    /** Returns the vintages of an area; none where it has no figure. */
    public List<Observation> of(String areaCode) {
        return packed(areaCode).unpacked();
    }

    /** Returns the vintages of some areas, in the order of their codes. */
    public List<Observation> ofAreas(SortedSet<String> areaCodes) {
        return areaCodes.stream().flatMap(area -> packed(area).stream()).toList();
    }

    /** Returns the vintages that a delivery states. */
    public List<Observation> ofDelivery(String deliveryId) {
        return byArea.values().stream()
                .filter(area -> area.isOfDelivery(deliveryId))
                .flatMap(PackedVintages::stream)
                .filter(vintage -> vintage.deliveryId().equals(deliveryId))
                .toList();
    }

    /** Returns the vintages of an area as they are held. */
    public PackedVintages packed(String areaCode) {
        return byArea.getOrDefault(areaCode, EMPTY);
    }

    /** Returns the vintages for which a condition holds. */
    public Figures where(Predicate<Observation> condition) {
        TreeMap<String, PackedVintages> kept = new TreeMap<>();
        byArea.forEach((area, vintages) -> {
            List<Observation> some = vintages.stream().filter(condition).toList();
            if (!some.isEmpty()) {
                kept.put(area, some.size() == vintages.size() ? vintages : PackedVintages.of(some));
            }
        });
        return new Figures(kept);
    }

    /** Returns these vintages and others. */
    public Figures and(Collection<Observation> others) {
        return together(List.of(this, of(others)));
    }

    /** Returns the vintages of all of these; an area that one of them has alone stays as it is held. */
    public static Figures together(List<Figures> all) {
        TreeMap<String, List<PackedVintages>> parts = new TreeMap<>();
        for (Figures one : all) {
            one.byArea.forEach((area, vintages) ->
                    parts.computeIfAbsent(area, code -> new ArrayList<>()).add(vintages));
        }
        TreeMap<String, PackedVintages> packed = new TreeMap<>();
        parts.forEach((area, ofArea) -> packed.put(
                area,
                ofArea.size() == 1 ? ofArea.get(0) : inOrder(ofArea.stream().flatMap(PackedVintages::stream))));
        return new Figures(packed);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Observation get(int index) {
        int left = index;
        for (PackedVintages vintages : byArea.values()) {
            if (left < vintages.size()) {
                return vintages.unpacked().get(left);
            }
            left -= vintages.size();
        }
        throw new IndexOutOfBoundsException("Expecting an index below " + size + " but was " + index);
    }

    @Override
    public Iterator<Observation> iterator() {
        return byArea.values().stream().flatMap(PackedVintages::stream).iterator();
    }
}
