/** What is to be delivered by when, as data, and what of it has come. */
@NullMarked
package vn.chitieu.observation.expected;

import org.jspecify.annotations.NullMarked;
