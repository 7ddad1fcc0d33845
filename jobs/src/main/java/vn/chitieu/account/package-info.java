/** Value added, GRDP, budget revenue and trade as coherent accounts (GSBPM 5.5, 5.7). */
@NullMarked
package vn.chitieu.account;

import org.jspecify.annotations.NullMarked;
