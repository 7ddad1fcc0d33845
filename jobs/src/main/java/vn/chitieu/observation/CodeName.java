package vn.chitieu.observation;

/**
 * A code and its names.
 *
 * @param sourceCode the word in deliveries; the code itself where the list has none
 */
public record CodeName(String code, String nameVi, String nameEn, String sourceCode) {}
