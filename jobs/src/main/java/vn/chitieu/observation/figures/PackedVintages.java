package vn.chitieu.observation.figures;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.rows.PackedInput;
import vn.chitieu.catalog.rows.PackedOutput;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.Vintages;

/**
 * Vintages in the order in which they were added, in some fifteen bytes each: what a series and what a page have in
 * common is held once, everything else as the difference from the vintage before.
 */
public final class PackedVintages extends AbstractCollection<Observation> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Line> lines;
    private final ArrayList<Origin> origins;
    private final long[] days;
    private final byte[] packed;
    private final int size;

    private PackedVintages(Builder of) {
        this.lines = new ArrayList<>(of.lines.keySet());
        this.origins = new ArrayList<>(of.origins.keySet());
        this.days = of.days.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();
        this.packed = of.packed.written();
        this.size = of.size;
    }

    /** What the figures of one series and frequency have in common. */
    private record Line(
            String areaCode,
            String indicatorCode,
            String activityCode,
            Frequency frequency,
            Accumulation accumulation,
            PriceBasis priceBasis,
            String unitCode)
            implements Serializable {}

    /** What the figures of one page of a delivery have in common. */
    private record Origin(
            ObservationStatus status,
            PublishedKind kind,
            String sourceUrl,
            int trustRank,
            String deliveryId,
            String sourceFile)
            implements Serializable {}

    /** Returns some vintages, packed in the order given. */
    public static PackedVintages of(Collection<Observation> vintages) {
        if (vintages instanceof PackedVintages done) {
            return done;
        }
        Builder builder = new Builder();
        vintages.forEach(builder::add);
        return builder.build();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackedVintages that
                && size == that.size
                && Arrays.equals(packed, that.packed)
                && lines.equals(that.lines)
                && origins.equals(that.origins);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    /** Returns whether any of the vintages is of a delivery. */
    boolean isOfDelivery(String deliveryId) {
        return origins.stream().anyMatch(origin -> origin.deliveryId().equals(deliveryId));
    }

    /** Returns how many bytes the vintages take without what they have in common. */
    public int bytes() {
        return packed.length;
    }

    /**
     * Returns the sum of all that somebody who looks at the vintages from a day can see of them: the same on two days
     * that no date of a vintage lies between.
     */
    public String sumSeenFrom(LocalDate day) {
        List<Object> common = new ArrayList<>(List.of(size, lines.size(), datesUntil(day)));
        lines.forEach(line -> common.addAll(List.of(
                line.areaCode(),
                line.indicatorCode(),
                line.activityCode(),
                line.frequency(),
                line.accumulation(),
                line.priceBasis(),
                line.unitCode())));
        origins.forEach(origin -> common.addAll(List.of(
                origin.status(),
                origin.kind(),
                origin.sourceUrl(),
                origin.trustRank(),
                origin.deliveryId(),
                origin.sourceFile())));
        return Sha256.ofParts(common) + Sha256.of(packed);
    }

    private long datesUntil(LocalDate day) {
        return Arrays.stream(days).filter(date -> date <= day.toEpochDay()).count();
    }

    /** Returns the vintages as objects. */
    public List<Observation> unpacked() {
        List<Observation> vintages = new ArrayList<>(size);
        forEach(vintages::add);
        return vintages;
    }

    @Override
    public Iterator<Observation> iterator() {
        return new Unpacking();
    }

    /** Packs vintages one after the other. */
    static final class Builder {

        private final Map<Line, Integer> lines = new LinkedHashMap<>();
        private final Map<Origin, Integer> origins = new LinkedHashMap<>();
        private final Set<LocalDate> days = new HashSet<>();
        private final PackedOutput packed = new PackedOutput();
        private int size;
        private @Nullable Observation last;
        private boolean isInOrder = true;

        void add(Observation vintage) {
            isInOrder = isInOrder && (last == null || Vintages.ORDER.compare(last, vintage) <= 0);
            ObservationKey key = vintage.key();
            Line line = new Line(
                    key.areaCode(),
                    key.indicatorCode(),
                    key.activityCode(),
                    key.period().frequency(),
                    key.accumulation(),
                    key.priceBasis(),
                    vintage.unitCode());
            Origin origin = new Origin(
                    vintage.status(),
                    vintage.publishedKind(),
                    vintage.sourceUrl(),
                    vintage.trustRank(),
                    vintage.deliveryId(),
                    vintage.sourceFile());
            packed.count(lines.computeIfAbsent(line, any -> lines.size()));
            packed.count(origins.computeIfAbsent(origin, any -> origins.size()));
            packed.number(
                    place(key.period()) - (last == null ? 0 : place(last.key().period())));
            value(vintage.value());
            packed.number(vintage.publishedDate().toEpochDay()
                    - (last == null ? 0 : last.publishedDate().toEpochDay()));
            packed.number(
                    vintage.sourceDate().toEpochDay() - vintage.publishedDate().toEpochDay());
            packed.number((long) vintage.sourceLine() - (last == null ? 0 : last.sourceLine()));
            if (last == null || !last.publishedDate().equals(vintage.publishedDate())) {
                days.add(vintage.publishedDate());
            }
            if (!vintage.sourceDate().equals(vintage.publishedDate())) {
                days.add(vintage.sourceDate());
            }
            LocalDate closed = vintage.closedDate();
            packed.count(closed == null ? 0 : 1);
            if (closed != null) {
                days.add(closed);
                packed.number(closed.toEpochDay());
            }
            last = vintage;
            size++;
        }

        /** Returns whether the vintages came in {@link Vintages#ORDER}. */
        boolean isInOrder() {
            return isInOrder;
        }

        PackedVintages build() {
            return new PackedVintages(this);
        }

        /** Digits that a long does not hold are written as bytes; the lowest bit before says so. */
        private void value(BigDecimal value) {
            BigInteger digits = value.unscaledValue();
            boolean isLong = digits.bitLength() < Long.SIZE - 1;
            packed.number(2L * value.scale() + (isLong ? 0 : 1));
            if (isLong) {
                packed.number(digits.longValue());
            } else {
                byte[] bytes = digits.toByteArray();
                packed.count(bytes.length);
                packed.all(bytes);
            }
        }
    }

    /** Returns where a period of its frequency stands, counted in such periods. */
    private static long place(Period period) {
        return (long) period.year() * period.frequency().periodsPerYear() + period.index() - 1;
    }

    private static Period period(Frequency frequency, long place) {
        int periods = frequency.periodsPerYear();
        return new Period((int) (place / periods), frequency, (int) (place % periods) + 1);
    }

    /** Makes objects of the bytes, one vintage at a time. */
    private final class Unpacking implements Iterator<Observation> {

        private final PackedInput input = new PackedInput(packed);
        private int given;
        private long place;
        private long published;
        private long sourceLine;
        private @Nullable ObservationKey key;
        private int lineOfKey = -1;

        @Override
        public boolean hasNext() {
            return given < size;
        }

        @Override
        public Observation next() {
            if (given == size) {
                throw new NoSuchElementException("Expecting at most " + size + " vintages");
            }
            given++;
            int lineNo = (int) input.count();
            Line line = lines.get(lineNo);
            Origin origin = origins.get((int) input.count());
            place += input.number();
            BigDecimal value = value();
            published += input.number();
            long sourceDate = published + input.number();
            sourceLine += input.number();
            LocalDate closed = input.count() == 0 ? null : LocalDate.ofEpochDay(input.number());
            LocalDate publishedDate = LocalDate.ofEpochDay(published);
            return new Observation(
                    key(lineNo, line),
                    value,
                    line.unitCode(),
                    origin.status(),
                    publishedDate,
                    origin.kind(),
                    sourceDate == published ? publishedDate : LocalDate.ofEpochDay(sourceDate),
                    origin.sourceUrl(),
                    origin.trustRank(),
                    origin.deliveryId(),
                    origin.sourceFile(),
                    (int) sourceLine,
                    closed);
        }

        /** Vintages of one figure stand together, and share its key. */
        private ObservationKey key(int lineNo, Line line) {
            Period period = period(line.frequency(), place);
            if (key == null || lineOfKey != lineNo || !key.period().equals(period)) {
                key = new ObservationKey(
                        line.areaCode(),
                        line.indicatorCode(),
                        line.activityCode(),
                        period,
                        line.accumulation(),
                        line.priceBasis());
                lineOfKey = lineNo;
            }
            return key;
        }

        private BigDecimal value() {
            long scale = input.number();
            if ((scale & 1) == 0) {
                return BigDecimal.valueOf(input.number(), (int) (scale >> 1));
            }
            int length = (int) input.count();
            return new BigDecimal(new BigInteger(input.all(length)), (int) (scale >> 1));
        }
    }
}
