package vn.chitieu.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;
import vn.chitieu.cli.process.StoredFolder;

/**
 * The paths that the user wrote on the command line. What is wrong with one of them is no failure of the machine, and
 * to run again does not help.
 */
record NamedPaths(Set<Path> paths) {

    /**
     * What is wrong with a path.
     *
     * @param reason missing, denied, exists, not_a_folder, a_folder, or unusable for what else a person can correct
     */
    record Fault(Path path, String reason) {}

    /** Returns the paths of a command and of the commands above it. */
    static NamedPaths of(ParseResult parsed) {
        Set<Path> paths = new LinkedHashSet<>();
        for (ParseResult result = parsed; result != null; result = result.subcommand()) {
            result.matchedArgs().forEach(argument -> add(argument, paths));
        }
        return new NamedPaths(paths);
    }

    private static void add(ArgSpec argument, Set<Path> paths) {
        Object value = argument.getValue();
        List<?> values = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
        for (Object each : values) {
            if (each instanceof Path path) {
                paths.add(path.toAbsolutePath().normalize());
            } else if (each instanceof StoredFolder folder) {
                paths.add(folder.path().toAbsolutePath().normalize());
            }
        }
    }

    /** Returns what is wrong with one of the paths, if that is why a command failed. */
    Optional<Fault> fault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException failure && failure.getFile() != null) {
                Path path =
                        StoredFolder.named(failure.getFile()).toAbsolutePath().normalize();
                Optional<String> reason = reason(failure);
                boolean isNamed =
                        paths.stream().anyMatch(named -> path.startsWith(named) || path.equals(named.getParent()));
                if (isNamed && reason.isPresent()) {
                    Path parent = path.getParent();
                    boolean isMissing = reason.get().equals("missing");
                    Path faulty = isMissing && parent != null && !Files.exists(parent) ? parent : path;
                    return Optional.of(new Fault(faulty, reason.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns nothing for what only the machine can mend, such as a disk that is full. */
    private static Optional<String> reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return Optional.of("missing");
        }
        if (failure instanceof AccessDeniedException) {
            return Optional.of("denied");
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof DirectoryNotEmptyException) {
            return Optional.of("exists");
        }
        String said = String.valueOf(failure.getReason()).toLowerCase(Locale.ROOT);
        if (failure instanceof NotDirectoryException || said.contains("not a directory")) {
            return Optional.of("not_a_folder");
        }
        if (said.contains("is a directory")) {
            return Optional.of("a_folder");
        }
        boolean isUnusable = failure instanceof FileSystemLoopException
                || said.contains("file name too long")
                || said.contains("too many levels of symbolic links")
                || said.contains("invalid argument");
        if (said.contains("read-only file system") || said.contains("operation not permitted")) {
            return Optional.of("denied");
        }
        return isUnusable ? Optional.of("unusable") : Optional.empty();
    }
}
