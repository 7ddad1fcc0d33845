/** What an operator looks at and does to a warehouse; Spark is not started. */
@NullMarked
package vn.chitieu.cli.operate;

import org.jspecify.annotations.NullMarked;
