package vn.chitieu.projection.sparse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A linear regression of the Statistical Reference Datasets of the National Institute of Standards and Technology
 * (NIST), United States, in the public domain: https://www.itl.nist.gov/div898/strd/lls/lls.shtml.
 */
final class NistData {

    private final double[][] rows;
    private final double[] values;
    private final double[] estimates;
    private final double[] errors;
    private final double residualDeviation;

    private NistData(double[][] rows, double[] values, List<double[]> certified) {
        this.rows = rows;
        this.values = values;
        this.estimates = certified.stream().mapToDouble(c -> c[0]).toArray();
        this.errors = certified.stream().mapToDouble(c -> c[1]).toArray();
        this.residualDeviation = certified.get(0)[2];
    }

    /** Returns the design, with a column of ones unless the model has none and with the powers of a polynomial. */
    double[][] rows() {
        return rows;
    }

    double[] values() {
        return values;
    }

    /** Returns the certified coefficients. */
    double[] estimates() {
        return estimates;
    }

    /** Returns the certified standard errors of the coefficients. */
    double[] errors() {
        return errors;
    }

    /** Returns the certified residual standard deviation. */
    double residualDeviation() {
        return residualDeviation;
    }

    static NistData of(String name) {
        List<double[]> certified = new ArrayList<>();
        for (String line : lines("certified")) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(name)) {
                certified.add(numbers(List.of(cells).subList(2, 5)));
            }
        }
        int parameters = certified.size();
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String line : lines(name)) {
            double[] cells = numbers(List.of(line.split(",", -1)));
            values.add(cells[0]);
            rows.add(design(cells, parameters));
        }
        return new NistData(
                rows.toArray(double[][]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                certified);
    }

    private static double[] design(double[] cells, int parameters) {
        double[] row = new double[parameters];
        boolean isPolynomial = cells.length == 2;
        for (int j = 0; j < parameters; j++) {
            if (parameters == 1) {
                row[j] = cells[1];
            } else if (isPolynomial) {
                row[j] = Math.pow(cells[1], j);
            } else {
                row[j] = j == 0 ? 1 : cells[j];
            }
        }
        return row;
    }

    private static double[] numbers(List<String> cells) {
        return cells.stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> lines(String name) {
        try (InputStream in =
                Objects.requireNonNull(NistData.class.getResourceAsStream("nist/" + name + ".csv"), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the least number of correct digits: -log10 of the relative error, of the absolute one of a 0. */
    static double correctDigits(double[] found, double[] certified) {
        double least = 15;
        for (int j = 0; j < certified.length; j++) {
            double error = Math.abs(found[j] - certified[j]);
            double relative = certified[j] == 0 ? error : error / Math.abs(certified[j]);
            least = Math.min(least, -Math.log10(relative));
        }
        return least;
    }
}
