/** Contradictory figures of one area brought to agree by least squares, and what is left of each. */
@NullMarked
package vn.chitieu.account.balance;

import org.jspecify.annotations.NullMarked;
