package vn.chitieu.account;

import java.io.Serializable;
import java.util.List;
import vn.chitieu.observation.Finding;

/**
 * The accounts of one area, as seen on one day.
 *
 * @param figures each account, item, price basis, period, accumulation and measure at most once, ordered by them
 * @param balance the gross product balanced
 * @param findings what does not agree, each once, ordered by rule and subject
 */
public record AccountResult(List<AccountFigure> figures, List<Finding> findings, BalancedAccount balance)
        implements Serializable {

    public AccountResult {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }
}
