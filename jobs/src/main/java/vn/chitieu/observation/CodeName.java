package vn.chitieu.observation;

import vn.chitieu.text.LocalizedText;

/**
 * A code and its names.
 *
 * @param sourceCode the word in deliveries; the code itself where the list has none
 */
public record CodeName(String code, LocalizedText name, String sourceCode) {}
