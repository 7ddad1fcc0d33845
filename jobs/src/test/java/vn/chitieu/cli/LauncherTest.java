package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
