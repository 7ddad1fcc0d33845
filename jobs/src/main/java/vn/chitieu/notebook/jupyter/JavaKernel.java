package vn.chitieu.notebook.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;

/**
 * A Jupyter kernel for cells of Java, on the class path of this program: JShell behind the messages of Jupyter, which
 * JJava's library for kernels speaks.
 */
public final class JavaKernel extends BaseKernel {

    /** The values that a person wants to see; what a declaration or an assignment gives is none. */
    private static final Set<Snippet.SubKind> SHOWN = Set.of(
            Snippet.SubKind.VAR_VALUE_SUBKIND,
            Snippet.SubKind.OTHER_EXPRESSION_SUBKIND,
            Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

    /** What a person at JShell has without asking. */
    private static final List<String> IMPORTS =
            List.of("java.math.*", "java.util.*", "java.util.function.*", "java.util.stream.*");

    private final CellExecution execution = new CellExecution();
    private final JShell shell = JShell.builder()
            .executionEngine(execution, Map.of())
            .in(getIO().in)
            .out(getIO().out)
            .err(getIO().err)
            .build();

    /**
     * A kernel that nobody is connected to yet.
     *
     * @param version of the program
     */
    JavaKernel(String version) {
        super(
                "chitieu",
                version,
                new LanguageInfo.Builder("Java")
                        .version(System.getProperty("java.specification.version", ""))
                        .mimetype("text/x-java-source")
                        .fileExtension(".java")
                        .pygments("java")
                        .codemirror("text/x-java")
                        .build(),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                null,
                null,
                false,
                new StringStyler.Builder().build());
        IMPORTS.forEach(packages -> shell.eval("import " + packages + ";"));
    }

    /**
     * Serves a Jupyter client until it ends the connection.
     *
     * @param connectionFile the addresses and the key that Jupyter has written down for the kernel
     * @param version of the program
     */
    public static void serve(Path connectionFile, String version) throws IOException {
        JupyterConnection connection;
        try {
            connection = new JupyterConnection(KernelConnectionProperties.parse(Files.readString(connectionFile)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IOException(connectionFile + ": " + e.getMessage(), e);
        }
        JavaKernel kernel = new JavaKernel(version);
        kernel.becomeHandlerForConnection(connection);
        kernel.onStartup();
        connection.connect();
        connection.waitUntilClose();
    }

    /**
     * Runs a cell.
     *
     * @return what its last snippet gave; null if that is nothing to show
     * @throws CellException if a snippet does not compile, with the words of the compiler, or was interrupted
     */
    @Override
    public @Nullable Object evalRaw(String source) {
        @Nullable Object given = null;
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean isWhole = next.completeness().isComplete();
            given = snippet(isWhole ? next.source() : rest);
            rest = isWhole ? next.remaining() : "";
        }
        return given;
    }

    private @Nullable Object snippet(String source) {
        execution.forget();
        @Nullable Object given = null;
        List<SnippetEvent> events = shell.eval(source);
        if (execution.isStopped()) {
            throw new CellException("InterruptedException");
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) { // an earlier snippet that this one changes
                continue;
            }
            if (event.status() == Snippet.Status.REJECTED) {
                throw new CellException(rejected(event.snippet()));
            }
            if (event.exception() != null) {
                throw thrown(event.exception());
            }
            given = SHOWN.contains(event.snippet().subKind()) ? execution.value() : null;
        }
        return given;
    }

    private String rejected(Snippet snippet) {
        String source = snippet.source();
        return shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(diag -> diag.getMessage(Locale.ROOT) + "\n"
                        + source.substring((int) diag.getStartPosition(), (int) diag.getEndPosition()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns what the cell itself threw, not what JShell made of it. */
    private RuntimeException thrown(JShellException exception) {
        Throwable own = execution.thrown();
        return own instanceof RuntimeException unchecked
                ? unchecked
                : new CellException(own == null ? String.valueOf(exception.getMessage()) : own.toString());
    }

    /**
     * Returns the message alone: the trace of a notebook's cell leads through the kernel, which tells nobody anything.
     */
    @Override
    public List<String> formatError(Throwable error) {
        boolean isForPeople = error instanceof CellException || error instanceof DataException;
        String message = isForPeople ? String.valueOf(error.getMessage()) : error.toString();
        return message.lines().toList();
    }

    @Override
    public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
        List<Documentation> found = shell.sourceCodeAnalysis().documentation(code, at, false);
        return found.isEmpty()
                ? null
                : new DisplayData(found.stream().map(Documentation::signature).collect(Collectors.joining("\n")));
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        int[] anchor = {at};
        List<String> found = shell.sourceCodeAnalysis().completionSuggestions(code, at, anchor).stream()
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new ReplacementOptions(found, anchor[0], at);
    }

    @Override
    public String isComplete(String code) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        CompletionInfo next = analysis.analyzeCompletion(code);
        while (next.completeness().isComplete() && !next.remaining().isBlank()) {
            next = analysis.analyzeCompletion(next.remaining());
        }
        return switch (next.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY, CONSIDERED_INCOMPLETE -> IS_COMPLETE_YES;
            case DEFINITELY_INCOMPLETE -> "";
            case UNKNOWN -> IS_COMPLETE_BAD;
        };
    }

    @Override
    public void interrupt() {
        shell.stop();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        shell.close();
        super.onShutdown(isRestarting);
    }
}
