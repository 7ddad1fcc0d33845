package vn.chitieu.observation.figures;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
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

    private static final int DIGIT_BITS = 7;
    private static final int MORE = 0x80;

    private final ArrayList<Line> lines;
    private final ArrayList<Origin> origins;
    private final byte[] packed;
    private final int size;

    private PackedVintages(Builder of) {
        this.lines = new ArrayList<>(of.lines.keySet());
        this.origins = new ArrayList<>(of.origins.keySet());
        this.packed = of.packed.toByteArray();
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
        private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
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
            whole(lines.computeIfAbsent(line, any -> lines.size()));
            whole(origins.computeIfAbsent(origin, any -> origins.size()));
            signed(place(key.period()) - (last == null ? 0 : place(last.key().period())));
            value(vintage.value());
            signed(vintage.publishedDate().toEpochDay()
                    - (last == null ? 0 : last.publishedDate().toEpochDay()));
            signed(vintage.sourceDate().toEpochDay() - vintage.publishedDate().toEpochDay());
            signed((long) vintage.sourceLine() - (last == null ? 0 : last.sourceLine()));
            LocalDate closed = vintage.closedDate();
            whole(closed == null ? 0 : 1);
            if (closed != null) {
                signed(closed.toEpochDay());
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

        /** A number of more than 63 bits is written as text, which its scale alone announces. */
        private void value(BigDecimal value) {
            BigInteger digits = value.unscaledValue();
            boolean isLong = digits.bitLength() < Long.SIZE - 1;
            signed(2L * value.scale() + (isLong ? 0 : 1));
            if (isLong) {
                signed(digits.longValue());
            } else {
                byte[] bytes = digits.toByteArray();
                whole(bytes.length);
                packed.writeBytes(bytes);
            }
        }

        private void signed(long number) {
            whole((number << 1) ^ (number >> (Long.SIZE - 1)));
        }

        private void whole(long number) {
            long rest = number;
            while ((rest & -MORE) != 0) {
                packed.write((int) (rest & (MORE - 1)) | MORE);
                rest >>>= DIGIT_BITS;
            }
            packed.write((int) rest);
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

        private int at;
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
            int lineNo = (int) whole();
            Line line = lines.get(lineNo);
            Origin origin = origins.get((int) whole());
            place += signed();
            BigDecimal value = value();
            published += signed();
            long sourceDate = published + signed();
            sourceLine += signed();
            LocalDate closed = whole() == 0 ? null : LocalDate.ofEpochDay(signed());
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
            long scale = signed();
            if ((scale & 1) == 0) {
                return BigDecimal.valueOf(signed(), (int) (scale >> 1));
            }
            int length = (int) whole();
            BigInteger digits = new BigInteger(packed, at, length);
            at += length;
            return new BigDecimal(digits, (int) (scale >> 1));
        }

        private long signed() {
            long coded = whole();
            return (coded >>> 1) ^ -(coded & 1);
        }

        private long whole() {
            long number = 0;
            int shift = 0;
            while (true) {
                byte next = packed[at++];
                number |= (long) (next & (MORE - 1)) << shift;
                if (next >= 0) {
                    return number;
                }
                shift += DIGIT_BITS;
            }
        }
    }
}
