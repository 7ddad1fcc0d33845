package vn.chitieu.account.derivation;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.formula.Structure;
import vn.chitieu.account.reading.AccountItem;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.GrowthArithmetic;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;

/** Levels of the gross product and its parts: by family, and beyond the families from released rates of growth. */
final class GrdpLevels {

    /** A level and that of the year before, of one family. */
    record Pair(AccountValue current, AccountValue previous, Family family) {}

    private final VisibleVintages visible;
    private final GrdpCodes codes;
    private final NavigableMap<Family, FamilyLevels> families;
    private final NavigableMap<AccountItem, NavigableMap<MonthSpan, Pair>> released = new TreeMap<>();

    GrdpLevels(VisibleVintages visible, GrdpCodes codes) {
        this.visible = visible;
        this.codes = codes;
        this.families = new TreeMap<>(Family.bestFirst(visible.asOf()));
        for (Family family : visible.families()) {
            FamilyLevels levels = familyLevels(family);
            if (!levels.isEmpty()) {
                families.put(family, levels);
            }
        }
        release();
    }

    NavigableMap<Family, FamilyLevels> families() {
        return families;
    }

    private FamilyLevels familyLevels(Family family) {
        FamilyLevels levels = new FamilyLevels();
        for (Observation observation : visible.of(family)) {
            if (GrdpCodes.isLevel(observation.key().indicatorCode())) {
                levels.add(
                        new AccountItem(
                                observation.key().activityCode(),
                                observation.key().priceBasis()),
                        PeriodName.of(observation.key()).span(),
                        visible.value(observation));
            }
        }
        for (PriceBasis basis : List.of(PriceBasis.CURRENT, PriceBasis.CONSTANT_2010)) {
            levels.fillFromParts(GrdpCodes.identities(basis));
        }
        levels.fillFromPeriods();
        for (PriceBasis basis : List.of(PriceBasis.CURRENT, PriceBasis.CONSTANT_2010)) {
            levels.fillFromParts(GrdpCodes.identities(basis));
        }
        addLevelsBeforeGrowth(family, levels);
        return levels;
    }

    /** Adds the levels of the year before that the family's own rates of growth imply, parts before the total. */
    private void addLevelsBeforeGrowth(Family family, FamilyLevels levels) {
        for (boolean total : new boolean[] {false, true}) {
            for (Observation observation : visible.of(family)) {
                String item = observation.key().activityCode();
                if (item.equals(GrdpCodes.TOTAL) == total
                        && VisibleVintages.lineOf(observation.key()).equals(codes.growth(item))) {
                    addLevelBefore(observation, levels);
                }
            }
            levels.fillTotals(GrdpCodes.identities(PriceBasis.CONSTANT_2010));
        }
    }

    private void addLevelBefore(Observation growth, FamilyLevels levels) {
        AccountItem accountItem = constant(growth.key().activityCode());
        MonthSpan span = PeriodName.of(growth.key()).span();
        levels.level(accountItem, span)
                .filter(current -> growth.value().doubleValue() > -100)
                .map(current -> GrowthArithmetic.previous(current, visible.value(growth)))
                .ifPresent(previous -> levels.add(accountItem, span.yearBefore(), previous));
    }

    static AccountItem constant(String item) {
        return new AccountItem(item, PriceBasis.CONSTANT_2010);
    }

    static AccountItem current(String item) {
        return new AccountItem(item, PriceBasis.CURRENT);
    }

    /** Returns the items of which anything is known. */
    Collection<String> items() {
        TreeSet<String> items =
                new TreeSet<>(Comparator.comparing(GrdpLevels::rank).thenComparing(item -> item));
        for (VisibleVintages.Line line : visible.lines()) {
            String item = line.activityCode();
            if (line.equals(codes.growth(item))
                    || line.equals(codes.contribution(item))
                    || line.equals(codes.share(item))) {
                items.add(item);
            }
        }
        families.values()
                .forEach(levels -> levels.accountItems().forEach(accountItem -> items.add(accountItem.item())));
        return items;
    }

    private static int rank(String item) {
        return item.equals(GrdpCodes.TOTAL) ? 0 : 1;
    }

    /** Returns the spans of which an item has a level, published or derived from levels or rates. */
    Collection<MonthSpan> spans(AccountItem accountItem) {
        TreeSet<MonthSpan> spans = new TreeSet<>();
        families.values().forEach(levels -> spans.addAll(levels.of(accountItem).keySet()));
        spans.addAll(released.getOrDefault(accountItem, Collections.emptyNavigableMap())
                .keySet());
        return spans;
    }

    /** Returns a level and the one of the year before, of the first family that has both. */
    Optional<Pair> pair(AccountItem accountItem, MonthSpan span) {
        for (Map.Entry<Family, FamilyLevels> entry : families.entrySet()) {
            Optional<AccountValue> current = entry.getValue().level(accountItem, span);
            Optional<AccountValue> previous = entry.getValue().level(accountItem, span.yearBefore());
            if (current.isPresent() && previous.isPresent()) {
                return Optional.of(new Pair(current.get(), previous.get(), entry.getKey()));
            }
        }
        return Optional.empty();
    }

    /** Returns the level that a released rate of growth implies, with the level that grew. */
    Optional<Pair> released(AccountItem accountItem, MonthSpan span) {
        return Optional.ofNullable(released.getOrDefault(accountItem, Collections.emptyNavigableMap())
                .get(span));
    }

    /** Returns the level that counts over some months. */
    Optional<AccountValue> level(AccountItem accountItem, MonthSpan span) {
        return visible.published(codes.level(accountItem), span).or(() -> derived(accountItem, span));
    }

    private Optional<AccountValue> derived(AccountItem accountItem, MonthSpan span) {
        return families.values().stream()
                .flatMap(levels -> levels.level(accountItem, span).stream())
                .findFirst()
                .or(() -> quarterOfShown(accountItem, span))
                .or(() -> released(accountItem, span).map(Pair::current))
                .or(() -> fromShare(accountItem, span));
    }

    /**
     * Returns a quarter whose growth is released as the difference of the figures to date before and after it, so that
     * it adds up with them: the rate of the quarter starts from quarters that may have been revised.
     */
    private Optional<AccountValue> quarterOfShown(AccountItem accountItem, MonthSpan span) {
        if (span.months() != 3
                || span.firstMonth() == 1
                || released(accountItem, span).isEmpty()) {
            return Optional.empty();
        }
        MonthSpan before = new MonthSpan(span.year(), 1, span.firstMonth() - 1);
        MonthSpan after = new MonthSpan(span.year(), 1, span.lastMonth());
        return level(accountItem, after).flatMap(to -> level(accountItem, before)
                .map(from -> AccountValue.sum(
                        MethodCode.DIFFERENCE_OF_PERIODS + MethodCode.MIXED, List.of(to), List.of(from))));
    }

    private Optional<AccountValue> fromShare(AccountItem accountItem, MonthSpan span) {
        if (accountItem.basis() != PriceBasis.CURRENT || accountItem.item().equals(GrdpCodes.TOTAL)) {
            return Optional.empty();
        }
        return visible.latest(codes.share(accountItem.item()), span)
                .flatMap(share ->
                        level(current(GrdpCodes.TOTAL), span).map(total -> levelOfShare(visible.value(share), total)));
    }

    private static AccountValue levelOfShare(AccountValue share, AccountValue total) {
        double halfUnit = share.halfUnit() / 100 * total.value() + share.value() / 100 * total.halfUnit();
        return AccountValue.derived(
                Structure.level(share.value(), total.value()), halfUnit, MethodCode.SHARE_OF_TOTAL, share, total);
    }

    /** Adds, year after year, levels that are not released but whose growth is. */
    private void release() {
        TreeSet<MonthSpan> spans = new TreeSet<>();
        Collection<String> items = items();
        items.forEach(item -> spans.addAll(visible.spans(codes.growth(item))));
        for (MonthSpan span : spans) {
            for (String item : items) {
                visible.latest(codes.growth(item), span).ifPresent(growth -> release(item, span, growth));
            }
            releaseMissingPart(span);
        }
    }

    private void release(String item, MonthSpan span, Observation growth) {
        AccountItem accountItem = constant(item);
        if (level(accountItem, span).isEmpty()) {
            base(accountItem, span.yearBefore()).ifPresent(base -> {
                AccountValue rate = visible.value(growth);
                put(
                        accountItem,
                        span,
                        new Pair(GrowthArithmetic.level(base.current(), rate), base.current(), base.family()));
            });
        }
    }

    private void put(AccountItem accountItem, MonthSpan span, Pair pair) {
        released.computeIfAbsent(accountItem, any -> new TreeMap<>()).put(span, pair);
    }

    /** Returns the level of a year that the next year's growth starts from; its family is the first link's. */
    private Optional<Pair> base(AccountItem accountItem, MonthSpan span) {
        for (Map.Entry<Family, FamilyLevels> entry : families.entrySet()) {
            Optional<AccountValue> level = entry.getValue().level(accountItem, span);
            if (level.isPresent()) {
                return Optional.of(new Pair(level.get(), level.get(), entry.getKey()));
            }
        }
        return released(accountItem, span);
    }

    /** Adds the one part whose growth was not released, if one source released all the others on one day. */
    private void releaseMissingPart(MonthSpan span) {
        List<String> missing = GrdpCodes.PARTS.stream()
                .filter(part -> released(constant(part), span).isEmpty())
                .toList();
        if (missing.size() != 1
                || released(constant(GrdpCodes.TOTAL), span).isEmpty()
                || releasingFamilies(span).size() != 1) {
            return;
        }
        AccountItem accountItem = constant(missing.get(0));
        released(constant(GrdpCodes.TOTAL), span)
                .flatMap(total -> Optional.ofNullable(families.get(total.family()))
                        .flatMap(levels -> levels.level(accountItem, span.yearBefore()))
                        .map(base -> new Pair(restOf(total, span), base, total.family())))
                .ifPresent(pair -> put(accountItem, span, pair));
    }

    private AccountValue restOf(Pair total, MonthSpan span) {
        List<AccountValue> parts = GrdpCodes.PARTS.stream()
                .flatMap(part -> released(constant(part), span).stream())
                .map(Pair::current)
                .toList();
        return AccountValue.sum(MethodCode.TOTAL_LESS_PARTS, List.of(total.current()), parts);
    }

    /** Returns the families of the released rates of a span together with those of the levels they start from. */
    private Collection<String> releasingFamilies(MonthSpan span) {
        TreeSet<String> found = new TreeSet<>();
        for (String item : List.of(GrdpCodes.TOTAL, "S1", "S2", "S3", GrdpCodes.NET_TAXES)) {
            released(constant(item), span)
                    .flatMap(pair -> visible.latest(codes.growth(item), span)
                            .map(growth -> Family.of(growth) + " on " + pair.family()))
                    .ifPresent(found::add);
        }
        return found;
    }
}
