package vn.chitieu.account.area;

import java.time.LocalDate;
import java.util.List;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountResult;
import vn.chitieu.account.BalancedAccount;
import vn.chitieu.account.balance.GrdpBalance;
import vn.chitieu.account.balance.RevenueBalance;
import vn.chitieu.account.derivation.AccountFigures;
import vn.chitieu.account.derivation.BesideBalanced;
import vn.chitieu.account.derivation.GrdpAccount;
import vn.chitieu.account.derivation.GrdpChecks;
import vn.chitieu.account.derivation.PerCapitaAccount;
import vn.chitieu.account.derivation.RevenueAccount;
import vn.chitieu.account.derivation.TradeAccount;
import vn.chitieu.account.derivation.ValueAddedContributions;
import vn.chitieu.account.reading.AccountUnits;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Observation;

/**
 * The accounts of an area from whatever mix of levels, rates, shares and figures per head was published.
 *
 * <p>A published figure is never changed. What is missing is derived by exact arithmetic within one vintage family:
 * what one source published on one date. A rate that was published counts unless levels of a later date state
 * otherwise; whatever differs by more than rounding is a finding.
 */
public final class RegionalAccounts {

    private final VisibleVintages vintages;
    private final AccountFigures figures;
    private final Findings findings;

    private RegionalAccounts(String areaCode, List<Observation> visible, LocalDate asOf) {
        for (Observation observation : visible) {
            requireVisible(areaCode, observation, asOf);
        }
        this.findings = new Findings(areaCode);
        this.vintages = new VisibleVintages(AccountUnits.reckoned(visible, findings), asOf);
        this.figures = new AccountFigures(areaCode);
    }

    /**
     * Returns the accounts of one area.
     *
     * @param visible every vintage of the area published on or before {@code asOf}, in any order, plans left out
     * @throws IllegalArgumentException if an observation is of another area or was published after {@code asOf}
     */
    public static AccountResult of(String areaCode, List<Observation> visible, LocalDate asOf) {
        RegionalAccounts accounts = new RegionalAccounts(areaCode, visible, asOf);
        BalancedAccount product = accounts.product();
        new RevenueAccount(accounts.vintages, accounts.figures, accounts.findings).compute();
        new TradeAccount(accounts.vintages, accounts.figures, accounts.findings).compute();
        return accounts.balanced(
                product.with(RevenueBalance.balance(accounts.vintages, accounts.figures, accounts.findings)));
    }

    /**
     * Returns the figures that {@link #of} gives of the gross product and of what it is per head, without revenue and
     * trade.
     *
     * @param read of the area, those that {@link GrdpCodes#isRead} names at least
     */
    public static List<AccountFigure> product(String areaCode, List<Observation> read, LocalDate asOf) {
        RegionalAccounts accounts = new RegionalAccounts(areaCode, read, asOf);
        return accounts.balanced(accounts.product()).figures();
    }

    private BalancedAccount product() {
        GrdpAccount grdp = new GrdpAccount(vintages, figures, findings);
        grdp.compute();
        new GrdpChecks(vintages, grdp.codes(), findings).report(grdp.levels());
        new PerCapitaAccount(vintages, grdp, figures, findings).compute();
        return GrdpBalance.of(vintages, findings);
    }

    private AccountResult balanced(BalancedAccount balance) {
        figures.addBalanced(balance);
        BesideBalanced.settle(figures);
        ValueAddedContributions.of(figures.toList()).forEach(figures::add);
        return new AccountResult(figures.toList(), findings.toList(), balance);
    }

    private static void requireVisible(String areaCode, Observation observation, LocalDate asOf) {
        if (!observation.key().areaCode().equals(areaCode)) {
            throw new IllegalArgumentException(
                    "Expecting observations of " + areaCode + " but was " + observation.key());
        }
        if (observation.publishedDate().isAfter(asOf)) {
            throw new IllegalArgumentException("Expecting observations published by " + asOf + " but "
                    + observation.key() + " was published on " + observation.publishedDate());
        }
    }
}
