package vn.chitieu.account.derivation;

import java.util.Optional;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.ContributionToGrowth;
import vn.chitieu.account.formula.PerCapita;
import vn.chitieu.account.formula.VolumeGrowth;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Provenance;

/**
 * Makes what stands beside balanced figures of a table agree with them: growth with two levels, shares of growth with
 * contributions, and population with the gross product and what it is per head.
 */
public final class BesideBalanced {

    /** A rate that levels of this many standard errors cannot make is of another vintage than they are. */
    private static final double STANDARD_ERRORS = 3;

    private static final double ROUNDING_PCT = 0.0055;

    private final AccountFigures figures;

    private BesideBalanced(AccountFigures figures) {
        this.figures = figures;
    }

    /** Changes figures to which balanced ones were added. */
    public static void settle(AccountFigures figures) {
        BesideBalanced beside = new BesideBalanced(figures);
        for (AccountFigure figure : figures.toList()) {
            if (figure.measure() == Measure.LEVEL && figure.account() == Account.PER_CAPITA) {
                beside.population(figure);
            }
        }
        for (AccountFigure figure : figures.toList()) {
            boolean isOfProduct = figure.account() == Account.GRDP || figure.account() == Account.PER_CAPITA;
            if (figure.measure() == Measure.LEVEL && isOfProduct) {
                beside.growth(figure);
            }
        }
        for (AccountFigure figure : figures.toList()) {
            if (figure.measure() == Measure.CONTRIBUTION_POINTS && figure.origin() == Origin.BALANCED) {
                beside.shareOfGrowth(figure);
            }
        }
    }

    private void shareOfGrowth(AccountFigure points) {
        AccountFigure total = new AccountFigure(
                Account.GRDP,
                points.areaCode(),
                GrdpCodes.TOTAL,
                points.period(),
                points.accumulation(),
                points.priceBasis(),
                Measure.GROWTH_PCT,
                0,
                "",
                points.provenance());
        figures.find(total, Measure.GROWTH_PCT, points.period())
                .filter(growth -> growth.value() != 0)
                .ifPresent(growth -> figures.add(figure(
                        points,
                        Measure.CONTRIBUTION_SHARE_PCT,
                        ContributionToGrowth.sharePct(points.value(), growth.value()),
                        "pct",
                        MethodCode.CONTRIBUTION_OVER_GROWTH)));
    }

    private void population(AccountFigure perHead) {
        Optional<AccountFigure> people = figures.find(perHead, Measure.POPULATION, perHead.period());
        AccountFigure product = new AccountFigure(
                Account.GRDP,
                perHead.areaCode(),
                GrdpCodes.TOTAL,
                perHead.period(),
                Accumulation.PERIOD,
                PriceBasis.CURRENT,
                Measure.LEVEL,
                0,
                "",
                perHead.provenance());
        figures.find(product, Measure.LEVEL, perHead.period())
                .filter(of -> people.filter(p -> p.origin() == Origin.BALANCED).isPresent()
                        && of.origin() != Origin.BALANCED
                        && perHead.value() > 0)
                .ifPresent(of -> figures.replace(figure(
                        people.orElseThrow(),
                        Measure.POPULATION,
                        PerCapita.impliedPopulationThousand(of.value(), perHead.value()),
                        people.orElseThrow().unitCode(),
                        MethodCode.IMPLIED_BY_PER_CAPITA)));
    }

    private void growth(AccountFigure level) {
        Period before = level.period().inYear(level.period().year() - 1);
        Optional<AccountFigure> previous =
                figures.find(level, Measure.LEVEL, before).filter(of -> of.value() > 0);
        if (previous.isEmpty()
                || (level.origin() != Origin.BALANCED && previous.get().origin() != Origin.BALANCED)) {
            return;
        }
        double growth = VolumeGrowth.pct(level.value(), previous.get().value());
        AccountFigure ofLevels = figure(level, Measure.GROWTH_PCT, growth, "pct", MethodCode.GROWTH_ACROSS_VINTAGES);
        Optional<AccountFigure> rate = figures.find(level, Measure.GROWTH_PCT, level.period());
        if (rate.isEmpty()) {
            figures.add(ofLevels);
            return;
        }
        double error = STANDARD_ERRORS * 100 * (part(level) + part(previous.get()));
        if (Math.abs(rate.get().value() - growth) > ROUNDING_PCT + error) {
            figures.add(figure(
                    level,
                    Measure.GROWTH_OTHER_VINTAGE_PCT,
                    rate.get().value(),
                    "pct",
                    rate.get().methodCode()));
            if (level.priceBasis() == PriceBasis.CURRENT) {
                figures.replace(ofLevels);
            }
        }
    }

    private static double part(AccountFigure level) {
        Double error = level.standardError();
        return error == null ? 0 : error / Math.abs(level.value());
    }

    private static AccountFigure figure(
            AccountFigure like, Measure measure, double value, String unitCode, String methodCode) {
        return new AccountFigure(
                like.account(),
                like.areaCode(),
                like.itemCode(),
                like.period(),
                like.accumulation(),
                like.priceBasis(),
                measure,
                value,
                unitCode,
                new Provenance(Origin.DERIVED, ObservationStatus.ESTIMATE, like.vintageDate(), methodCode));
    }
}
