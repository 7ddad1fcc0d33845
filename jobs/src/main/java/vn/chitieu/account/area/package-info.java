/** All accounts of one area, the unit of work of the engine. */
@NullMarked
package vn.chitieu.account.area;

import org.jspecify.annotations.NullMarked;
