package vn.chitieu.cli.console;

import java.nio.file.Path;

/**
 * The folders that a call works on.
 *
 * @param again the options that name them, each after a space, for a further call that a message proposes
 */
public record DataFolders(Path datasets, Path warehouse, String again) {}
