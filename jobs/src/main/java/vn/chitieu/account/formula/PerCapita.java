package vn.chitieu.account.formula;

import java.util.Arrays;

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

    /**
     * Returns the average population of a year where no official average is published: the mean of its start and its
     * end, or of stocks at the middle of its four quarters.
     *
     * @param stocks two or four, in thousands
     * @throws IllegalArgumentException if there are neither two nor four, or one is not above 0
     */
    public static double averagePopulationThousand(double... stocks) {
        if ((stocks.length != 2 && stocks.length != 4) || Arrays.stream(stocks).anyMatch(stock -> !(stock > 0))) {
            throw new IllegalArgumentException(
                    "Expecting the population at start and end of a year, or in the middle of"
                            + " its four quarters, each above 0, but was " + Arrays.toString(stocks));
        }
        return Arrays.stream(stocks).average().orElseThrow();
    }
}
