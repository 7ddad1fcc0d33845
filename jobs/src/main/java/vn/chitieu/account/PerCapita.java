package vn.chitieu.account;

/**
 * Gross product at current prices per head of the average population of the same year; a part of a year is never scaled
 * up to a year.
 */
public final class PerCapita {

    private PerCapita() {}

    /**
     * Returns million VND per person.
     *
     * @throws IllegalArgumentException if the population is not above 0
     */
    public static double millionVnd(double grossProductBillionVnd, double averagePopulationThousand) {
        if (!(averagePopulationThousand > 0)) {
            throw new IllegalArgumentException(
                    "Expecting an average population above 0 but was " + averagePopulationThousand);
        }
        return grossProductBillionVnd / averagePopulationThousand;
    }

    /**
     * Returns the average population in thousands that a published pair implies.
     *
     * @throws IllegalArgumentException if the figure per head is not above 0
     */
    public static double impliedPopulationThousand(double grossProductBillionVnd, double perCapitaMillionVnd) {
        if (!(perCapitaMillionVnd > 0)) {
            throw new IllegalArgumentException("Expecting a figure per head above 0 but was " + perCapitaMillionVnd);
        }
        return grossProductBillionVnd / perCapitaMillionVnd;
    }
}
