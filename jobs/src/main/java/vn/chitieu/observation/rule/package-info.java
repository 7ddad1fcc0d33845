/** Rules of validation as data: which check, how severe, how tolerant, in which words. */
@NullMarked
package vn.chitieu.observation.rule;

import org.jspecify.annotations.NullMarked;
