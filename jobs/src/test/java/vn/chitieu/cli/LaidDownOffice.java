package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.cli.console.ExitCode;

/** The smallest office, whose night takes some seconds: its data, its warehouse and commands on them. */
record LaidDownOffice(Path datasets, Path warehouse) {

    static LaidDownOffice in(Path folder) {
        Path datasets = folder.resolve("data");
        CommandRun begun =
                CommandRun.of("init", "--datasets", datasets.toString(), "--area", "VN-BL", "--year", "2026");
        assertThat(begun).as(begun.err()).returns(ExitCode.OK, CommandRun::code);
        return new LaidDownOffice(datasets, folder.resolve("warehouse"));
    }

    CommandRun command(String... args) {
        return CommandRun.of(arguments(args).toArray(String[]::new));
    }

    CommandRun good(String... args) {
        CommandRun run = command(args);
        assertThat(run).as(run.err()).returns(ExitCode.OK, CommandRun::code);
        return run;
    }

    /** Starts a command in a process of its own. */
    Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens="))
                .forEach(command::add);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark.hadoop.") || name.equals("chitieu.lib.s3"))
                .sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx700m",
                "-Dspark.master=local[1]",
                "-Dchitieu.home=" + System.getProperty("chitieu.home"),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("hadoop-client-minicluster")) // never packaged
                        .collect(Collectors.joining(File.pathSeparator)),
                Chitieu.class.getName()));
        command.addAll(arguments(args));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(datasets.resolveSibling("output.txt").toFile())
                .start();
    }

    /** Returns the sum of every file below a folder of the warehouse by its name there. */
    SortedMap<String, String> sums(String folder) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        Path root = warehouse.resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sums.put(root.relativize(file).toString(), Sha256.ofFile(file));
            }
        }
        return sums;
    }

    private List<String> arguments(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        boolean readsData = List.of("nightly", "publish", "ingest").contains(args[0]);
        if (readsData) {
            all.addAll(List.of("--datasets", datasets.toString()));
        }
        all.addAll(List.of("--warehouse", warehouse.toString(), "--lang", "en"));
        return all;
    }
}
