package vn.chitieu.attainment.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.attainment.audit.AuditCheck.Outcome;
import vn.chitieu.attainment.audit.ProgrammePlan.Stated;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.TargetVersion;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/**
 * What other issuers set for the same target beside the programme; its own amendments replace it and are no
 * contradiction.
 */
record VersionAudit(ProgrammePlan plan, AreaFigures figures, LocalDate day) {

    private static final Words WORDS = Words.of("attainment");

    static final String RULE = "audit_versions";

    List<AuditCheck> checks() {
        List<AuditCheck> checks = new ArrayList<>();
        for (Stated stated : plan.all()) {
            List<TargetVersion> versions = stated.target().versionsAsOf(day).stream()
                    .filter(version -> version.value() != null)
                    .toList();
            boolean isOfOthers = versions.stream().anyMatch(v -> !v.relation().isOfProgramme());
            if (versions.size() > 1 && isOfOthers) {
                checks.add(check(stated, versions));
            }
        }
        return checks;
    }

    private AuditCheck check(Stated stated, List<TargetVersion> versions) {
        String unit = stated.target().unitCode();
        List<LocalizedText> listed = new ArrayList<>();
        double farthest = stated.value();
        for (TargetVersion version : versions) {
            double value = value(version, stated);
            boolean isFarther = Math.abs(value - stated.value()) > Math.abs(farthest - stated.value());
            farthest = isFarther && !version.relation().isOfProgramme() ? value : farthest;
            listed.add(WORDS.text(
                    "audit.versions.one",
                    Phrase.amount(value, unit),
                    version.issuer(),
                    LocalizedText.same(version.document()),
                    PrintedDay.asInTables(version.issuedOn()),
                    WORDS.text("audit.relation." + version.relation().code())));
        }
        boolean agree = farthest == stated.value();
        List<LocalizedText> arithmetic = new ArrayList<>();
        arithmetic.add(WORDS.text("audit.versions.list", LocalizedText.join("; ", listed)));
        LocalizedText meaning = WORDS.text("audit.versions.agree", Phrase.amount(stated.value(), unit));
        if (!agree) {
            meaning = WORDS.text(
                    "audit.versions.differ",
                    Phrase.amount(stated.value(), unit),
                    Phrase.amount(farthest, unit),
                    Phrase.amount(
                            farthest - stated.value(),
                            Math.max(Phrase.decimals(farthest), stated.decimals()),
                            unit.equals("pct") ? "pct_points" : unit));
            largestSector(stated, farthest).ifPresent(arithmetic::add);
        }
        return new AuditCheck(
                RULE,
                agree ? Outcome.AGREES : Outcome.TO_EXPLAIN,
                List.of(stated.id()),
                stated.target().indicatorCode(),
                WORDS.text("audit.versions.title", stated.target().name()),
                stated.value(),
                agree ? null : Double.valueOf(farthest),
                unit,
                LocalizedText.join(" ", arithmetic),
                meaning);
    }

    private static double value(TargetVersion version, Stated stated) {
        Double value = version.value();
        return value == null ? stated.value() : value;
    }

    /** Returns what another growth of the total asks of the part that weighs most in growth, the others as stated. */
    private Optional<LocalizedText> largestSector(Stated stated, double other) {
        boolean isTotalGrowth = stated.target().measure() == Measure.GROWTH_VOLUME
                && stated.target().activityCode().equals(AreaFigures.TOTAL);
        Map<String, Double> rates = new TreeMap<>();
        AreaFigures.PARTS.forEach(part -> plan.growth(part).ifPresent(s -> rates.put(part, s.value())));
        if (!isTotalGrowth || rates.size() < AreaFigures.PARTS.size()) {
            return Optional.empty();
        }
        return ConstantPriceWeights.of(figures, plan.year() - 1).map(weights -> {
            String free = AreaFigures.PARTS.get(0);
            for (String part : AreaFigures.PARTS) {
                boolean isLarger = weights.of(part) * rates.getOrDefault(part, 0.0)
                        > weights.of(free) * rates.getOrDefault(free, 0.0);
                free = isLarger ? part : free;
            }
            return WORDS.text(
                    "audit.versions.sector",
                    PrintedNumber.pct(other, Phrase.decimals(other)),
                    WORDS.text("audit.part." + free),
                    PrintedNumber.pct(weights.growthOf(free, other, rates), 1),
                    PrintedNumber.pct(rates.getOrDefault(free, 0.0), 2));
        });
    }
}
