/** Every vintage that a night works on, held packed and handed out area by area. */
@NullMarked
package vn.chitieu.observation.figures;

import org.jspecify.annotations.NullMarked;
