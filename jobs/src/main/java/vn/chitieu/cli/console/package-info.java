/** What all commands share: where they print, the options that several have, and what they tell the scheduler. */
@NullMarked
package vn.chitieu.cli.console;

import org.jspecify.annotations.NullMarked;
