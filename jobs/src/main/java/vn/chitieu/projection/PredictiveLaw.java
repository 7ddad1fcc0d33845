package vn.chitieu.projection;

/** The distribution of an annual value that is not, or now is, fully known. */
public sealed interface PredictiveLaw {

    /** Returns the point projection, in the unit of the annual value; not the median. */
    double point();

    /**
     * Returns the value that is not exceeded with probability {@code p}.
     *
     * @throws IllegalArgumentException if {@code p} is not inside (0, 1)
     */
    double quantile(double p);

    /** Returns the probability that the annual value is at least {@code target}. */
    double probabilityAtLeast(double target);

    /**
     * The law of a value with a pooled distribution of scaled errors around its point.
     *
     * @param point in the unit of the annual value
     * @param isLog whether errors multiply the point as exp(sigma q); otherwise unit sigma q is added
     * @param unit of an additive error; 1 for logarithms
     * @param sigma error scale, above 0
     * @param errors distribution of errors in units of {@code sigma}
     * @param floor what is certain already; negative infinity if nothing is
     */
    record OfErrors(double point, boolean isLog, double unit, double sigma, ErrorQuantiles errors, double floor)
            implements PredictiveLaw {

        private static final double LEAST_PROBABILITY = 0.001;

        public OfErrors {
            if (!Double.isFinite(point) || (isLog && !(point > 0)) || !(unit > 0) || !(sigma > 0)) {
                throw new IllegalArgumentException(
                        "Expecting a finite point, above 0 for logarithms, and unit and sigma above 0 but were %s, %s and %s"
                                .formatted(point, unit, sigma));
            }
        }

        @Override
        public double quantile(double p) {
            double error = sigma * errors.quantile(p);
            return Math.max(floor, isLog ? point * Math.exp(error) : point + unit * error);
        }

        /** {@inheritDoc} Never nearer to certainty than 0.001, for the pooled law says nothing beyond. */
        @Override
        public double probabilityAtLeast(double target) {
            if (target <= floor || (isLog && target <= 0)) {
                return 1 - LEAST_PROBABILITY;
            }
            double error = isLog ? Math.log(target / point) : (target - point) / unit;
            return Math.min(
                    1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, errors.probabilityAtLeast(error / sigma)));
        }
    }

    /** The law of a complete year. */
    record OfKnown(double point) implements PredictiveLaw {

        @Override
        public double quantile(double p) {
            if (!(p > 0 && p < 1)) {
                throw new IllegalArgumentException("Expecting a probability inside (0, 1) but was " + p);
            }
            return point;
        }

        @Override
        public double probabilityAtLeast(double target) {
            return point >= target ? 1 : 0;
        }
    }
}
