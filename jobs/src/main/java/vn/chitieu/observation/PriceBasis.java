package vn.chitieu.observation;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The prices at which an amount is valued: those of its own time, those of one year, or none. Which years there are is
 * said by {@code CL_PRICE_BASIS}; each basis is one object, in order current, constant, none.
 */
public final class PriceBasis implements Comparable<PriceBasis>, Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern CONSTANT = Pattern.compile("constant_[12][0-9]{3}");
    private static final Map<String, PriceBasis> ALL = new ConcurrentHashMap<>();

    public static final PriceBasis CURRENT = of("current");
    public static final PriceBasis CONSTANT_2010 = of("constant_2010");

    /** Not an amount of money, or no price basis applies. */
    public static final PriceBasis NONE = of("none");

    private final String code;

    private PriceBasis(String code) {
        this.code = code;
    }

    private static PriceBasis of(String code) {
        return ALL.computeIfAbsent(code, PriceBasis::new);
    }

    public String code() {
        return code;
    }

    /** Returns whether amounts are valued at the prices of one year, so that they measure volume. */
    public boolean isConstant() {
        return CONSTANT.matcher(code).matches();
    }

    /** Returns the year of constant prices, such as {@code 2010}. */
    public Optional<String> year() {
        return isConstant() ? Optional.of(code.substring(code.indexOf('_') + 1)) : Optional.empty();
    }

    /**
     * Returns the price basis with a code such as {@code constant_2010}.
     *
     * @throws IllegalArgumentException if the code is none
     */
    public static PriceBasis ofCode(String code) {
        if (code.equals(CURRENT.code)
                || code.equals(NONE.code)
                || CONSTANT.matcher(code).matches()) {
            return of(code);
        }
        throw new IllegalArgumentException(
                "Expecting price basis current, constant_<year> or none but was '" + code + "'");
    }

    @Override
    public int compareTo(PriceBasis other) {
        int byRank = Integer.compare(rank(), other.rank());
        return byRank != 0 ? byRank : code.compareTo(other.code);
    }

    private int rank() {
        return this == CURRENT ? 0 : this == NONE ? 2 : 1;
    }

    @Override
    public String toString() {
        return code;
    }

    private Object readResolve() {
        return of(code);
    }
}
