/** Texts for people in the two languages of the product, and how numbers are printed in them; depends on no stage. */
@NullMarked
package vn.chitieu.text;

import org.jspecify.annotations.NullMarked;
