/** Tables for readers, published whole (GSBPM 5.8, 6.5). */
@NullMarked
package vn.chitieu.mart;

import org.jspecify.annotations.NullMarked;
