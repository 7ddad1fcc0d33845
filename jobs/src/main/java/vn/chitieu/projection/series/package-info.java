/** What is known of a series when its year is projected: history, figures of the year, breaks, identities. */
@NullMarked
package vn.chitieu.projection.series;

import org.jspecify.annotations.NullMarked;
