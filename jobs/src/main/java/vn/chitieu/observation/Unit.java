package vn.chitieu.observation;

import java.io.Serializable;
import java.math.BigDecimal;
import vn.chitieu.text.LocalizedText;

/**
 * A unit of {@code CL_UNIT}.
 *
 * @param dimension what is measured, for example {@code usd}; units convert only inside one
 * @param factorToBase multiplies a value into the base unit of the dimension, above 0
 */
public record Unit(String code, LocalizedText name, String dimension, BigDecimal factorToBase) implements Serializable {

    public Unit {
        if (factorToBase.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Expecting the factor of unit " + code + " to be above 0 but was " + factorToBase.toPlainString());
        }
    }
}
