package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.notebook.jupyter.JavaKernel;
import vn.chitieu.notebook.jupyter.KernelSpecification;
import vn.chitieu.text.Texts;

/** Makes the kernel of the exported notebooks known to Jupyter, and is that kernel when Jupyter starts it. */
@Command(name = "kernel")
final class KernelCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "chitieu.kernel.out")
    private @Nullable Path out;

    @Option(names = "--connection", paramLabel = "FILE", descriptionKey = "chitieu.kernel.connection")
    private @Nullable Path connection;

    private final Terminal terminal;
    private final Texts messages;

    KernelCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new ConfigurationException(messages.text("kernel.no_jdk", System.getProperty("java.home")));
        }
        if (connection != null) {
            JavaKernel.serve(connection, ProductClasses.version());
            return ExitCode.OK;
        }
        Path launcher = Path.of(System.getProperty("chitieu.home", "."), "bin", "chitieu")
                .toAbsolutePath();
        if (!Files.isExecutable(launcher)) {
            throw new ConfigurationException(messages.text("kernel.no_launcher", launcher));
        }
        Path folder = out == null ? dataFolder(System.getenv(), System.getProperty("user.home")) : out;
        Path file = KernelSpecification.install(
                folder.toAbsolutePath(), List.of(launcher.toString(), "kernel", "--connection"));
        terminal.out().println(messages.text("kernel.installed", file));
        return ExitCode.OK;
    }

    /** Returns where Jupyter looks for the kernels of one user. */
    static Path dataFolder(Map<String, String> environment, String home) {
        String named = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String shared = environment.getOrDefault("XDG_DATA_HOME", "");
        return shared.isEmpty() ? Path.of(home, ".local", "share", "jupyter") : Path.of(shared, "jupyter");
    }
}
