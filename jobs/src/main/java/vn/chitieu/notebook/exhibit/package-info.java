/** Chapters of a programme: a sentence, a chart and its table at a time, free of any medium. */
@NullMarked
package vn.chitieu.notebook.exhibit;

import org.jspecify.annotations.NullMarked;
