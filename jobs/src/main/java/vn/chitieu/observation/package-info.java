/** Typed, coded and validated observations with their vintages (GSBPM 5.1-5.4). */
@NullMarked
package vn.chitieu.observation;

import org.jspecify.annotations.NullMarked;
