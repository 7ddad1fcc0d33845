package vn.chitieu.projection.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.FanPath;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.SampleDistribution;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.AccountIdentities.Sum;

/**
 * Makes the projections of one area obey the identities of its accounts in every draw.
 *
 * <p>What is known best leads. Where the parts of a total are known as far into the year as the total itself, the total
 * is the sum of its parts: what is known of it plus what the parts still bring. Where the total is known better, it
 * keeps its own distribution and the parts are moved to it, draw by draw, each by its share of their error variances
 * ({@link Reconciliation#toTotal}). Growth, contributions, shares, balance and figures per head follow in each draw
 * ({@link DerivedProjections}). Known figures never change: where those of a total and of its parts differ by rounding
 * or revision, the difference stays as it is.
 */
final class CoherentProjections {

    private static final Set<String> SECTORS = Set.of("S1", "S2", "S3", AccountIdentities.NET_TAXES);

    private final NavigableMap<SeriesId, SeriesProjection> projections = new TreeMap<>();
    private final NavigableMap<SeriesId, String> methods = new TreeMap<>();
    private final Map<Sum, Double> differences = new HashMap<>();
    private final NavigableMap<SeriesId, SeriesProjection> carried = new TreeMap<>();
    private JointSample sample;

    private CoherentProjections(Collection<SeriesProjection> alone, AreaBases all) {
        for (SeriesProjection projection : alone) {
            boolean isPart = AccountIdentities.isPart(projection.id())
                    || QuotientSeries.isPart(all.quotients(), projection.id());
            if (isPart && projection.distribution() != null) {
                projections.put(projection.id(), projection);
            }
        }
        AreaBases bases = all.neededBy(projections);
        List<SampleNode> nodes = new ArrayList<>(bases.nodes());
        projections.values().forEach(projection -> nodes.add(node(projection)));
        sample = JointSample.of(nodes);
        if (projections.isEmpty()) {
            return;
        }
        List<Sum> sums = AccountIdentities.sums(projections.firstKey().areaCode()).stream()
                .filter(sum -> projections.keySet().containsAll(sum.parts()) && isOfOneUnit(sum))
                .toList();
        for (int i = sums.size() - 1; i >= 0; i--) {
            addUp(sums.get(i));
        }
        if (bases.product().isEmpty() || !carryOn(bases.product().get())) {
            perHead(projections.firstKey().areaCode());
        }
        sums.stream().filter(CoherentProjections::isOfVolumes).forEach(this::moveToTotal);
        bases.structures().forEach(this::carryStructure);
        sums.stream().filter(sum -> !isOfVolumes(sum)).forEach(this::moveToTotal);
        bases.parts().forEach(this::divide);
    }

    /**
     * Returns the outcomes with those that identities tie together replaced, and those added that follow from them, in
     * order of their ids.
     *
     * @param outcomes of one area and year, each series projected alone
     * @param bases what earlier years say of series that follow from others
     */
    static List<SeriesOutcome> of(Collection<SeriesOutcome> outcomes, AreaBases bases) {
        NavigableMap<SeriesId, SeriesOutcome> coherent = new TreeMap<>();
        NavigableMap<SeriesId, SeriesProjection> alone = new TreeMap<>();
        for (SeriesOutcome outcome : outcomes) {
            coherent.put(outcome.id(), outcome);
            if (outcome instanceof SeriesProjection projection) {
                alone.put(outcome.id(), projection);
            }
        }
        Map<SeriesId, SeriesProjection> rebuilt = volumes(alone, bases);
        alone.putAll(rebuilt);
        CoherentProjections area = new CoherentProjections(alone.values(), bases);
        area.projections.forEach((id, projection) -> {
            if (!rebuilt.containsKey(id)) {
                coherent.put(id, projection);
            }
        });
        for (SeriesProjection derived : DerivedProjections.of(area.projections, area.sample, bases.quotients())) {
            Optional<BalanceSides> sides = BalanceSides.of(derived, coherent);
            coherent.merge(
                    derived.id(),
                    derived,
                    (published, replacement) -> sides.isPresent() && published instanceof SeriesProjection balance
                            ? sides.get().balance(balance, derived)
                            : inPlaceOf(published, replacement));
        }
        area.carried.forEach((id, projection) -> coherent.merge(id, projection, CoherentProjections::inPlaceOfCarried));
        for (SeriesOutcome growth : List.copyOf(coherent.values())) {
            SeriesId levelId = AccountIdentities.levelOf(growth.id());
            if (!levelId.equals(growth.id())
                    && !area.carried.containsKey(growth.id())
                    && coherent.get(levelId) instanceof SeriesProjection level) {
                DerivedProjections.growth(level)
                        .ifPresent(derived -> coherent.merge(derived.id(), derived, CoherentProjections::inPlaceOf));
            }
        }
        return List.copyOf(coherent.values());
    }

    /** Returns the draws of every node of an area, obeying its sums. */
    static JointSample sample(Collection<SeriesProjection> alone, AreaBases bases) {
        NavigableMap<SeriesId, SeriesProjection> all = new TreeMap<>();
        alone.forEach(projection -> all.put(projection.id(), projection));
        all.putAll(volumes(all, bases));
        return new CoherentProjections(all.values(), bases).sample;
    }

    /** Returns volumes made of growth where only that is projected. */
    private static Map<SeriesId, SeriesProjection> volumes(
            NavigableMap<SeriesId, SeriesProjection> alone, AreaBases bases) {
        Map<SeriesId, SeriesProjection> levels =
                bases.volumes().map(weights -> weights.levels(alone)).orElse(new TreeMap<>());
        return levels.isEmpty() && !alone.isEmpty()
                ? VolumeWeights.total(alone.firstKey().areaCode(), alone)
                : levels;
    }

    private static SampleNode node(SeriesProjection projection) {
        return projection.distribution() instanceof KnownValue
                ? SampleNode.known(projection.id(), projection.point())
                : new SampleNode(
                        projection.id(),
                        Objects.requireNonNull(projection.distribution()),
                        projection.method().basis().scaledErrors(),
                        AccountIdentities.isGrossProduct(projection.id())
                                && SECTORS.contains(projection.id().activityCode()));
    }

    /** Makes a total the sum of its parts, unless it is known better than they are. */
    private void addUp(Sum sum) {
        SeriesProjection total = projections.get(sum.total());
        List<SeriesProjection> parts = parts(sum);
        if ((total != null && sum.isTotalLeading())
                || differences.keySet().stream().anyMatch(other -> other.total().equals(sum.total()))
                || (total != null
                        && parts.stream()
                                .anyMatch(part -> KnowledgeRank.of(part).isLessThan(KnowledgeRank.of(total))))
                || (total != null && total.distribution() instanceof KnownValue)) {
            return;
        }
        double difference = difference(total, parts);
        double[] values = new double[JointSample.SIZE];
        Arrays.fill(values, difference);
        double point = difference;
        for (SeriesProjection part : parts) {
            double[] ofPart = sample.of(part.id());
            for (int d = 0; d < values.length; d++) {
                values[d] += ofPart[d];
            }
            point += part.point();
        }
        differences.put(sum, difference);
        put(total == null ? CombinedProjections.sum(sum.total(), parts) : total, point, values, "sum_of_parts");
    }

    /** Amounts of different units, such as a gross product in dollars and sectors in dong, make no sum. */
    private boolean isOfOneUnit(Sum sum) {
        SeriesProjection total = projections.get(sum.total());
        String unit = total == null ? parts(sum).get(0).unitCode() : total.unitCode();
        return parts(sum).stream().allMatch(part -> part.unitCode().equals(unit));
    }

    private List<SeriesProjection> parts(Sum sum) {
        return sum.parts().stream()
                .map(part -> Objects.requireNonNull(projections.get(part)))
                .toList();
    }

    /** Returns by how much the known part of a total exceeds that of its parts; 0 unless all end with one month. */
    private static double difference(@Nullable SeriesProjection total, List<SeriesProjection> parts) {
        if (total == null || total.ytd() == null) {
            return 0;
        }
        double difference = total.ytd();
        for (SeriesProjection part : parts) {
            int month = KnowledgeRank.of(part).month();
            if (part.ytd() == null
                    || month == 0
                    || month != KnowledgeRank.of(total).month()) {
                return 0;
            }
            difference -= part.ytd();
        }
        return difference;
    }

    /** Of the gross product and the same per head, the one known less follows from the other and the population. */
    private void perHead(String areaCode) {
        SeriesId product = AccountIdentities.grossProduct(areaCode, PriceBasis.CURRENT);
        SeriesId head = AccountIdentities.current(areaCode, "grdp_per_capita");
        SeriesProjection people = projections.get(AccountIdentities.population(areaCode));
        SeriesProjection amount = projections.get(product);
        SeriesProjection perHead = projections.get(head);
        if (people == null
                || (amount == null && perHead == null)
                || !AccountIdentities.areOfOneUnit(
                        amount == null ? AccountIdentities.AMOUNT_UNIT : amount.unitCode(),
                        perHead == null ? AccountIdentities.PER_HEAD_UNIT : perHead.unitCode())) {
            return;
        }
        if (perHead != null && (amount == null || KnowledgeRank.of(amount).isLessThan(KnowledgeRank.of(perHead)))) {
            double[] values = product(sample.of(head), sample.of(people.id()), 1);
            SeriesProjection made = amount == null
                    ? CombinedProjections.of(
                            product,
                            AccountIdentities.AMOUNT_UNIT,
                            List.of(perHead, people),
                            v -> v[0] * v[1],
                            false,
                            null,
                            "per_head")
                    : amount;
            put(made, perHead.point() * people.point(), values, "per_head");
        } else if (amount != null && amount.id().indicatorCode().equals("grdp")) {
            double[] values = product(sample.of(product), sample.of(people.id()), -1);
            SeriesProjection made = perHead == null
                    ? CombinedProjections.of(
                            head,
                            AccountIdentities.PER_HEAD_UNIT,
                            List.of(amount, people),
                            v -> v[0] / v[1],
                            false,
                            null,
                            "per_head")
                    : perHead;
            put(made, amount.point() / people.point(), values, "per_head");
        }
    }

    /**
     * Carries the gross product at current prices and the same per head on by volume and prices, if those are known.
     */
    private boolean carryOn(CurrentPriceBase base) {
        String areaCode = base.product().areaCode();
        SeriesProjection volume = projections.get(StructureBase.volumeOf(base.product()));
        SeriesProjection people = projections.get(AccountIdentities.population(areaCode));
        if (volume == null || volume.previousYearValue() == null || (people == null && !base.isOfAmounts())) {
            return false;
        }
        CarriedProduct product = CarriedProduct.of(base, volume, people, sample);
        sample = product.sample();
        place(product.amount());
        SeriesProjection perHead = product.perHead();
        if (perHead != null && areaCode.indexOf('-') >= 0 && base.unitCode().equals(AccountIdentities.AMOUNT_UNIT)) {
            place(perHead);
        }
        carried.put(product.growth().id(), product.growth());
        return true;
    }

    private static boolean isOfVolumes(Sum sum) {
        return sum.total().priceBasis().isConstant();
    }

    /**
     * Divides a whole at current prices by the volumes of its parts. Shares that the amounts of the parts could not
     * follow are left to these.
     */
    private void carryStructure(StructureBase base) {
        SeriesProjection whole = projections.get(base.whole());
        List<SeriesProjection> parts = base.parts().keySet().stream()
                .filter(projections::containsKey)
                .map(part -> Objects.requireNonNull(projections.get(part)))
                .toList();
        boolean isWholeKnownFurther = whole != null
                && parts.stream()
                        .allMatch(part -> part.unitCode().equals(whole.unitCode())
                                && KnowledgeRank.of(part).month()
                                        < KnowledgeRank.of(whole).month());
        if (whole == null ? !parts.isEmpty() : !isWholeKnownFurther) {
            return;
        }
        CarriedStructure.of(base, projections, sample).ifPresent(structure -> {
            if (base.isOfGrossProduct()) {
                structure.shares().forEach(share -> carried.put(share.id(), share));
            }
            for (SeriesProjection part : parts) {
                SeriesProjection amount = structure.amount(part, Objects.requireNonNull(whole));
                double[] amounts = structure.amountsOf(part.id());
                moveOfWhich(part, amount.point(), amounts);
                sample = sample.with(part.id(), amounts);
                place(amount);
            }
        });
    }

    /** Takes a projection whose draws are those of its series. */
    private void place(SeriesProjection made) {
        SeriesProjection alone = projections.get(made.id());
        projections.put(made.id(), alone == null ? made : made.withHistory(alone));
        methods.put(made.id(), made.method().code());
    }

    /** Divides a total between parts of which neither, or only one, is projected. */
    private void divide(PartShare share) {
        SeriesProjection total = projections.get(share.sum().total());
        List<SeriesId> parts = share.sum().parts();
        if (total == null) {
            return;
        }
        double[] ofTotal = sample.of(total.id());
        double[] shares = sample.of(share.shareId());
        double[][] values = new double[2][ofTotal.length];
        for (int d = 0; d < ofTotal.length; d++) {
            double[] divided = share.divide(ofTotal[d], shares[d]);
            values[0][d] = divided[0];
            values[1][d] = divided[1];
        }
        double[] points = share.divide(total.point(), share.share());
        for (int i = 0; i < 2; i++) {
            if (!projections.containsKey(parts.get(i))) {
                sample = sample.with(parts.get(i), values[i]);
                place(share.projection(i, points[i], SampleDistribution.of(values[i]), total));
            }
        }
    }

    private static double[] product(double[] first, double[] second, int power) {
        double[] values = new double[first.length];
        for (int d = 0; d < values.length; d++) {
            values[d] = first[d] * Math.pow(second[d], power);
        }
        return values;
    }

    /** Moves the parts to a total that they do not make yet. */
    private void moveToTotal(Sum sum) {
        boolean isSummed = differences.containsKey(sum);
        SeriesProjection total = projections.get(sum.total());
        List<SeriesProjection> parts = parts(sum);
        if (total == null
                || (isSummed && "sum_of_parts".equals(methods.get(sum.total())))
                || (!isSummed
                        && differences.keySet().stream().anyMatch(s -> s.total().equals(sum.total())))
                || parts.stream().allMatch(part -> part.distribution() instanceof KnownValue)
                || parts.stream().allMatch(part -> CarriedStructure.METHOD.equals(methods.get(part.id())))) {
            return;
        }
        double difference = differences.getOrDefault(sum, 0.0);
        double[][] ofParts = parts.stream().map(part -> sample.of(part.id())).toArray(double[][]::new);
        double[] variances = Arrays.stream(ofParts)
                .mapToDouble(StatUtils::populationVariance)
                .toArray();
        double[] floors = parts.stream().mapToDouble(CoherentProjections::floor).toArray();
        double[] ofTotal = sample.of(sum.total());
        for (int d = 0; d < ofTotal.length; d++) {
            double[] values = new double[parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = ofParts[i][d];
            }
            values = toTotal(values, variances, floors, ofTotal[d] - difference);
            for (int i = 0; i < values.length; i++) {
                ofParts[i][d] = values[i];
            }
        }
        double[] points = parts.stream().mapToDouble(SeriesProjection::point).toArray();
        points = toTotal(points, variances, floors, total.point() - difference);
        for (int i = 0; i < points.length; i++) {
            if (variances[i] > 0) {
                moveOfWhich(parts.get(i), points[i], ofParts[i]);
                put(parts.get(i), points[i], ofParts[i], "moved_to_total");
            }
        }
    }

    /** Floors that contradict the total, as figures of different vintages may, do not count. */
    private static double[] toTotal(double[] values, double[] variances, double[] floors, double total) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += variances[i] > 0 ? floors[i] : values[i];
        }
        double[] free = new double[floors.length];
        Arrays.fill(free, Double.NEGATIVE_INFINITY);
        return Reconciliation.toTotal(values, variances, sum <= total ? floors : free, total);
    }

    /** An item whose siblings are not projected moves in proportion to the one that it is a part of. */
    private void moveOfWhich(SeriesProjection whole, double point, double[] values) {
        SeriesProjection part = projections.get(AccountIdentities.ofWhich(whole.id()));
        if (part == null || part.distribution() instanceof KnownValue) {
            return;
        }
        double floor = floor(part);
        double[] before = sample.of(whole.id());
        double[] ofPart = sample.of(part.id());
        for (int d = 0; d < ofPart.length; d++) {
            ofPart[d] = Math.max(floor, ofPart[d] * values[d] / before[d]);
        }
        put(part, Math.max(floor, part.point() * point / whole.point()), ofPart, "moved_to_total");
    }

    /** Returns what is certain of a value already. */
    private static double floor(SeriesProjection projection) {
        PredictiveDistribution distribution = Objects.requireNonNull(projection.distribution());
        Double ytd = projection.ytd();
        boolean canOnlyGrow = ytd != null
                && projection.aggregation() == Aggregation.SUM
                && distribution.probabilityAtLeast(ytd) > 0.99;
        return canOnlyGrow ? ytd : Double.NEGATIVE_INFINITY;
    }

    private void put(SeriesProjection projection, double point, double[] values, String method) {
        SampleDistribution distribution = SampleDistribution.of(values);
        Double ytd = projection.ytd();
        sample = sample.with(projection.id(), values);
        methods.put(projection.id(), method);
        projections.put(
                projection.id(),
                projection.moved(
                        ytd == null ? null : Double.valueOf(point - ytd),
                        point,
                        distribution,
                        FanPath.endingAt(projection.path(), point, distribution),
                        method,
                        projection.method().code().equals(method)
                                ? MethodNote.fromParts(method)
                                : MethodNote.fromParts(method)
                                        .after(projection.method().used())));
    }

    /**
     * Returns what is derived, with the history and the path of the published series of the same measure where it has
     * none; what is published itself if it is known further into the year.
     */
    private static SeriesOutcome inPlaceOf(SeriesOutcome published, SeriesOutcome replacement) {
        if (!(published instanceof SeriesProjection alone) || !(replacement instanceof SeriesProjection derived)) {
            return replacement;
        }
        if (alone.distribution() instanceof KnownValue
                || KnowledgeRank.of(derived).isLessThan(KnowledgeRank.of(alone))) {
            return alone;
        }
        if (!derived.path().isEmpty() || derived.distribution() == null) {
            return derived.withHistory(alone);
        }
        boolean isSame = Math.abs(derived.point() - alone.point()) <= 1e-9 * Math.abs(alone.point());
        return isSame
                ? alone
                : alone.moved(
                        null,
                        derived.point(),
                        derived.distribution(),
                        List.of(),
                        derived.method().code(),
                        derived.method().used());
    }

    /**
     * Returns what is carried on, with the history of the published series of the same measure; a known value stands.
     */
    private static SeriesOutcome inPlaceOfCarried(SeriesOutcome published, SeriesOutcome replacement) {
        if (!(published instanceof SeriesProjection alone) || !(replacement instanceof SeriesProjection made)) {
            return replacement;
        }
        return alone.distribution() instanceof KnownValue ? alone : made.withHistory(alone);
    }
}
