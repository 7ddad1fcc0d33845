package vn.chitieu.projection.dense;

import java.io.Serializable;

/**
 * What one member of the combination says.
 *
 * @param name its name in tables, for example {@code "sarima_r"}
 * @param projection annual value by this member alone
 * @param weight in the combination, before trimming; the weights of all members add to 1
 */
public record MemberProjection(String name, double projection, double weight) implements Serializable {}
