package vn.chitieu.attainment.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.Structure;
import vn.chitieu.attainment.audit.AreaFigures.Known;
import vn.chitieu.attainment.audit.AuditCheck.Outcome;
import vn.chitieu.attainment.audit.ProgrammePlan.Stated;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** The shares of the parts at current prices: their sum, and what they say of prices beside the growth targets. */
record StructureAudit(ProgrammePlan plan, AreaFigures figures) {

    private static final Words WORDS = Words.of("attainment");

    static final String SUM_RULE = "audit_structure";
    static final String PRICE_RULE = "audit_structure_against_growth";

    List<AuditCheck> checks() {
        List<AuditCheck> checks = new ArrayList<>();
        List<Stated> shares = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String part : AreaFigures.PARTS) {
            plan.share(part).ifPresentOrElse(shares::add, () -> missing.add(part));
        }
        if (!shares.isEmpty()) {
            checks.add(sum(shares, missing));
            shares.forEach(share -> price(share).ifPresent(checks::add));
        }
        return checks;
    }

    private AuditCheck sum(List<Stated> shares, List<String> missing) {
        LocalizedText title = WORDS.text("audit.structure.title");
        if (missing.size() > 1) {
            return AuditCheck.notCheckable(
                    SUM_RULE,
                    plan.ids(shares),
                    "value_added",
                    title,
                    WORDS.text(
                            "audit.structure.no_target",
                            LocalizedText.join(
                                    ", ",
                                    missing.stream()
                                            .map(part -> WORDS.text("audit.part." + part))
                                            .toList())));
        }
        double sum = shares.stream().mapToDouble(Stated::value).sum();
        LocalizedText terms = LocalizedText.join(
                " + ", shares.stream().map(s -> PrintedNumber.of(s.value(), 2)).toList());
        if (missing.isEmpty()) {
            boolean agrees = Math.abs(sum - 100) <= Structure.SUM_TOLERANCE_PCT;
            return new AuditCheck(
                    SUM_RULE,
                    agrees ? Outcome.AGREES : Outcome.DISAGREES,
                    plan.ids(shares),
                    "value_added",
                    title,
                    100.0,
                    sum,
                    "pct",
                    WORDS.text("audit.structure.sum", terms, PrintedNumber.pct(sum, 2)),
                    WORDS.text(
                            agrees ? "audit.structure.agrees" : "audit.structure.disagrees",
                            PrintedNumber.pct(sum, 2)));
        }
        return remainder(shares, title, missing.get(0), terms, 100 - sum);
    }

    private AuditCheck remainder(
            List<Stated> shares, LocalizedText title, String part, LocalizedText terms, double rest) {
        NavigableMap<Integer, Known> past = figures.product(part, PriceBasis.CURRENT, Measure.SHARE_PCT);
        PastYears before = AreaFigures.before(past, plan.year());
        Optional<Known> last = AreaFigures.last(past, plan.year() - 1);
        LocalizedText name = WORDS.text("audit.part." + part);
        LocalizedText arithmetic = WORDS.text(
                "audit.structure.rest", terms, PrintedNumber.of(100 - rest, 2), PrintedNumber.pct(rest, 2), name);
        if (last.isPresent()) {
            arithmetic = LocalizedText.join(
                    " ",
                    List.of(
                            arithmetic,
                            WORDS.text(
                                    "audit.structure.last",
                                    Phrase.sourced(PrintedNumber.pct(last.get().value(), 2), last.get()))));
        }
        Outcome outcome;
        LocalizedText meaning;
        if (rest < 0) {
            outcome = Outcome.DISAGREES;
            meaning = WORDS.text("audit.structure.beyond", PrintedNumber.pct(100 - rest, 2));
        } else if (before.hasSeen(rest) || last.isEmpty()) {
            outcome = Outcome.AGREES;
            meaning = WORDS.text("audit.structure.leaves", PrintedNumber.pct(rest, 2), name);
        } else {
            outcome = Outcome.TO_EXPLAIN;
            meaning = WORDS.text("audit.structure.unseen", PrintedNumber.pct(rest, 2), name, Phrase.range(before, 2));
        }
        return new AuditCheck(
                SUM_RULE, outcome, plan.ids(shares), "value_added", title, null, rest, "pct", arithmetic, meaning);
    }

    /** What a share asks of the part's prices against those of the whole, given both growth targets. */
    private Optional<AuditCheck> price(Stated share) {
        String part = share.target().activityCode();
        Known last =
                figures.product(part, PriceBasis.CURRENT, Measure.SHARE_PCT).get(plan.year() - 1);
        Optional<Stated> growth = plan.growth(part);
        Optional<Stated> total = plan.growth(AreaFigures.TOTAL);
        if (last == null || growth.isEmpty() || total.isEmpty() || !(last.value() > 0)) {
            return Optional.empty();
        }
        double byVolume = last.value()
                * (1 + growth.get().value() / 100)
                / (1 + total.get().value() / 100);
        double price = 100 * share.value() / byVolume - 100;
        PastYears past = pastPrices(part);
        boolean isSeen = past.hasSeen(price);
        List<LocalizedText> meaning = new ArrayList<>(List.of(WORDS.text(
                isSeen ? "audit.price.agrees" : "audit.price.unseen",
                WORDS.text("audit.part." + part),
                PrintedNumber.pct(share.value(), share.decimals()),
                PrintedNumber.signedPct(price, 1))));
        if (past.count() > 0) {
            meaning.add(WORDS.text("audit.seen", Phrase.range(past, 1)));
        }
        return Optional.of(new AuditCheck(
                PRICE_RULE,
                isSeen ? Outcome.AGREES : Outcome.TO_EXPLAIN,
                plan.ids(List.of(share, growth.get(), total.get())),
                "value_added",
                WORDS.text("audit.price.title", WORDS.text("audit.part." + part)),
                share.value(),
                byVolume,
                "pct",
                WORDS.text(
                        "audit.price.arithmetic",
                        Phrase.sourced(PrintedNumber.pct(last.value(), 2), last),
                        PrintedNumber.pct(growth.get().value(), growth.get().decimals()),
                        PrintedNumber.pct(total.get().value(), total.get().decimals()),
                        PrintedNumber.pct(byVolume, 2),
                        PrintedNumber.pct(share.value(), share.decimals()),
                        PrintedNumber.signedPct(price, 1)),
                LocalizedText.join(" ", meaning)));
    }

    private PastYears pastPrices(String part) {
        NavigableMap<Integer, Known> shares = figures.product(part, PriceBasis.CURRENT, Measure.SHARE_PCT);
        NavigableMap<Integer, Known> growth = figures.growth(part);
        NavigableMap<Integer, Known> total = figures.growth(AreaFigures.TOTAL);
        NavigableMap<Integer, Double> prices = new TreeMap<>();
        shares.headMap(plan.year(), false).forEach((year, share) -> {
            Known before = shares.get(year - 1);
            Known own = growth.get(year);
            Known whole = total.get(year);
            if (before != null && own != null && whole != null && before.value() > 0) {
                double byVolume = before.value() * (1 + own.value() / 100) / (1 + whole.value() / 100);
                prices.put(year, 100 * share.value() / byVolume - 100);
            }
        });
        return new PastYears(prices);
    }
}
