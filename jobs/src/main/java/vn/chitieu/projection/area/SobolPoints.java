package vn.chitieu.projection.area;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points of a Sobol sequence from the third on, after the origin and the middle, and their normal scores. A dimension
 * has the same numbers however many there are, so all areas share them.
 */
final class SobolPoints {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** Made at once, so that an area with a few more than the one before does not make them again. */
    private static final int FEWEST_DIMENSIONS = 64;

    /** What the generator has numbers for. */
    private static final int MOST_DIMENSIONS = 1000;

    private static volatile SobolPoints latest = new SobolPoints(0, 0);

    private final int dimensions;
    private final int size;
    private final double[][] uniforms;
    private final double[][] normals;

    private SobolPoints(int dimensions, int size) {
        this.dimensions = dimensions;
        this.size = size;
        this.uniforms = new double[dimensions][size];
        this.normals = new double[dimensions][size];
        if (dimensions == 0) {
            return;
        }
        SobolSequenceGenerator sobol = new SobolSequenceGenerator(dimensions);
        sobol.skipTo(1);
        double half = 0.5 / size;
        for (int p = 0; p < size; p++) {
            double[] point = sobol.nextVector();
            for (int k = 0; k < dimensions; k++) {
                uniforms[k][p] = point[k];
                normals[k][p] = NORMAL.inverseCumulativeProbability(Math.min(1 - half, Math.max(half, point[k])));
            }
        }
    }

    /** Returns so many points of at least some dimensions. */
    static SobolPoints of(int dimensions, int size) {
        SobolPoints known = latest;
        if (known.size == size && known.dimensions >= dimensions) {
            return known;
        }
        int rounded = Math.max(FEWEST_DIMENSIONS, Integer.highestOneBit(Math.max(1, dimensions - 1)) * 2);
        SobolPoints made = new SobolPoints(Math.max(dimensions, Math.min(rounded, MOST_DIMENSIONS)), size);
        latest = made;
        return made;
    }

    /** Returns a coordinate, between 0 and 1. */
    double uniform(int dimension, int point) {
        return uniforms[dimension][point];
    }

    /** Returns the normal score of a coordinate, which is kept from 0 and 1 by half a point. */
    double normal(int dimension, int point) {
        return normals[dimension][point];
    }
}
