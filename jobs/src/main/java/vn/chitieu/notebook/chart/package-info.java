/** Charts as drawings and as interactive figures. */
@NullMarked
package vn.chitieu.notebook.chart;

import org.jspecify.annotations.NullMarked;
