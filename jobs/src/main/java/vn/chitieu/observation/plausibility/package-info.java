/** Whether a typed figure can be right beside what is known of it, and which slip of the hand it looks like. */
@NullMarked
package vn.chitieu.observation.plausibility;

import org.jspecify.annotations.NullMarked;
