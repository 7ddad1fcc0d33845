package vn.chitieu.projection;

/** The forecasters of the combination, in the order of every array of members. */
enum Member {
    SNAIVE("snaive"),
    SHARE("share"),
    THETA("theta"),
    THETA_Q("theta_q"),
    REG_AR("regAR"),
    YOY_AR("yoyAR"),
    SARIMA("sarima"),
    SARIMA_R("sarima_r"),
    HW("hw"),
    ARIMA("arima"),
    ARIMA_R("arima_r");

    private final String code;

    Member(String code) {
        this.code = code;
    }

    /** Returns the name in tables. */
    String code() {
        return code;
    }
}
