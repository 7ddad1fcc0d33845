/** What is shown of one programme, worked out once for every medium. */
@NullMarked
package vn.chitieu.notebook.programme;

import org.jspecify.annotations.NullMarked;
