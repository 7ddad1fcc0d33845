package vn.chitieu.account.area;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.AccountResult;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.PriceBasis;

/** Looks figures and findings up as a reader of the tables would. */
public record Read(AccountResult result) {

    public Optional<AccountFigure> find(
            Account account, String item, String period, PriceBasis basis, Measure measure) {
        return result.figures().stream()
                .filter(figure -> figure.account() == account
                        && figure.itemCode().equals(item)
                        && (figure.period() + "." + figure.accumulation().code()).equals(period)
                        && figure.priceBasis() == basis
                        && figure.measure() == measure)
                .findFirst();
    }

    public AccountFigure figure(Account account, String item, String period, PriceBasis basis, Measure measure) {
        return find(account, item, period, basis, measure)
                .orElseThrow(() -> new AssertionError("Expecting " + account + " " + item + " " + period + " " + basis
                        + " " + measure + " but there is none"));
    }

    double volume(String item, String period, Measure measure) {
        return figure(Account.GRDP, item, period, PriceBasis.CONSTANT_2010, measure)
                .value();
    }

    double current(String item, String period, Measure measure) {
        return figure(Account.GRDP, item, period, PriceBasis.CURRENT, measure).value();
    }

    public List<Finding> findings(String ruleCode) {
        return result.findings().stream()
                .filter(finding -> finding.ruleCode().equals(ruleCode))
                .toList();
    }

    public List<Finding> about(String ruleCode, String subjectPart) {
        return findings(ruleCode).stream()
                .filter(finding -> finding.subject().contains(subjectPart))
                .toList();
    }

    /** Returns a figure as value, origin and method: {@code 655.30 derived difference_of_periods}. */
    public static String text(AccountFigure figure) {
        return String.format(
                Locale.ROOT, "%.2f %s %s", figure.value(), figure.origin().code(), figure.methodCode());
    }
}
