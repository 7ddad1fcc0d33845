/** The arithmetic of accounts, one formula a class, with its source. */
@NullMarked
package vn.chitieu.account.formula;

import org.jspecify.annotations.NullMarked;
