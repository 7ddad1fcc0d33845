package vn.chitieu.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A standalone cluster of Spark on this machine: a master and workers, with no jar but Spark's own. */
final class StandaloneCluster implements AutoCloseable {

    private static final String HERE = "127.0.0.1";

    private static final String SECRET = "of-this-test-alone";

    private final Path folder;
    private final Path jars;
    private final String master;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path folder, Path jars, int port) {
        this.folder = folder;
        this.jars = jars;
        this.master = "spark://" + HERE + ":" + port;
    }

    /** Starts a master and some workers of one core each. */
    static StandaloneCluster of(Path target, Path folder, int workers) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        try (JarFile brought = new JarFile(target.resolve("chitieu-cluster.jar").toFile());
                Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            for (Path library : libraries.toList()) {
                if (!isIn(brought, library)) {
                    Files.createSymbolicLink(jars.resolve(library.getFileName()), library);
                }
            }
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(
                folder.resolve("spark.conf"), "spark.authenticate true\nspark.authenticate.secret " + SECRET + "\n");
        StandaloneCluster cluster = new StandaloneCluster(folder, jars, port);
        cluster.start("master.Master", "--port", String.valueOf(port));
        for (int i = 1; i <= workers; i++) {
            cluster.start(
                    "worker.Worker",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("worker-" + i).toString(),
                    cluster.master);
        }
        return cluster;
    }

    /** Returns whether a file holds the classes of a library: what the program brings, its workers need not have. */
    private static boolean isIn(JarFile brought, Path library) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                    return brought.getEntry(name) != null;
                }
            }
            return false;
        }
    }

    private void start(String part, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                jars + "/*",
                "org.apache.spark.deploy." + part,
                "--host",
                HERE,
                "--webui-port",
                "0",
                "--properties-file",
                folder.resolve("spark.conf").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("process-" + processes.size() + ".txt").toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_LOCAL_IP", HERE);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // else workers look for a build of Spark itself
        processes.add(builder.start());
    }

    /** Returns the options of a program that works on the cluster. */
    String options() {
        return "-Dspark.master=" + master + " -Dspark.authenticate.secret=" + SECRET + " -Dspark.driver.host=" + HERE
                + " -Dspark.driver.bindAddress=" + HERE + " -Dspark.executor.memory=700m";
    }

    /** Returns whether a worker has begun a task. */
    boolean isWorking(int worker) throws IOException {
        Path work = folder.resolve("worker-" + worker);
        if (!Files.isDirectory(work)) {
            return false;
        }
        List<Path> journals;
        try (Stream<Path> below = Files.walk(work, 3)) {
            journals = below.filter(file -> file.endsWith("stderr")).toList();
        }
        for (Path journal : journals) {
            if (Files.readString(journal).contains("Running task ")) {
                return true;
            }
        }
        return false;
    }

    /** Kills a worker and what it runs. */
    void kill(int worker) {
        end(processes.get(worker));
    }

    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    @Override
    public void close() {
        for (Process process : processes) {
            end(process);
        }
    }
}
