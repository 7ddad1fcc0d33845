package vn.chitieu.track;

import java.io.Serializable;
import vn.chitieu.attainment.Verdict;

/**
 * What was said of reaching a value.
 *
 * @param target the value; of a target its own, else what the years before make usual
 * @param probability of reaching it; of a rule 1 or 0
 * @param verdict the word that was published, or that the probability stands for
 */
public record Stake(double target, double probability, Verdict verdict) implements Serializable {}
