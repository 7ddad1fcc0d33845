package vn.chitieu.mart;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.codelist.Codelists;

/**
 * Which vintages are in use, and which of those may be added: flows of a period of its own, at the finest activities
 * that make their whole.
 */
final class FigureUse {

    private final Breakdown activities;
    private final Set<Observation> inUse;
    private final Set<Observation> leaves;

    private FigureUse(Breakdown activities, Set<Observation> inUse, Set<Observation> leaves) {
        this.activities = activities;
        this.inUse = inUse;
        this.leaves = leaves;
    }

    /** A vintage and how it is used. */
    record Used(Observation observation, boolean isLatest, int level, boolean isLeaf) {

        Span span() {
            return new Span(observation.key().period(), observation.key().accumulation());
        }
    }

    /** What figures have in common that are added over activities. */
    private record Sum(ObservationKey key) {

        private static Sum of(Observation figure) {
            ObservationKey key = figure.key();
            return new Sum(new ObservationKey(
                    key.areaCode(), key.indicatorCode(), "", key.period(), Accumulation.PERIOD, key.priceBasis()));
        }
    }

    /**
     * Returns the use of figures.
     *
     * @param latest vintage of each figure
     */
    static FigureUse of(Collection<Observation> latest, Codelists codelists) {
        Breakdown activities = Breakdown.of(codelists.activities().values());
        Map<Sum, Map<String, Observation>> sums = new HashMap<>();
        for (Observation figure : latest) {
            boolean isOfPeriod = !new Span(figure.key().period(), figure.key().accumulation()).isCumulated();
            if (isOfPeriod && isFlow(codelists.indicators().get(figure.key().indicatorCode()))) {
                sums.computeIfAbsent(Sum.of(figure), sum -> new HashMap<>())
                        .merge(figure.key().activityCode(), figure, FigureUse::ofThePeriodAlone);
            }
        }
        Set<Observation> leaves = new HashSet<>();
        for (Map<String, Observation> sum : sums.values()) {
            Map<String, Double> amounts = sum.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, part -> part.getValue().value().doubleValue()));
            Set<String> added = activities.leaves(amounts);
            sum.forEach((code, figure) -> {
                if (added.contains(code)) {
                    leaves.add(figure);
                }
            });
        }
        return new FigureUse(activities, new HashSet<>(latest), leaves);
    }

    Used of(Observation vintage) {
        return new Used(
                vintage,
                inUse.contains(vintage),
                activities.level(vintage.key().activityCode()),
                leaves.contains(vintage));
    }

    private static boolean isFlow(@Nullable Indicator indicator) {
        return indicator != null && indicator.aggregation() == Aggregation.SUM;
    }

    /** January is printed as a month and as a year to date, the half-year as both too. */
    private static Observation ofThePeriodAlone(Observation one, Observation other) {
        return one.key().accumulation() == Accumulation.PERIOD ? one : other;
    }
}
