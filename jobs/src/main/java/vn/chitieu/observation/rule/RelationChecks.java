package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;

/** What figures of one area and period say about each other. */
final class RelationChecks {

    private RelationChecks() {}

    /** Signed parts against their total or constant, all as known on the day of the total or of the last part. */
    static void sum(KnownFigures known, ValidationRule rule, Results results) {
        for (Relation relation : rule.relations()) {
            Relation.Term anchor = relation.total().orElse(relation.parts().get(0));
            for (Observation figure : known.latest()) {
                if (isOf(figure.key(), anchor)) {
                    sum(known, figure, relation, rule, results);
                }
            }
        }
    }

    private static void sum(
            KnownFigures known, Observation figure, Relation relation, ValidationRule rule, Results results) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal allowed = KnownFigures.rounding(figure);
        for (Relation.Term term : relation.parts()) {
            Optional<Observation> part = known.knownWith(figure, KnownFigures.with(figure.key(), term));
            if (part.isEmpty()) {
                return;
            }
            sum = sum.add(part.get().value().multiply(BigDecimal.valueOf(term.sign())));
            allowed = allowed.add(KnownFigures.rounding(part.get()));
        }
        BigDecimal total = relation.constant().orElse(figure.value());
        BigDecimal difference = total.subtract(sum);
        allowed = allowed.add(total.abs().multiply(BigDecimal.valueOf(rule.tolerance("share"))));
        if (difference.abs().compareTo(allowed) <= 0) {
            results.pass();
        } else {
            results.fail(
                    figure,
                    Math.abs(difference.doubleValue()),
                    Map.of(
                            "period", figure.key(),
                            "value", total,
                            "sum", sum,
                            "difference", difference,
                            "parts", relation.parts()));
        }
    }

    /** Each part against its whole, both not negative. */
    static void partWhole(KnownFigures known, ValidationRule rule, Results results) {
        for (Relation relation : rule.relations()) {
            Relation.Term whole = relation.total().orElseThrow();
            for (Observation figure : known.latest()) {
                if (!isOf(figure.key(), whole)) {
                    continue;
                }
                for (Relation.Term term : relation.parts()) {
                    Optional<Observation> part = known.knownWith(figure, KnownFigures.with(figure.key(), term));
                    if (part.isEmpty()) {
                        continue;
                    }
                    BigDecimal allowed = figure.value()
                            .abs()
                            .multiply(BigDecimal.valueOf(rule.tolerance("share")))
                            .add(KnownFigures.rounding(figure))
                            .add(KnownFigures.rounding(part.get()));
                    BigDecimal excess = part.get().value().subtract(figure.value());
                    if (excess.compareTo(allowed) <= 0) {
                        results.pass();
                    } else {
                        results.fail(
                                part.get(),
                                excess.doubleValue(),
                                Map.of(
                                        "period", figure.key(),
                                        "value", part.get().value(),
                                        "other", figure.value(),
                                        "parts", term,
                                        "whole", whole));
                    }
                }
            }
        }
    }

    /** Where the first part of a relation is known, the others are too. */
    static void complete(KnownFigures known, ValidationRule rule, Results results) {
        for (Relation relation : rule.relations()) {
            Relation.Term first = relation.parts().get(0);
            for (Observation figure : known.latest()) {
                if (!isOf(figure.key(), first)) {
                    continue;
                }
                List<Relation.Term> missing = new ArrayList<>();
                for (Relation.Term term : relation.parts()) {
                    if (known.latest(KnownFigures.with(figure.key(), term)).isEmpty()) {
                        missing.add(term);
                    }
                }
                if (missing.isEmpty()) {
                    results.pass();
                } else {
                    results.fail(figure, missing.size(), Map.of("period", figure.key(), "parts", missing));
                }
            }
        }
    }

    private static boolean isOf(ObservationKey key, Relation.Term term) {
        return key.indicatorCode().equals(term.indicatorCode())
                && key.activityCode().equals(term.activityCode());
    }
}
