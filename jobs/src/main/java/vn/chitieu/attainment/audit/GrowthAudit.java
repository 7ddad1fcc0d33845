package vn.chitieu.attainment.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.Words;
import vn.chitieu.attainment.audit.AuditCheck.Outcome;
import vn.chitieu.attainment.audit.ProgrammePlan.Stated;
import vn.chitieu.text.LocalizedText;

/** Growth of the gross product against the growth of its parts, weighted at constant prices of the year before. */
public record GrowthAudit(ProgrammePlan plan, AreaFigures figures) {

    static final String RULE = "audit_growth_of_sectors";

    /** How wrong a rate may be that nobody published, in percentage points. */
    private static final double ASSUMED_WITHIN = 5;

    /** Returns the check, or nothing for a programme without a growth target. */
    Optional<AuditCheck> check() {
        return plan.growth(AreaFigures.TOTAL).map(this::check);
    }

    private AuditCheck check(Stated total) {
        LocalizedText title = Words.of("audit.growth.title");
        List<Stated> parts = new ArrayList<>();
        List<LocalizedText> missing = new ArrayList<>();
        for (String part : AreaFigures.PARTS) {
            plan.growth(part).ifPresentOrElse(parts::add, () -> missing.add(Words.of("audit.part." + part)));
        }
        List<Stated> all = new ArrayList<>(parts);
        all.add(0, total);
        if (!missing.isEmpty()) {
            return notCheckable(title, all, Words.of("audit.growth.no_target", Phrase.join(", ", missing)));
        }
        return ConstantPriceWeights.of(figures, plan.year() - 1)
                .map(weights -> check(total, all, title, weights))
                .orElseGet(() -> notCheckable(
                        title,
                        all,
                        Words.of("audit.growth.no_weights", Words.same(Integer.toString(plan.year() - 1)))));
    }

    private AuditCheck notCheckable(LocalizedText title, List<Stated> all, LocalizedText missing) {
        return AuditCheck.notCheckable(RULE, plan.ids(all), all.get(0).target().indicatorCode(), title, missing);
    }

    private AuditCheck check(Stated total, List<Stated> all, LocalizedText title, ConstantPriceWeights weights) {
        Map<String, Double> rates = rates();
        double implied = weights.growth(rates);
        double tolerance = Phrase.halfUnit(total.value()) + weights.sensitivity(rates, ASSUMED_WITHIN);
        for (String part : AreaFigures.PARTS) {
            tolerance += weights.of(part) / 100 * Phrase.halfUnit(rates.getOrDefault(part, 0.0));
        }
        double difference = implied - total.value();
        boolean agrees = Math.abs(difference) <= tolerance;
        LocalizedText arithmetic = Words.of(
                "audit.growth.arithmetic",
                Words.same(Integer.toString(weights.year())),
                terms(weights.pct(), rates),
                Phrase.pct(implied, 2),
                origin(weights));
        Optional<Double> nominal = ofOwnStructure(rates);
        if (nominal.isPresent()) {
            arithmetic = Phrase.join(
                    " ", List.of(arithmetic, Words.of("audit.growth.nominal", Phrase.pct(nominal.get(), 2))));
        }
        return new AuditCheck(
                RULE,
                agrees ? Outcome.AGREES : Outcome.DISAGREES,
                plan.ids(all),
                total.target().indicatorCode(),
                title,
                total.value(),
                implied,
                "pct",
                arithmetic,
                Words.of(
                        agrees ? "audit.growth.agrees" : "audit.growth.disagrees",
                        Phrase.pct(total.value(), total.decimals()),
                        Phrase.pct(implied, 2),
                        Words.number(Math.abs(difference), 2),
                        Words.number(tolerance, 2)));
    }

    /** Returns the stated growth of each part; those without a target are left out. */
    private Map<String, Double> rates() {
        Map<String, Double> rates = new TreeMap<>();
        AreaFigures.PARTS.forEach(part -> plan.growth(part).ifPresent(s -> rates.put(part, s.value())));
        return rates;
    }

    private static LocalizedText terms(Map<String, Double> weights, Map<String, Double> rates) {
        return Phrase.join(
                " + ",
                AreaFigures.PARTS.stream()
                        .map(part -> Phrase.join(
                                " × ",
                                List.of(
                                        Phrase.pct(weights.getOrDefault(part, 0.0), 1),
                                        Words.number(rates.getOrDefault(part, 0.0), 2))))
                        .toList());
    }

    /** Returns how the weights came about, in words. */
    public static LocalizedText origin(ConstantPriceWeights weights) {
        LocalizedText start = Words.same(Integer.toString(weights.startYear()));
        LocalizedText text;
        if (weights.isOfLevels()) {
            text = Words.of(
                    weights.startYear() == weights.year() ? "audit.weights.levels" : "audit.weights.levels_rolled",
                    start);
        } else {
            text = Words.of("audit.weights.implied", start, Words.same(Integer.toString(weights.startYear() + 1)));
        }
        List<LocalizedText> texts = new ArrayList<>(List.of(text));
        for (ConstantPriceWeights.Assumed assumed : weights.assumed()) {
            texts.add(Words.of(
                    "audit.weights.assumed",
                    Words.of("audit.part." + assumed.part()),
                    Words.same(Integer.toString(assumed.year())),
                    Phrase.pct(assumed.growthPct(), 2),
                    Words.same(Integer.toString(assumed.knownYear()))));
        }
        return Phrase.join(" ", texts);
    }

    /** Returns what the programme's own structure at current prices would make of the rates: the wrong weights. */
    private Optional<Double> ofOwnStructure(Map<String, Double> rates) {
        double growth = 0;
        double left = 100;
        @Nullable String missing = null;
        for (String part : AreaFigures.PARTS) {
            Optional<Stated> share = plan.share(part);
            if (share.isPresent()) {
                growth += share.get().value() * rates.getOrDefault(part, 0.0) / 100;
                left -= share.get().value();
            } else if (missing == null) {
                missing = part;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(missing == null ? growth : growth + left * rates.getOrDefault(missing, 0.0) / 100);
    }
}
