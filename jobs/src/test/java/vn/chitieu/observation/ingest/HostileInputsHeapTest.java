package vn.chitieu.observation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.observation.form.HostileWorkbooks;

/** The whole set of hostile inputs is read by one process with a heap of 1 GB. */
@Tag("full")
class HostileInputsHeapTest {

    private static final String HEAP = "-Xmx1g";

    @Test
    void theWholeSetIsReadWithAHeapOfOneGigabyte(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dchitieu.home=" + System.getProperty("chitieu.home"),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileInputsHeapTest.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log))
                .matches("(?s).*read " + HostileInputs.cases().size() + " texts and [5-9]\\d workbooks\n");
    }

    /** Reads every input in the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int texts = 0;
        for (HostileInputs.Case hostile : HostileInputs.cases()) {
            Path own = Files.createTempDirectory(folder, "text");
            assertThat(hostile.reading().outcome(new HostileInputs(own))).contains(hostile.expected());
            texts++;
        }
        int workbooks = HostileWorkbooks.readAll(folder);
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            out.print("read " + texts + " texts and " + workbooks + " workbooks\n");
        }
    }
}
