package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Finding.Kind;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.text.LocalizedText;

/** Accounts and a rule of validation hold a balance of trade against exports less imports: 4,670 against 4,600. */
class ObservationTablesTest {

    private static final RunStamp STAMP = new RunStamp("r1", LocalDate.of(2025, 8, 7));

    @Test
    void aSumThatAccountsAndARuleMissIsOneFindingOfTheHigherSeverity() {
        assertThat(told(ofAccounts(Severity.ERROR), ofTheRule(Severity.WARNING, "2025-05", "C")))
                .containsExactly("contradiction error balance_identity");
        assertThat(told(ofTheRule(Severity.ERROR, "2025-05", "C"), ofAccounts(Severity.WARNING)))
                .containsExactly("contradiction error balance_identity");
    }

    @Test
    void whatOnlyTheRuleHoldsOfAnotherPeriodStands() {
        assertThat(told(
                        ofAccounts(Severity.ERROR),
                        ofTheRule(Severity.WARNING, "2025-04", "C"),
                        ofTheRule(Severity.WARNING, "2025-05", "P")))
                .containsExactly(
                        "contradiction error balance_identity",
                        "validation warning trade_balance",
                        "validation warning trade_balance");
    }

    private static Finding ofAccounts(Severity severity) {
        return new Finding(
                Kind.CONTRADICTION,
                severity,
                "balance_identity",
                "VN",
                "trade_balance",
                "2025-05",
                "VN.trade_balance._T.2025-05.C.current@2025-06-30 https://example.org/a.b",
                LocalizedText.same("180,200 - 175,600 = 4,600, but 4,670"));
    }

    private static Finding ofTheRule(Severity severity, String period, String accumulation) {
        return new Finding(
                Kind.VALIDATION,
                severity,
                "trade_balance",
                "VN",
                "trade_balance",
                period,
                "VN.trade_balance._T.M." + accumulation + ".current.2025",
                LocalizedText.same("4,670, but 4,600"));
    }

    private static List<String> told(Finding... findings) {
        Table table = ObservationTables.finding(List.of(findings), STAMP);
        return table.rows().stream()
                .map(row -> row[table.spec().indexOf("kind_code")] + " "
                        + row[table.spec().indexOf("severity_code")] + " "
                        + row[table.spec().indexOf("rule_code")])
                .toList();
    }
}
