/** The code lists of the office and the tables that turn delivered codes into them. */
@NullMarked
package vn.chitieu.observation.codelist;

import org.jspecify.annotations.NullMarked;
