/** All projections of one area, coherent with each other, the unit of work of the engine. */
@NullMarked
package vn.chitieu.projection.area;

import org.jspecify.annotations.NullMarked;
