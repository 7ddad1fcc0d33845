package vn.chitieu.account.derivation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.formula.TradeBalance;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;

/** Exports, imports, turnover, balance and cover ratio, each coverage for itself. */
public final class TradeAccount {

    private static final String MILLION_USD = "million_usd";

    /**
     * What exports of a row cover.
     *
     * @param withImports whether imports, turnover and balance belong to it
     */
    private record Coverage(String code, String exportsIndicator, boolean withImports) {}

    private static final Coverage GOODS = new Coverage("goods", "exports", true);
    private static final Coverage WITH_SERVICES =
            new Coverage("goods_and_fx_services", "exports_and_fx_services", true);
    private static final Coverage CUSTOMS = new Coverage("goods_customs", "exports_customs", false);

    private final VisibleVintages visible;
    private final AccountFigures figures;
    private final Findings findings;
    private final FlowLevels imports;
    private final FlowLevels turnover;
    private final FlowLevels balance;

    public TradeAccount(VisibleVintages visible, AccountFigures figures, Findings findings) {
        this.visible = visible;
        this.figures = figures;
        this.findings = findings;
        this.imports = FlowLevels.acrossSources(visible, line("imports"));
        this.turnover = FlowLevels.acrossSources(visible, line("trade_turnover"));
        this.balance = FlowLevels.acrossSources(visible, line("trade_balance"));
    }

    public void compute() {
        for (Coverage coverage : List.of(GOODS, WITH_SERVICES, CUSTOMS)) {
            FlowLevels exports = FlowLevels.acrossSources(visible, line(coverage.exportsIndicator()));
            spans(coverage, exports).forEach(span -> row(coverage, exports, span));
            if (coverage.withImports()) {
                checkIdentities(exports);
            }
        }
    }

    private static VisibleVintages.Line line(String indicator) {
        return new VisibleVintages.Line(indicator, GrdpCodes.TOTAL, PriceBasis.CURRENT);
    }

    private Collection<MonthSpan> spans(Coverage coverage, FlowLevels exports) {
        TreeSet<MonthSpan> spans = new TreeSet<>(exports.spans());
        if (coverage.withImports()) {
            for (FlowLevels flow : List.of(imports, turnover, balance)) {
                flow.spans().stream()
                        .filter(span -> coverageOf(span).equals(coverage))
                        .forEach(spans::add);
            }
        }
        return spans;
    }

    /**
     * Returns to which exports the imports, turnover or balance of a period belong: those published for it, or else the
     * widest that the area publishes.
     */
    private Coverage coverageOf(MonthSpan span) {
        boolean goods = !visible.vintages(line("exports"), span).isEmpty();
        boolean services =
                !visible.vintages(line("exports_and_fx_services"), span).isEmpty();
        if (goods != services) {
            return goods ? GOODS : WITH_SERVICES;
        }
        return visible.spans(line("exports_and_fx_services")).isEmpty() ? GOODS : WITH_SERVICES;
    }

    private void row(Coverage coverage, FlowLevels exportsFlow, MonthSpan span) {
        Optional<FlowLevels.FlowLevel> exported = exportsFlow.level(span);
        exported.ifPresent(level -> add(coverage, span, Measure.EXPORTS, MILLION_USD, level.value()));
        if (!coverage.withImports() || !coverageOf(span).equals(coverage)) {
            return;
        }
        Optional<FlowLevels.FlowLevel> imported = imports.level(span);
        imported.ifPresent(level -> add(coverage, span, Measure.IMPORTS, MILLION_USD, level.value()));
        Optional<AccountValue> difference = together(exported, imported, MethodCode.EXPORTS_LESS_IMPORTS, -1);
        Optional<AccountValue> sum = together(exported, imported, MethodCode.EXPORTS_PLUS_IMPORTS, 1);
        boolean isPrinted = isPrinted(exported) && isPrinted(imported);
        consistent(balance.level(span).filter(of -> isPrinted || difference.isEmpty()), difference)
                .ifPresent(value -> add(coverage, span, Measure.BALANCE, MILLION_USD, value));
        consistent(turnover.level(span).filter(of -> isPrinted || sum.isEmpty()), sum)
                .ifPresent(value -> add(coverage, span, Measure.TURNOVER, MILLION_USD, value));
        if (exported.isPresent() && imported.isPresent()) {
            coverRatio(exported.get().value(), imported.get().value())
                    .ifPresent(ratio -> add(coverage, span, Measure.COVER_RATIO_PCT, "pct", ratio));
        }
    }

    private static boolean isPrinted(Optional<FlowLevels.FlowLevel> level) {
        return level.filter(of -> of.value().isPublished()).isPresent();
    }

    private void add(Coverage coverage, MonthSpan span, Measure measure, String unitCode, AccountValue value) {
        figures.add(Account.TRADE, coverage.code(), PriceBasis.CURRENT, span, measure, unitCode, value);
    }

    /** Returns exports with imports added or taken away; the method states when they are of several sources. */
    private static Optional<AccountValue> together(
            Optional<FlowLevels.FlowLevel> exported,
            Optional<FlowLevels.FlowLevel> imported,
            String methodCode,
            int sign) {
        if (exported.isEmpty() || imported.isEmpty()) {
            return Optional.empty();
        }
        AccountValue x = exported.get().value();
        AccountValue m = imported.get().value();
        double value =
                sign > 0 ? TradeBalance.turnover(x.value(), m.value()) : TradeBalance.balance(x.value(), m.value());
        boolean ofOneSource = exported.get().family().isPresent()
                && exported.get().family().equals(imported.get().family());
        return Optional.of(AccountValue.derived(
                value, x.halfUnit() + m.halfUnit(), ofOneSource ? methodCode : methodCode + MethodCode.MIXED, x, m));
    }

    /** Returns the published figure where the row's exports and imports bear it out, else the derived one. */
    private static Optional<AccountValue> consistent(
            Optional<FlowLevels.FlowLevel> published, Optional<AccountValue> derived) {
        Optional<AccountValue> figure = published.map(FlowLevels.FlowLevel::value);
        if (derived.isEmpty() || figure.isEmpty()) {
            return derived.isPresent() ? derived : figure;
        }
        double tolerance = figure.get().halfUnit() + derived.get().halfUnit();
        boolean agrees =
                PrintedRounding.agree(figure.get().value(), derived.get().value(), tolerance);
        return agrees && figure.get().isPublished() ? figure : derived;
    }

    private static Optional<AccountValue> coverRatio(AccountValue exported, AccountValue imported) {
        if (!(imported.value() > 0)) {
            return Optional.empty();
        }
        double ratio = TradeBalance.coverRatioPct(exported.value(), imported.value());
        return Optional.of(AccountValue.derived(ratio, 0, MethodCode.EXPORTS_OVER_IMPORTS, exported, imported));
    }

    /** Reports a balance or turnover that exports and imports of the same source and day do not give. */
    private void checkIdentities(FlowLevels exportsFlow) {
        for (FlowLevels flow : List.of(balance, turnover)) {
            for (MonthSpan span : visible.spans(flow.line())) {
                visible.vintages(flow.line(), span).forEach(printed -> checkIdentity(flow, printed, exportsFlow));
            }
        }
    }

    private void checkIdentity(FlowLevels flow, Observation printed, FlowLevels exportsFlow) {
        Family family = Family.of(printed);
        PeriodName name = PeriodName.of(printed.key());
        Optional<AccountValue> exported = visible.published(exportsFlow.line(), name.span(), family);
        Optional<AccountValue> imported = visible.published(imports.line(), name.span(), family);
        if (exported.isPresent() && imported.isPresent()) {
            boolean isBalance = flow == balance;
            findings.checkSum(
                    isBalance ? Findings.BALANCE_IDENTITY : Findings.TURNOVER_IDENTITY,
                    flow.line(),
                    family,
                    name,
                    List.of(exported.get(), isBalance ? negative(imported.get()) : imported.get()),
                    visible.value(printed));
        }
    }

    private static AccountValue negative(AccountValue value) {
        return new AccountValue(
                -value.value(),
                value.halfUnit(),
                value.origin(),
                value.status(),
                value.date(),
                value.methodCode(),
                value.isOfArchive());
    }
}
