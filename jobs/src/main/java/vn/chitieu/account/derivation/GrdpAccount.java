package vn.chitieu.account.derivation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.ContributionToGrowth;
import vn.chitieu.account.formula.ImplicitDeflator;
import vn.chitieu.account.formula.Structure;
import vn.chitieu.account.reading.AccountItem;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.GrowthArithmetic;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;

/** The gross product by sector: levels, growth, contributions, structure and deflators. */
public final class GrdpAccount {

    private static final String PCT = "pct";
    private static final String BILLION_VND = "billion_vnd";

    private final VisibleVintages visible;
    private final GrdpCodes codes;
    private final GrdpLevels levels;
    private final Map<Family, NavigableMap<String, NavigableMap<MonthSpan, AccountValue>>> shares;
    private final AccountFigures figures;
    private final RateSelection rates;

    public GrdpAccount(VisibleVintages visible, AccountFigures figures, Findings findings) {
        this.visible = visible;
        this.codes = GrdpCodes.of(visible);
        this.levels = new GrdpLevels(visible, codes);
        this.shares = sharesByFamily();
        this.figures = figures;
        this.rates = new RateSelection(visible, findings);
    }

    public GrdpLevels levels() {
        return levels;
    }

    public GrdpCodes codes() {
        return codes;
    }

    public void compute() {
        for (String item : levels.items()) {
            rates.reportPreviousLevels(codes.level(GrdpLevels.constant(item)), codes.growth(item));
            spans(GrdpLevels.constant(item)).forEach(span -> volumes(item, span));
            spans(GrdpLevels.current(item)).forEach(span -> values(item, span));
        }
    }

    private void volumes(String item, MonthSpan span) {
        AccountItem accountItem = GrdpLevels.constant(item);
        level(accountItem, span);
        Optional<ShownGrowth> growth = ShownGrowth.ofVolumes(
                rates.rate(codes.growth(item), span, growth(accountItem, span)), growthOfShown(accountItem, span));
        growth.ifPresent(of -> add(accountItem, span, of));
        if (!item.equals(GrdpCodes.TOTAL)) {
            Optional<AccountValue> derived = contribution(accountItem, span);
            (isOfGrowthThatCounts(codes.contribution(item), span)
                            ? rates.rate(codes.contribution(item), span, derived)
                            : derived)
                    .or(() -> growth.filter(of -> of.ofOtherVintage().isEmpty())
                            .flatMap(of -> contributionOfShown(accountItem, span)))
                    .ifPresent(points -> {
                        add(accountItem, span, Measure.CONTRIBUTION_POINTS, "pct_points", points);
                        shareOfGrowth(points, accountItem, span)
                                .ifPresent(share -> add(accountItem, span, Measure.CONTRIBUTION_SHARE_PCT, PCT, share));
                    });
        }
    }

    private Optional<AccountValue> growthOfTotal(MonthSpan span) {
        AccountItem total = GrdpLevels.constant(GrdpCodes.TOTAL);
        return ShownGrowth.ofVolumes(
                        rates.withoutReport(codes.growth(GrdpCodes.TOTAL), span, growth(total, span)),
                        growthOfShown(total, span))
                .map(ShownGrowth::counts);
    }

    private Optional<AccountValue> growthOfShown(AccountItem accountItem, MonthSpan span) {
        return ShownGrowth.between(levels.level(accountItem, span), levels.level(accountItem, span.yearBefore()));
    }

    private void values(String item, MonthSpan span) {
        AccountItem accountItem = GrdpLevels.current(item);
        level(accountItem, span);
        ShownGrowth.ofValues(growth(accountItem, span), growthOfShown(accountItem, span))
                .ifPresent(growth -> add(accountItem, span, growth));
        deflator(item, span).ifPresent(index -> add(accountItem, span, Measure.DEFLATOR, "index_100", index));
        if (!item.equals(GrdpCodes.TOTAL)) {
            rates.rate(codes.share(item), span, share(item, span))
                    .ifPresent(share -> add(accountItem, span, Measure.SHARE_PCT, PCT, share));
        }
    }

    private void level(AccountItem accountItem, MonthSpan span) {
        levels.level(accountItem, span).ifPresent(level -> {
            add(accountItem, span, Measure.LEVEL, BILLION_VND, level);
            if (accountItem.item().equals(GrdpCodes.TOTAL)) {
                rates.reportRestated(codes.level(accountItem), span, level);
            }
        });
    }

    private void add(AccountItem accountItem, MonthSpan span, ShownGrowth growth) {
        add(accountItem, span, Measure.GROWTH_PCT, PCT, growth.counts());
        growth.ofOtherVintage()
                .ifPresent(other -> add(accountItem, span, Measure.GROWTH_OTHER_VINTAGE_PCT, PCT, other));
    }

    private void add(AccountItem accountItem, MonthSpan span, Measure measure, String unitCode, AccountValue value) {
        figures.add(Account.GRDP, accountItem.item(), accountItem.basis(), span, measure, unitCode, value);
    }

    /** Returns growth between two levels of one family, or from a released rate for want of levels. */
    private Optional<AccountValue> growth(AccountItem accountItem, MonthSpan span) {
        return levels.pair(accountItem, span)
                .or(() -> levels.released(accountItem, span))
                .flatMap(of -> GrowthArithmetic.growth(of.current(), of.previous(), MethodCode.GROWTH_OF_LEVELS));
    }

    /** Returns the points that an item adds to the growth of the total, all levels being of one family. */
    private Optional<AccountValue> contribution(AccountItem accountItem, MonthSpan span) {
        for (FamilyLevels family : levels.families().values()) {
            Optional<AccountValue> points = contribution(
                    family.level(accountItem, span),
                    family.level(accountItem, span.yearBefore()),
                    family.level(GrdpLevels.constant(GrdpCodes.TOTAL), span.yearBefore()));
            if (points.isPresent()) {
                return points;
            }
        }
        return levels.released(accountItem, span)
                .flatMap(released -> contribution(
                        Optional.of(released.current()),
                        Optional.of(released.previous()),
                        totalBefore(released, span)));
    }

    /** Returns the points that an item adds to the growth of the total, of the levels shown whatever their vintages. */
    private Optional<AccountValue> contributionOfShown(AccountItem accountItem, MonthSpan span) {
        return contribution(
                        levels.level(accountItem, span),
                        levels.level(accountItem, span.yearBefore()),
                        levels.level(GrdpLevels.constant(GrdpCodes.TOTAL), span.yearBefore()))
                .map(points -> points.withMethod(MethodCode.CONTRIBUTION_OF_LEVELS + MethodCode.MIXED));
    }

    /** Returns the total of the year before, of the family that a released level of an item starts from. */
    private Optional<AccountValue> totalBefore(GrdpLevels.Pair released, MonthSpan span) {
        AccountItem total = GrdpLevels.constant(GrdpCodes.TOTAL);
        return Optional.ofNullable(levels.families().get(released.family()))
                .flatMap(family -> family.level(total, span.yearBefore()))
                .or(() -> levels.released(total, span.yearBefore())
                        .filter(before -> before.family().equals(released.family()))
                        .map(GrdpLevels.Pair::current));
    }

    private static Optional<AccountValue> contribution(
            Optional<AccountValue> current, Optional<AccountValue> previous, Optional<AccountValue> total) {
        if (current.isEmpty()
                || previous.isEmpty()
                || total.isEmpty()
                || total.get().value() == 0) {
            return Optional.empty();
        }
        double points = ContributionToGrowth.points(
                current.get().value(), previous.get().value(), total.get().value());
        double halfUnit = (current.get().halfUnit()
                        + previous.get().halfUnit()
                        + Math.abs(points) / 100 * total.get().halfUnit())
                / Math.abs(total.get().value())
                * 100;
        return Optional.of(AccountValue.derived(
                points, halfUnit, MethodCode.CONTRIBUTION_OF_LEVELS, current.get(), previous.get(), total.get()));
    }

    private Optional<AccountValue> shareOfGrowth(AccountValue points, AccountItem accountItem, MonthSpan span) {
        AccountItem total = GrdpLevels.constant(GrdpCodes.TOTAL);
        Optional<AccountValue> growth = points.isPublished()
                ? publishedWith(codes.contribution(accountItem.item()), span)
                : growth(total, span).or(() -> growthOfTotal(span));
        return growth.filter(of -> of.value() != 0 && !accountItem.equals(total))
                .map(of -> AccountValue.derived(
                        ContributionToGrowth.sharePct(points.value(), of.value()),
                        (points.halfUnit() + of.halfUnit()) / Math.abs(of.value()) * 100,
                        MethodCode.CONTRIBUTION_OVER_GROWTH,
                        points,
                        of));
    }

    /** Returns whether no source of a contribution printed it with another growth of the total than counts now. */
    private boolean isOfGrowthThatCounts(VisibleVintages.Line contribution, MonthSpan span) {
        Optional<AccountValue> then = visible.latest(contribution, span)
                .flatMap(points -> visible.published(codes.growth(GrdpCodes.TOTAL), span, Family.of(points)));
        Optional<AccountValue> now = growthOfTotal(span);
        return then.isEmpty() || now.isEmpty() || !RateSelection.differ(then.get(), now.get());
    }

    /** Returns the growth of the total that stands beside a published contribution: of its own source if it has one. */
    private Optional<AccountValue> publishedWith(VisibleVintages.Line contribution, MonthSpan span) {
        VisibleVintages.Line growth = codes.growth(GrdpCodes.TOTAL);
        return visible.latest(contribution, span)
                .flatMap(points -> visible.published(growth, span, Family.of(points)))
                .or(() -> visible.published(growth, span))
                .or(() -> growthOfTotal(span));
    }

    private Optional<AccountValue> share(String item, MonthSpan span) {
        for (Family family : visible.families()) {
            Optional<AccountValue> share = Optional.ofNullable(levels.families().get(family))
                    .flatMap(ofFamily -> shareOfLevels(item, span, ofFamily))
                    .or(() -> derivedShare(family, item, span));
            if (share.isPresent()) {
                return share;
            }
        }
        return Optional.empty();
    }

    private static Optional<AccountValue> shareOfLevels(String item, MonthSpan span, FamilyLevels family) {
        return family.level(GrdpLevels.current(item), span)
                .flatMap(part -> family.level(GrdpLevels.current(GrdpCodes.TOTAL), span)
                        .filter(total -> total.value() != 0)
                        .map(total -> AccountValue.derived(
                                Structure.sharePct(part.value(), total.value()),
                                (part.halfUnit() + total.halfUnit()) / Math.abs(total.value()) * 100,
                                MethodCode.SHARE_OF_LEVELS,
                                part,
                                total)));
    }

    private Optional<AccountValue> derivedShare(Family family, String item, MonthSpan span) {
        return Optional.ofNullable(shares.getOrDefault(family, Collections.emptyNavigableMap())
                        .getOrDefault(item, Collections.emptyNavigableMap())
                        .get(span))
                .filter(share -> !share.isPublished());
    }

    private Optional<AccountValue> deflator(String item, MonthSpan span) {
        for (FamilyLevels family : levels.families().values()) {
            Optional<AccountValue> current = family.level(GrdpLevels.current(item), span);
            Optional<AccountValue> constant = family.level(GrdpLevels.constant(item), span);
            if (current.isPresent() && constant.isPresent() && constant.get().value() != 0) {
                return Optional.of(AccountValue.derived(
                        ImplicitDeflator.index(
                                current.get().value(), constant.get().value()),
                        0,
                        MethodCode.DEFLATOR_OF_LEVELS,
                        current.get(),
                        constant.get()));
            }
        }
        return Optional.empty();
    }

    /** Returns the published shares of each family, with the fourth where it published three. */
    private Map<Family, NavigableMap<String, NavigableMap<MonthSpan, AccountValue>>> sharesByFamily() {
        Map<Family, NavigableMap<String, NavigableMap<MonthSpan, AccountValue>>> byFamily =
                new TreeMap<>(Family.bestFirst(visible.asOf()));
        for (Family family : visible.families()) {
            NavigableMap<String, NavigableMap<MonthSpan, AccountValue>> ofFamily = new TreeMap<>();
            for (Observation observation : visible.of(family)) {
                String item = observation.key().activityCode();
                if (VisibleVintages.lineOf(observation.key()).equals(codes.share(item))) {
                    ofFamily.computeIfAbsent(item, any -> new TreeMap<>())
                            .putIfAbsent(PeriodName.of(observation.key()).span(), visible.value(observation));
                }
            }
            addMissingShares(ofFamily);
            byFamily.put(family, ofFamily);
        }
        return byFamily;
    }

    private static void addMissingShares(NavigableMap<String, NavigableMap<MonthSpan, AccountValue>> shares) {
        TreeSet<MonthSpan> spans = new TreeSet<>();
        shares.values().forEach(ofItem -> spans.addAll(ofItem.keySet()));
        for (MonthSpan span : spans) {
            List<AccountValue> known = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (String part : GrdpCodes.PARTS) {
                Optional<AccountValue> share =
                        Optional.ofNullable(shares.getOrDefault(part, Collections.emptyNavigableMap())
                                .get(span));
                share.ifPresentOrElse(known::add, () -> missing.add(part));
            }
            if (missing.size() == 1) {
                double rest =
                        100 - known.stream().mapToDouble(AccountValue::value).sum();
                double halfUnit =
                        known.stream().mapToDouble(AccountValue::halfUnit).sum();
                shares.computeIfAbsent(missing.get(0), any -> new TreeMap<>())
                        .put(span, AccountValue.derived(rest, halfUnit, MethodCode.HUNDRED_LESS_SHARES, known));
            }
        }
    }

    /** Returns over which months an item stands in the table: as published, and what is derived of standard periods. */
    private Collection<MonthSpan> spans(AccountItem accountItem) {
        List<VisibleVintages.Line> lines = accountItem.basis() == PriceBasis.CURRENT
                ? List.of(codes.level(accountItem), codes.share(accountItem.item()))
                : List.of(
                        codes.level(accountItem),
                        codes.growth(accountItem.item()),
                        codes.contribution(accountItem.item()));
        TreeSet<MonthSpan> spans = new TreeSet<>(levels.spans(accountItem));
        spans.addAll(derivedShareSpans(accountItem));
        spans.removeIf(span -> !span.isStandard());
        lines.forEach(line -> spans.addAll(visible.spans(line)));
        return spans;
    }

    private Collection<MonthSpan> derivedShareSpans(AccountItem accountItem) {
        TreeSet<MonthSpan> spans = new TreeSet<>();
        if (accountItem.basis() == PriceBasis.CURRENT) {
            shares.values()
                    .forEach(ofFamily ->
                            spans.addAll(ofFamily.getOrDefault(accountItem.item(), Collections.emptyNavigableMap())
                                    .keySet()));
        }
        return spans;
    }
}
