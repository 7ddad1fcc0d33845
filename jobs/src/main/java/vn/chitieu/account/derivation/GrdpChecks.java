package vn.chitieu.account.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.reading.AccountItem;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.PartsOfTotal;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.PriceBasis;

/** Checks the identities of the gross product on what one source published on one day. */
public final class GrdpChecks {

    private final VisibleVintages visible;
    private final GrdpCodes codes;
    private final Findings findings;

    public GrdpChecks(VisibleVintages visible, GrdpCodes codes, Findings findings) {
        this.visible = visible;
        this.codes = codes;
        this.findings = findings;
    }

    public void report(GrdpLevels levels) {
        for (Map.Entry<Family, FamilyLevels> entry : levels.families().entrySet()) {
            for (PriceBasis basis : List.of(PriceBasis.CURRENT, PriceBasis.CONSTANT_2010)) {
                for (PartsOfTotal identity : GrdpCodes.identities(basis)) {
                    checkParts(entry.getKey(), entry.getValue(), identity);
                }
            }
        }
        checkReleasedRates(levels);
        checkShares();
        checkContributions();
    }

    private void checkParts(Family family, FamilyLevels levels, PartsOfTotal identity) {
        VisibleVintages.Line line = codes.level(identity.total());
        for (Map.Entry<MonthSpan, AccountValue> total :
                levels.of(identity.total()).entrySet()) {
            List<AccountValue> parts = levels.known(identity.parts(), total.getKey());
            boolean allPublished = total.getValue().isPublished()
                    && parts.size() == identity.parts().size()
                    && parts.stream().allMatch(AccountValue::isPublished);
            if (allPublished) {
                findings.checkSum(
                        Findings.SUM_OF_PARTS, line, family, total.getKey().name(), parts, total.getValue());
            }
        }
    }

    /**
     * Reports a cumulated and a quarterly rate of the total that together imply another level of the quarters before.
     */
    private void checkReleasedRates(GrdpLevels levels) {
        AccountItem total = GrdpLevels.constant(GrdpCodes.TOTAL);
        VisibleVintages.Line line = codes.level(total);
        for (MonthSpan cumulated : visible.spans(codes.growth(GrdpCodes.TOTAL))) {
            int last = cumulated.lastMonth();
            if (cumulated.firstMonth() == 1 && last % 3 == 0 && last > 3) {
                MonthSpan earlier = new MonthSpan(cumulated.year(), 1, last - 3);
                Optional<AccountValue> implied = ofOneRelease(levels, cumulated)
                        .flatMap(whole -> ofOneRelease(levels, new MonthSpan(cumulated.year(), last - 2, last))
                                .filter(quarter -> quarter.date().equals(whole.date()))
                                .map(quarter -> AccountValue.sum(
                                        MethodCode.DIFFERENCE_OF_PERIODS, List.of(whole), List.of(quarter))));
                Optional<AccountValue> known = levels.level(total, earlier);
                if (implied.isPresent() && known.isPresent() && isApart(implied.get(), known.get())) {
                    findings.addImpliedEarlierLevel(line, earlier.name(), implied.get(), known.get());
                }
            }
        }
    }

    private static Optional<AccountValue> ofOneRelease(GrdpLevels levels, MonthSpan span) {
        return levels.released(GrdpLevels.constant(GrdpCodes.TOTAL), span).map(GrdpLevels.Pair::current);
    }

    private static boolean isApart(AccountValue implied, AccountValue known) {
        return !PrintedRounding.agree(implied.value(), known.value(), implied.halfUnit() + known.halfUnit());
    }

    private void checkShares() {
        VisibleVintages.Line first = codes.share("S1");
        for (MonthSpan span : visible.spans(first)) {
            for (Family family : visible.families(first, span)) {
                List<AccountValue> shares = new ArrayList<>();
                for (String part : GrdpCodes.PARTS) {
                    visible.published(codes.share(part), span, family).ifPresent(shares::add);
                }
                if (shares.size() == GrdpCodes.PARTS.size()) {
                    findings.checkShares(first, family, span.name(), shares);
                }
            }
        }
    }

    private void checkContributions() {
        VisibleVintages.Line growthLine = codes.growth(GrdpCodes.TOTAL);
        for (MonthSpan span : visible.spans(growthLine)) {
            for (Family family : visible.families(growthLine, span)) {
                Optional<AccountValue> growth = visible.published(growthLine, span, family);
                List<AccountValue> points = new ArrayList<>();
                for (String part : GrdpCodes.PARTS) {
                    visible.published(codes.contribution(part), span, family).ifPresent(points::add);
                }
                if (growth.isPresent() && points.size() == GrdpCodes.PARTS.size()) {
                    findings.checkSum(
                            Findings.SUM_OF_CONTRIBUTIONS, growthLine, family, span.name(), points, growth.get());
                }
            }
        }
    }
}
