/** An office that begins: the smallest folder of data that a night can be run on. */
@NullMarked
package vn.chitieu.cli.office;

import org.jspecify.annotations.NullMarked;
