package vn.chitieu.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.PriceBasis;

/** Checks the identities of the gross product on what one source published on one day. */
final class GrdpChecks {

    private final VintageBook book;
    private final GrdpCodes codes;
    private final FindingBook findings;

    GrdpChecks(VintageBook book, GrdpCodes codes, FindingBook findings) {
        this.book = book;
        this.codes = codes;
        this.findings = findings;
    }

    void report(GrdpLevels levels) {
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
        VintageBook.Line line = codes.level(identity.total());
        for (Map.Entry<MonthSpan, Reading> total : levels.of(identity.total()).entrySet()) {
            List<Reading> parts = levels.known(identity.parts(), total.getKey());
            boolean allPublished = total.getValue().isPublished()
                    && parts.size() == identity.parts().size()
                    && parts.stream().allMatch(Reading::isPublished);
            if (allPublished) {
                for (PeriodName name : book.names(line, total.getKey())) {
                    findings.checkSum(FindingBook.SUM_OF_PARTS, line, family, name, parts, total.getValue());
                }
            }
        }
    }

    /**
     * Reports a cumulated and a quarterly rate of the total that together imply another level of the quarters before.
     */
    private void checkReleasedRates(GrdpLevels levels) {
        Slot total = GrdpLevels.constant(GrdpCodes.TOTAL);
        VintageBook.Line line = codes.level(total);
        for (MonthSpan cumulated : book.spans(codes.growth(GrdpCodes.TOTAL))) {
            int last = cumulated.lastMonth();
            if (cumulated.firstMonth() == 1 && last % 3 == 0 && last > 3) {
                MonthSpan earlier = new MonthSpan(cumulated.year(), 1, last - 3);
                Optional<Reading> implied = ofOneRelease(levels, cumulated)
                        .flatMap(whole -> ofOneRelease(levels, new MonthSpan(cumulated.year(), last - 2, last))
                                .filter(quarter -> quarter.date().equals(whole.date()))
                                .map(quarter -> Reading.sum(
                                        MethodCode.DIFFERENCE_OF_PERIODS, List.of(whole), List.of(quarter))));
                Optional<Reading> known = levels.level(total, earlier);
                if (implied.isPresent() && known.isPresent() && isApart(implied.get(), known.get())) {
                    earlier.standardNames()
                            .forEach(name -> findings.addImpliedEarlierLevel(line, name, implied.get(), known.get()));
                }
            }
        }
    }

    private static Optional<Reading> ofOneRelease(GrdpLevels levels, MonthSpan span) {
        return levels.released(GrdpLevels.constant(GrdpCodes.TOTAL), span).map(GrdpLevels.Pair::current);
    }

    private static boolean isApart(Reading implied, Reading known) {
        return !PrintedRounding.agree(implied.value(), known.value(), implied.halfUnit() + known.halfUnit());
    }

    private void checkShares() {
        VintageBook.Line first = codes.share("S1");
        for (MonthSpan span : book.spans(first)) {
            for (Family family : book.families(first, span)) {
                List<Reading> shares = new ArrayList<>();
                for (String part : GrdpCodes.PARTS) {
                    book.published(codes.share(part), span, family).ifPresent(shares::add);
                }
                if (shares.size() == GrdpCodes.PARTS.size()) {
                    findings.checkShares(first, family, name(first, span), shares);
                }
            }
        }
    }

    private void checkContributions() {
        VintageBook.Line growthLine = codes.growth(GrdpCodes.TOTAL);
        for (MonthSpan span : book.spans(growthLine)) {
            for (Family family : book.families(growthLine, span)) {
                Optional<Reading> growth = book.published(growthLine, span, family);
                List<Reading> points = new ArrayList<>();
                for (String part : GrdpCodes.PARTS) {
                    book.published(codes.contribution(part), span, family).ifPresent(points::add);
                }
                if (growth.isPresent() && points.size() == GrdpCodes.PARTS.size()) {
                    findings.checkSum(
                            FindingBook.SUM_OF_CONTRIBUTIONS,
                            growthLine,
                            family,
                            name(growthLine, span),
                            points,
                            growth.get());
                }
            }
        }
    }

    private PeriodName name(VintageBook.Line line, MonthSpan span) {
        return book.names(line, span).iterator().next();
    }
}
