package vn.chitieu.catalog.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.chitieu.catalog.table.TableFiles;

/** What another process does to a warehouse. */
public final class ChildProcess {

    static final int HALTED = 9;

    private ChildProcess() {}

    /** Starts this class in a process of its own. */
    public static Process start(Object... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** Starts this class in a process of its own, whose Java machine gets options. */
    public static Process start(List<String> options, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Runs {@code hold <warehouse>}, {@code halt <warehouse> <as-of> <step>} or {@code night <warehouse> <as-of>}. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "hold" -> hold(root);
            case "halt" -> haltAt(root, LocalDate.parse(arguments[2]), PublicationStep.valueOf(arguments[3]));
            case "night" -> SamplePublication.night(root, LocalDate.parse(arguments[2]));
            default -> throw new IllegalArgumentException("Expecting hold, halt or night but was " + arguments[0]);
        }
    }

    private static void hold(Path root) throws IOException {
        try (RunLock lock = Warehouse.at(root).lock("holding");
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            lock.requireHeld(root);
            out.write("held\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            System.in.read();
        }
    }

    private static void haltAt(Path root, LocalDate asOf, PublicationStep last) {
        Warehouse warehouse = new Warehouse(root, new TableFiles(TableFiles.MOST_ROWS), step -> {
            if (step == last) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        SamplePublication.night(warehouse, asOf);
    }
}
