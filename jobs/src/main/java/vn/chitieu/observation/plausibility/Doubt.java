package vn.chitieu.observation.plausibility;

import vn.chitieu.text.LocalizedText;

/**
 * A typed figure that is not accepted unless a person confirms it.
 *
 * @param expected what it should be beside which other number, a noun phrase
 * @param likely the likely mistake with both numbers, a sentence
 */
public record Doubt(TypedFigure figure, Comparison comparison, LocalizedText expected, LocalizedText likely) {}
