/** Deliveries as folders and receipts: what was delivered, by whom, when, under which sums. */
@NullMarked
package vn.chitieu.source.delivery;

import org.jspecify.annotations.NullMarked;
