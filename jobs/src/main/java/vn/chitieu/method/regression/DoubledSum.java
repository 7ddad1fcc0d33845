package vn.chitieu.method.regression;

/**
 * A sum of products in about twice the precision of double: the rounding error of each product and of each addition is
 * kept and added at the end (Ogita, Rump and Oishi 2005, SIAM Journal on Scientific Computing 26, Dot2).
 */
final class DoubledSum {

    private double sum;
    private double error;

    /** Adds one number. */
    DoubledSum add(double x) {
        double next = sum + x;
        double part = next - sum;
        error += (sum - (next - part)) + (x - part);
        sum = next;
        return this;
    }

    /** Adds the product of two numbers. */
    DoubledSum add(double x, double y) {
        double product = x * y;
        error += Math.fma(x, y, -product);
        return add(product);
    }

    double value() {
        return sum + error;
    }
}
