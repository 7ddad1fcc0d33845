package vn.chitieu.account.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.ContributionToGrowth;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Provenance;

/**
 * The second convention of contributions to growth: the sectors' in percent of the growth of value added, net taxes on
 * products left out, so that the three sectors make 100 (releases of the national statistics office).
 */
public final class ValueAddedContributions {

    private static final List<String> SECTORS = List.of("S1", "S2", "S3");

    private ValueAddedContributions() {}

    /** Returns that measure for every period whose three sectors have contributions in points. */
    public static List<AccountFigure> of(List<AccountFigure> figures) {
        Map<String, Map<String, AccountFigure>> byPeriod = new TreeMap<>();
        for (AccountFigure figure : figures) {
            if (figure.account() == Account.GRDP && figure.measure() == Measure.CONTRIBUTION_POINTS) {
                byPeriod.computeIfAbsent(
                                figure.period() + " " + figure.accumulation() + " " + figure.priceBasis(),
                                p -> new TreeMap<>())
                        .put(figure.itemCode(), figure);
            }
        }
        List<AccountFigure> all = new ArrayList<>();
        for (Map<String, AccountFigure> ofPeriod : byPeriod.values()) {
            double sum = 0;
            for (String sector : SECTORS) {
                AccountFigure points = ofPeriod.get(sector);
                sum += points == null ? Double.NaN : points.value();
            }
            if (Double.isFinite(sum) && sum != 0) {
                for (AccountFigure points : ofPeriod.values()) {
                    if (!points.itemCode().equals(GrdpCodes.NET_TAXES)) {
                        all.add(share(points, sum));
                    }
                }
            }
        }
        return all;
    }

    private static AccountFigure share(AccountFigure points, double sum) {
        return new AccountFigure(
                points.account(),
                points.areaCode(),
                points.itemCode(),
                points.period(),
                points.accumulation(),
                points.priceBasis(),
                Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT,
                ContributionToGrowth.sharePct(points.value(), sum),
                "pct",
                new Provenance(
                        Origin.DERIVED,
                        points.status(),
                        points.vintageDate(),
                        MethodCode.CONTRIBUTION_OVER_VALUE_ADDED));
    }
}
