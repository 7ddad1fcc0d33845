package vn.chitieu.projection.forecaster;

import java.util.List;

/** The forecasters of the combination, in the order of every array of members. */
public final class Forecasters {

    /** Their names in tables. */
    public static final List<String> NAMES = List.of(
            "snaive", "share", "theta", "theta_q", "regAR", "yoyAR", "sarima", "sarima_r", "hw", "arima", "arima_r");

    /** How many of the first ones need no model. */
    static final int NAIVE = 2;

    private Forecasters() {}
}
