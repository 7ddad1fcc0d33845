package vn.chitieu.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An S3 server with one empty bucket, in a process of its own: {@code com.adobe.testing:s3mock}, which the profile
 * {@code full} lays into {@code target/s3mock}. None of it is on the class path of the tests.
 */
final class ObjectStoreServer {

    static final String BUCKET = "office";

    private static final Pattern PORT = Pattern.compile("Tomcat started on ports .*, (\\d+) \\(http\\)");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final String endpoint;

    private ObjectStoreServer(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static ObjectStoreServer start(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("server.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + folder,
                        "-jar",
                        program().toString(),
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.httpPort=0",
                        "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
                        "--com.adobe.testing.s3mock.store.root=" + folder.resolve("store")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        for (long waited = 0; waited < PATIENCE.toMillis() && process.isAlive(); waited += 100) {
            Matcher told = PORT.matcher(Files.readString(output));
            if (told.find()) {
                String host = InetAddress.getLoopbackAddress().getHostAddress();
                return new ObjectStoreServer(process, "http://" + host + ":" + told.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        process.destroyForcibly().waitFor();
        throw new IllegalStateException("Expecting a server to start but it said " + Files.readString(output));
    }

    private static Path program() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("chitieu.home"), "jobs/target/s3mock"))) {
            return jars.filter(jar -> jar.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    String endpoint() {
        return endpoint;
    }

    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
