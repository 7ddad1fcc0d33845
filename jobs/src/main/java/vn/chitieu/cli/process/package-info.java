/** The program as a process: how it ends, and the addresses and folders of the machine it runs on. */
@NullMarked
package vn.chitieu.cli.process;

import org.jspecify.annotations.NullMarked;
