package vn.chitieu.account.formula;

/**
 * Exports f.o.b. and imports c.i.f. set against each other (International Merchandise Trade Statistics 2010). Both must
 * be of one coverage: a province's exports with services earning foreign currency give no customs balance.
 */
public final class TradeBalance {

    private TradeBalance() {}

    /** Returns exports less imports: above 0 a surplus. */
    public static double balance(double exports, double imports) {
        return exports - imports;
    }

    /** Returns exports plus imports. */
    public static double turnover(double exports, double imports) {
        return exports + imports;
    }

    /**
     * Returns exports in percent of imports.
     *
     * @throws IllegalArgumentException if imports are not above 0
     */
    public static double coverRatioPct(double exports, double imports) {
        if (!(imports > 0)) {
            throw new IllegalArgumentException("Expecting imports above 0 but were " + imports);
        }
        return exports / imports * 100;
    }
}
