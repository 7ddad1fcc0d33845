/** What the rest of the year, one of its periods or one sector must bring, and what assumed growth leads to. */
@NullMarked
package vn.chitieu.attainment.scenario;

import org.jspecify.annotations.NullMarked;
