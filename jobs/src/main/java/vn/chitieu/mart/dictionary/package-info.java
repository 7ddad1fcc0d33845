/** What tables, columns and codes mean, in both languages, and the views that join the names. */
@NullMarked
package vn.chitieu.mart.dictionary;

import org.jspecify.annotations.NullMarked;
