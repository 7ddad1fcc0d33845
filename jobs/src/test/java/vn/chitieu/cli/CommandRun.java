package vn.chitieu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.process.ProcessEnd;

/** One call of the program in this process: its exit code and what it printed. */
record CommandRun(int code, String out, String err) {

    static CommandRun of(String... args) {
        return at(140, args);
    }

    /** Calls the program at a terminal of so many columns. */
    static CommandRun at(int columns, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Chitieu.run(
                args, new Terminal(new PrintWriter(out), new PrintWriter(err), false, columns), ProcessEnd.ofCall());
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** Returns the shipped data sets. */
    static Path shippedDatasets() {
        return Path.of(System.getProperty("chitieu.home"), "datasets");
    }

    /** Copies the shipped data sets, without a warehouse, so that a test may spoil them. */
    static Path copyOfDatasets(Path folder) {
        return copy(shippedDatasets(), folder);
    }

    /** Copies a folder with all that is in it, without the warehouse that data sets may hold. */
    static Path copy(Path from, Path folder) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    if (directory.equals(from.resolve("warehouse"))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(folder.resolve(from.relativize(directory)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, folder.resolve(from.relativize(file)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Replaces the lines of a delivered file and describes the new file in its datapackage.json. */
    static void redeliver(Path datasets, String delivery, String file, List<String> lines) throws IOException {
        Path folder = datasets.resolve("source").resolve(delivery);
        Path delivered = folder.resolve(file);
        String before = Sha256.ofFile(delivered);
        long bytesBefore = Files.size(delivered);
        Files.writeString(delivered, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        Path description = folder.resolve("datapackage.json");
        String text = Files.readString(description, StandardCharsets.UTF_8)
                .replace(before, Sha256.ofFile(delivered))
                .replace("\"bytes\": " + bytesBefore, "\"bytes\": " + Files.size(delivered));
        Matcher rows = Pattern.compile("\"path\": \"" + Pattern.quote(file) + "\".*?\"rows\": (\\d+)", Pattern.DOTALL)
                .matcher(text);
        if (rows.find()) {
            text = text.substring(0, rows.start(1)) + (lines.size() - 1) + text.substring(rows.end(1));
        }
        Files.writeString(description, text, StandardCharsets.UTF_8);
    }
}
