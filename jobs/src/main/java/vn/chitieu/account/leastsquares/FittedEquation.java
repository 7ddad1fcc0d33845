package vn.chitieu.account.leastsquares;

import java.util.List;

/**
 * How a figure agrees with the others.
 *
 * @param fitted what the cells say of it
 * @param residual the figure less {@code fitted}
 * @param standardisedResidual the residual in its own standard deviations (Baarda 1968); that of a rejected figure
 *     compares it with what all others say
 * @param isTestable whether anything else says something of it; if not, the residual is 0 by construction
 * @param isRejected whether the fit is without it
 * @param isUnresolved whether it contradicts figures of its own release that fit as badly, so that which of them is
 *     wrong is not known; all of them stay, with errors as large as the contradiction
 * @param opponents the numbers of the figures that determine {@code fitted}, the weightiest first, at most four; empty
 *     for figures that agree
 */
public record FittedEquation(
        double fitted,
        double residual,
        double standardisedResidual,
        boolean isTestable,
        boolean isRejected,
        boolean isUnresolved,
        List<Integer> opponents) {

    public FittedEquation {
        opponents = List.copyOf(opponents);
    }

    FittedEquation withOpponents(List<Integer> others) {
        return new FittedEquation(fitted, residual, standardisedResidual, isTestable, isRejected, isUnresolved, others);
    }
}
