package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.cli.console.ExitCode;

/** The launcher in a distribution, with programs in the place of Java and Maven that say that they were called. */
class LauncherTest {

    @Test
    void aDistributionIsNeverBuiltHoweverNewItsFilesAre(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("chitieu");
        Path launcher = home.resolve("bin/chitieu");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of(System.getProperty("chitieu.home"), "bin/chitieu"), launcher);
        Files.writeString(home.resolve("chitieu.jar"), "a jar");
        Files.createDirectories(home.resolve("jobs/src/main"));
        Files.writeString(home.resolve("pom.xml"), "newer than the jar");
        Path java = folder.resolve("programs");
        Path programs = Files.createDirectories(java.resolve("bin"));
        script(programs.resolve("java"), "echo \"java $*\"");
        script(programs.resolve("mvn"), "touch '" + folder.resolve("built") + "'");

        ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString(), "status")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("CHITIEU_STATE", folder.resolve("state").toString());
        Process process = builder.start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("output.txt")).content().contains("-jar " + home + "/chitieu.jar status");
        assertThat(process.exitValue()).isZero();
        assertThat(folder.resolve("built")).doesNotExist();
    }

    /** Java would end with 1, which the contract does not know. */
    @Test
    void whatJavaItselfRefusesIsUsage(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("chitieu");
        Path launcher = home.resolve("bin/chitieu");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of(System.getProperty("chitieu.home"), "bin/chitieu"), launcher);
        Files.writeString(home.resolve("chitieu.jar"), "a jar");

        assertThat(started(
                        launcher, folder, "JAVA_HOME", System.getProperty("java.home"), "CHITIEU_JAVA_OPTS", "-Xmx4x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("output.txt"))
                .content()
                .contains("CHITIEU_JAVA_OPTS: Invalid maximum heap size: -Xmx4x");

        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        script(old.resolve("bin/java"), "exit 1");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        assertThat(started(launcher, folder, "JAVA_HOME", old.toString(), "CHITIEU_JAVA_OPTS", ""))
                .isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("output.txt")).content().contains("expecting JDK 17 or later but was 11");
    }

    private static int started(Path launcher, Path folder, String... variables) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString(), "status")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        for (int i = 0; i < variables.length; i += 2) {
            builder.environment().put(variables[i], variables[i + 1]);
        }
        builder.environment().put("CHITIEU_STATE", folder.resolve("state").toString());
        return builder.start().waitFor();
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
