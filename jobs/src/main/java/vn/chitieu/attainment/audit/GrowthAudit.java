package vn.chitieu.attainment.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.audit.AuditCheck.Outcome;
import vn.chitieu.attainment.audit.ProgrammePlan.Stated;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Growth of the gross product against the growth of its parts, weighted at constant prices of the year before. */
public record GrowthAudit(ProgrammePlan plan, AreaFigures figures) {

    private static final Words WORDS = Words.of("attainment");

    static final String RULE = "audit_growth_of_sectors";

    /** How wrong a rate may be that nobody published, in percentage points. */
    private static final double ASSUMED_WITHIN = 5;

    /** Returns the check, or nothing for a programme without a growth target. */
    Optional<AuditCheck> check() {
        return plan.growth(AreaFigures.TOTAL).map(this::check);
    }

    private AuditCheck check(Stated total) {
        LocalizedText title = WORDS.text("audit.growth.title");
        List<Stated> parts = new ArrayList<>();
        List<LocalizedText> missing = new ArrayList<>();
        for (String part : AreaFigures.PARTS) {
            plan.growth(part).ifPresentOrElse(parts::add, () -> missing.add(WORDS.text("audit.part." + part)));
        }
        List<Stated> all = new ArrayList<>(parts);
        all.add(0, total);
        if (!missing.isEmpty()) {
            return notCheckable(title, all, WORDS.text("audit.growth.no_target", LocalizedText.join(", ", missing)));
        }
        return ConstantPriceWeights.of(figures, plan.year() - 1)
                .map(weights -> check(total, all, title, weights))
                .orElseGet(() -> notCheckable(
                        title,
                        all,
                        WORDS.text("audit.growth.no_weights", LocalizedText.same(Integer.toString(plan.year() - 1)))));
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
        LocalizedText arithmetic = WORDS.text(
                "audit.growth.arithmetic",
                LocalizedText.same(Integer.toString(weights.year())),
                terms(weights.pct(), rates),
                PrintedNumber.pct(implied, 2),
                origin(weights));
        Optional<Double> nominal = ofOwnStructure(rates);
        if (nominal.isPresent()) {
            arithmetic = LocalizedText.join(
                    " ", List.of(arithmetic, WORDS.text("audit.growth.nominal", PrintedNumber.pct(nominal.get(), 2))));
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
                WORDS.text(
                        agrees ? "audit.growth.agrees" : "audit.growth.disagrees",
                        PrintedNumber.pct(total.value(), total.decimals()),
                        PrintedNumber.pct(implied, 2),
                        PrintedNumber.of(Math.abs(difference), 2),
                        PrintedNumber.of(tolerance, 2)));
    }

    /** Returns the stated growth of each part; those without a target are left out. */
    private Map<String, Double> rates() {
        Map<String, Double> rates = new TreeMap<>();
        AreaFigures.PARTS.forEach(part -> plan.growth(part).ifPresent(s -> rates.put(part, s.value())));
        return rates;
    }

    private static LocalizedText terms(Map<String, Double> weights, Map<String, Double> rates) {
        return LocalizedText.join(
                " + ",
                AreaFigures.PARTS.stream()
                        .map(part -> LocalizedText.join(
                                " × ",
                                List.of(
                                        PrintedNumber.pct(weights.getOrDefault(part, 0.0), 1),
                                        PrintedNumber.of(rates.getOrDefault(part, 0.0), 2))))
                        .toList());
    }

    /** Returns how the weights were made, in words. */
    public static LocalizedText origin(ConstantPriceWeights weights) {
        LocalizedText start = LocalizedText.same(Integer.toString(weights.startYear()));
        LocalizedText text;
        if (weights.isOfLevels()) {
            text = WORDS.text(
                    weights.startYear() == weights.year() ? "audit.weights.levels" : "audit.weights.levels_rolled",
                    start);
        } else {
            text = WORDS.text(
                    "audit.weights.implied", start, LocalizedText.same(Integer.toString(weights.startYear() + 1)));
        }
        List<LocalizedText> texts = new ArrayList<>(List.of(text));
        for (ConstantPriceWeights.Assumed assumed : weights.assumed()) {
            texts.add(WORDS.text(
                    "audit.weights.assumed",
                    WORDS.text("audit.part." + assumed.part()),
                    LocalizedText.same(Integer.toString(assumed.year())),
                    PrintedNumber.pct(assumed.growthPct(), 2),
                    LocalizedText.same(Integer.toString(assumed.knownYear()))));
        }
        return LocalizedText.join(" ", texts);
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
