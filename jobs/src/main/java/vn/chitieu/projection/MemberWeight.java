package vn.chitieu.projection;

import java.io.Serializable;

/**
 * One member of a combination.
 *
 * @param weight above 0; the weights of all members add up to 1
 */
public record MemberWeight(String name, double weight) implements Serializable {}
