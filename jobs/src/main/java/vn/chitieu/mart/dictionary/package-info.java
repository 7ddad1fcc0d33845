/** What tables, columns and codes mean, in both languages. */
@NullMarked
package vn.chitieu.mart.dictionary;

import org.jspecify.annotations.NullMarked;
