package vn.chitieu.observation;

import java.math.BigDecimal;
import vn.chitieu.text.LocalizedText;

/**
 * A unit of {@code CL_UNIT}.
 *
 * @param dimension units convert only inside one
 * @param factorToBase multiplies a value into the base unit of the dimension
 */
public record Unit(String code, LocalizedText name, String dimension, BigDecimal factorToBase) {}
