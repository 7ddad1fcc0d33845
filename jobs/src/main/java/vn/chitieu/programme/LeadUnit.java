package vn.chitieu.programme;

import java.io.Serializable;
import vn.chitieu.text.LocalizedText;

/**
 * Who answers for a target.
 *
 * @param source whether the programme says so
 */
public record LeadUnit(LocalizedText name, Basis source) implements Serializable {}
