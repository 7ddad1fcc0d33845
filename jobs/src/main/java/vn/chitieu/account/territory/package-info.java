/** Areas whose territory changed: histories rebuilt from their parts. */
@NullMarked
package vn.chitieu.account.territory;

import org.jspecify.annotations.NullMarked;
