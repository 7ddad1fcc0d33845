package vn.chitieu.mart;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.mart.dictionary.Currencies;
import vn.chitieu.observation.PriceBasis;

/**
 * The measures of one item of an account in one period, and the figure that speaks for them.
 *
 * @param currencyCode of its amounts; null where it has none
 * @param level how many wholes the item is inside of; null where it is neither the total nor a part of it
 * @param isLeaf whether its amount is one of those that add up to the total, and over the periods of a year
 */
record AccountItem(
        Map<Measure, AccountFigure> measures,
        AccountFigure headline,
        @Nullable String currencyCode,
        @Nullable Integer level,
        boolean isLeaf) {

    /** Which measure of an item speaks for it: the first that is there. */
    private static final List<Measure> HEADLINE = List.of(
            Measure.LEVEL,
            Measure.GROWTH_PCT,
            Measure.BALANCE,
            Measure.TURNOVER,
            Measure.EXPORTS,
            Measure.IMPORTS,
            Measure.SHARE_PCT,
            Measure.CONTRIBUTION_POINTS,
            Measure.PLAN_ATTAINMENT_PCT,
            Measure.POPULATION,
            Measure.DEFLATOR,
            Measure.CONTRIBUTION_SHARE_PCT,
            Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT,
            Measure.PLAN_ATTAINMENT_COUNCIL_PCT,
            Measure.PLAN_ATTAINMENT_CENTRAL_PCT,
            Measure.COVER_RATIO_PCT,
            Measure.BALANCED_LEVEL,
            Measure.PLAN);

    private static final List<Measure> AMOUNTS = List.of(
            Measure.LEVEL,
            Measure.EXPORTS,
            Measure.IMPORTS,
            Measure.TURNOVER,
            Measure.BALANCE,
            Measure.BALANCED_LEVEL,
            Measure.PLAN);

    private static AccountItem of(Map<Measure, AccountFigure> measures, Currencies currencies) {
        return new AccountItem(
                measures,
                HEADLINE.stream()
                        .map(measures::get)
                        .filter(figure -> figure != null)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Expecting a measure but found none")),
                unit(measures).flatMap(currencies::of).orElse(null),
                null,
                false);
    }

    /** Returns the items of an account, in the order of area, item, period, accumulation and price basis. */
    static List<AccountItem> of(Account account, Collection<AccountFigure> figures, Currencies currencies) {
        Map<String, EnumMap<Measure, AccountFigure>> items = new TreeMap<>();
        for (AccountFigure figure : figures) {
            if (figure.account() != account) {
                continue;
            }
            String key = String.join(
                    "|",
                    figure.areaCode(),
                    figure.itemCode(),
                    figure.period().toString(),
                    figure.accumulation().code(),
                    account == Account.GRDP ? priceBasis(figure).code() : "");
            AccountFigure twice = items.computeIfAbsent(key, k -> new EnumMap<>(Measure.class))
                    .put(figure.measure(), figure);
            if (twice != null) {
                throw new IllegalStateException(
                        "Expecting each measure once but found again " + figure + " beside " + twice);
            }
        }
        return items.values().stream().map(measures -> of(measures, currencies)).toList();
    }

    /** Returns items whose levels are parts of a total, each with its place in it. */
    static List<AccountItem> brokenDown(List<AccountItem> items, String total, Breakdown breakdown) {
        Map<String, Map<String, Double>> sums = new HashMap<>();
        for (AccountItem item : items) {
            AccountFigure level = item.measures.get(Measure.LEVEL);
            if (level != null && !item.span().isCumulated()) {
                sums.computeIfAbsent(item.sum(), sum -> new HashMap<>()).put(item.code(), level.value());
            }
        }
        Map<String, Set<String>> leaves = new HashMap<>();
        sums.forEach((sum, amounts) -> leaves.put(sum, breakdown.leaves(total, amounts)));
        return items.stream()
                .map(item -> new AccountItem(
                        item.measures,
                        item.headline,
                        item.currencyCode,
                        breakdown.level(total, item.code()),
                        !item.span().isCumulated()
                                && leaves.getOrDefault(item.sum(), Set.of()).contains(item.code())))
                .toList();
    }

    /**
     * Returns items that hold each other, of which one counts in each year.
     *
     * @param order of their codes, the one that counts first
     */
    static List<AccountItem> alternatives(List<AccountItem> items, List<String> order) {
        Map<String, Integer> first = new HashMap<>();
        items.forEach(item -> first.merge(item.year(), order.indexOf(item.code()), Math::min));
        return items.stream()
                .map(item -> new AccountItem(
                        item.measures,
                        item.headline,
                        item.currencyCode,
                        null,
                        !item.span().isCumulated()
                                && first.getOrDefault(item.year(), -1) == order.indexOf(item.code())))
                .toList();
    }

    Span span() {
        return new Span(headline.period(), headline.accumulation());
    }

    String code() {
        return headline.itemCode();
    }

    PriceBasis priceBasis() {
        return priceBasis(headline);
    }

    /** Returns the unit of its amounts; null where it has none. */
    @Nullable
    String unitCode() {
        return unit(measures).orElse(null);
    }

    private static Optional<String> unit(Map<Measure, AccountFigure> measures) {
        return AMOUNTS.stream()
                .map(measures::get)
                .filter(figure -> figure != null)
                .map(AccountFigure::unitCode)
                .findFirst();
    }

    /** Returns what items have in common whose amounts are added. */
    private String sum() {
        return String.join(
                "|",
                headline.areaCode(),
                headline.period().toString(),
                headline.accumulation().code(),
                priceBasis().code());
    }

    private String year() {
        return headline.areaCode() + "|" + headline.period().year() + "|"
                + headline.period().frequency();
    }

    /** A deflator compares both price bases; it stands beside the level at current prices. */
    private static PriceBasis priceBasis(AccountFigure figure) {
        return figure.measure() == Measure.DEFLATOR ? PriceBasis.CURRENT : figure.priceBasis();
    }
}
