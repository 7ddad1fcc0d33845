package vn.chitieu.account;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Vintages;

/**
 * The gross product of one area, balanced: estimated from all published figures together, identities exact; with how
 * each published figure agrees with it, and each of budget revenue with the balance of that.
 *
 * @param figures determined or not, ordered by item, price basis, period, accumulation and measure
 * @param residuals of every published figure that entered or was rejected, in the order of the figures' keys
 */
public record BalancedAccount(List<BalancedFigure> figures, List<FigureResidual> residuals) implements Serializable {

    public BalancedAccount {
        figures = List.copyOf(figures);
        residuals = List.copyOf(residuals);
    }

    /** Returns the same with how figures of another balance agree with that one. */
    public BalancedAccount with(List<FigureResidual> further) {
        return new BalancedAccount(
                figures,
                Stream.concat(residuals.stream(), further.stream())
                        .sorted(Comparator.comparing(FigureResidual::figure, Vintages.ORDER))
                        .toList());
    }

    /** Returns a figure if the account has a cell of it, determined or not. */
    public Optional<BalancedFigure> find(
            String itemCode, Period period, Accumulation accumulation, PriceBasis basis, Measure measure) {
        return figures.stream()
                .filter(figure -> figure.itemCode().equals(itemCode)
                        && figure.period().equals(period)
                        && figure.accumulation() == accumulation
                        && figure.priceBasis() == basis
                        && figure.measure() == measure)
                .findFirst();
    }
}
