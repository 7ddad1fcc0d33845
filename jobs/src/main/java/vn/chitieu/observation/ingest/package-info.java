/** From delivered rows to observations: each row coded, checked, dated, or quarantined with its reason. */
@NullMarked
package vn.chitieu.observation.ingest;

import org.jspecify.annotations.NullMarked;
