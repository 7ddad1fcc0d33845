/** Millions of rows, validated and stored by Spark. */
@NullMarked
package vn.chitieu.observation.bulk;

import org.jspecify.annotations.NullMarked;
