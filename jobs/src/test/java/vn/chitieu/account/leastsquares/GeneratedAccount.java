package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Accounts of areas by activity and quarter whose truth is known: levels of quarters and years, rates of growth and
 * shares of them are printed rounded, and many are not printed at all.
 */
final class GeneratedAccount {

    private static final double UNIFORM = Math.sqrt(1.0 / 12);

    final LeastSquaresProblem problem = new LeastSquaresProblem();
    private double[] truth = new double[1024];
    private int cells;
    final List<Constraint> identities = new ArrayList<>();
    private final Random random;

    GeneratedAccount(int areas, int activities, int quarters, long seed) {
        this.random = new Random(seed);
        for (int area = 0; area < areas; area++) {
            addArea("area " + area, activities, quarters);
        }
    }

    /** Returns the true value of every cell. */
    double[] truth() {
        return Arrays.copyOf(truth, cells);
    }

    private void addArea(String name, int activities, int quarters) {
        int[][] total = new int[1][];
        double[][] values = new double[activities + 1][quarters];
        for (int activity = 1; activity <= activities; activity++) {
            double level = 200 + 3000 * random.nextDouble();
            double growth = 0.005 + 0.02 * random.nextDouble();
            for (int quarter = 0; quarter < quarters; quarter++) {
                level *= 1 + growth + 0.02 * random.nextGaussian();
                values[activity][quarter] = level * (1 + 0.1 * Math.sin(quarter * Math.PI / 2 + activity));
                values[0][quarter] += values[activity][quarter];
            }
        }
        int[][] cells = new int[activities + 1][];
        int[][] years = new int[activities + 1][];
        for (int activity = 0; activity <= activities; activity++) {
            years[activity] = yearCells(name + " activity " + activity, values[activity]);
        }
        for (int activity = 0; activity <= activities; activity++) {
            cells[activity] = new int[quarters];
            for (int quarter = 0; quarter < quarters; quarter++) {
                cells[activity][quarter] =
                        cell(name + " activity " + activity + " quarter " + quarter, values[activity][quarter]);
            }
        }
        total[0] = cells[0];
        for (int quarter = 0; quarter < quarters; quarter++) {
            int[] parts = new int[activities];
            for (int activity = 1; activity <= activities; activity++) {
                parts[activity - 1] = cells[activity][quarter];
            }
            identity(name + " sum of activities, quarter " + quarter, total[0][quarter], parts);
        }
        for (int activity = 0; activity <= activities; activity++) {
            for (int year = 0; year < quarters / 4; year++) {
                int[] parts = new int[4];
                System.arraycopy(cells[activity], 4 * year, parts, 0, 4);
                identity(
                        name + " activity " + activity + " sum of quarters, year " + year,
                        years[activity][year],
                        parts);
            }
            print(name + " activity " + activity, cells[activity], years[activity], years[0]);
        }
    }

    private int[] yearCells(String name, double[] values) {
        int[] years = new int[values.length / 4];
        for (int year = 0; year < years.length; year++) {
            double sum = 0;
            for (int quarter = 0; quarter < 4; quarter++) {
                sum += values[4 * year + quarter];
            }
            years[year] = cell(name + " year " + year, sum);
        }
        return years;
    }

    private void print(String name, int[] quarters, int[] years, int[] totalYears) {
        for (int quarter = 0; quarter < quarters.length; quarter++) {
            LinearForm now = LinearForm.of(quarters[quarter]);
            figure(name + " level, quarter " + quarter, Ratio.level(now), 1, 0.6);
            if (quarter >= 4) {
                LinearForm before = LinearForm.of(quarters[quarter - 4]);
                figure(name + " growth, quarter " + quarter, Ratio.growth(now, before), 0.01, 0.5);
            }
        }
        for (int year = 0; year < years.length; year++) {
            LinearForm now = LinearForm.of(years[year]);
            figure(name + " level, year " + year, Ratio.level(now), 1, 0.8);
            figure(name + " share, year " + year, Ratio.percent(now, LinearForm.of(totalYears[year])), 0.01, 0.5);
        }
    }

    private void figure(String name, Ratio ratio, double unit, double chance) {
        if (random.nextDouble() < chance) {
            double value = Math.round(ratio.at(truth) / unit) * unit;
            problem.add(new Equation(name, ratio, value, unit * UNIFORM, true));
        }
    }

    private int cell(String name, double value) {
        if (cells == truth.length) {
            truth = Arrays.copyOf(truth, 2 * cells);
        }
        truth[cells++] = value;
        return problem.addCell(name, value * (0.9 + 0.2 * random.nextDouble()));
    }

    private void identity(String name, int total, int[] parts) {
        Constraint identity = new Constraint(name, LinearForm.of(total).minus(LinearForm.sum(parts)), 0);
        identities.add(identity);
        problem.add(identity);
    }
}
