package vn.chitieu.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.chitieu.catalog.Configuration;
import vn.chitieu.catalog.DataException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.ProcessSettings;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.office.InitCommand;
import vn.chitieu.cli.operate.ConfigCommand;
import vn.chitieu.cli.operate.PruneCommand;
import vn.chitieu.cli.operate.PublishCommand;
import vn.chitieu.cli.operate.RunsCommand;
import vn.chitieu.cli.operate.StatusCommand;
import vn.chitieu.cli.operate.VerifyCommand;
import vn.chitieu.cli.process.LocalPath;
import vn.chitieu.cli.process.ProcessEnd;
import vn.chitieu.cli.process.StoredFolder;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** The program: one command each for what an office does. */
@Command(name = "chitieu")
public final class Chitieu implements Runnable {

    /** In the order of the help. Each is called what its class is called before the word {@code Command}. */
    private static final List<Class<?>> COMMANDS = List.of(
            NightlyCommand.class,
            BackfillCommand.class,
            ShowCommand.class,
            EvaluateCommand.class,
            BacktestCommand.class,
            IngestCommand.class,
            FormCommand.class,
            AuditCommand.class,
            LoadCommand.class,
            EstimateCommand.class,
            LearnCommand.class,
            ScenarioCommand.class,
            CheckCommand.class,
            ExportCommand.class,
            RunsCommand.class,
            VerifyCommand.class,
            PublishCommand.class,
            PruneCommand.class,
            StatusCommand.class,
            ConfigCommand.class,
            InitCommand.class,
            KernelCommand.class);

    /** A longer line of help is hard to read. */
    private static final int MOST_HELP_COLUMNS = 110;

    @Spec
    private @Nullable CommandSpec spec;

    private final Texts messages;

    Chitieu(Texts messages) {
        this.messages = messages;
    }

    /** Checks the language, which {@link #language} has read before. */
    @Option(
            names = "--lang",
            paramLabel = "vi|en",
            scope = CommandLine.ScopeType.INHERIT,
            defaultValue = "vi",
            descriptionKey = "lang")
    void lang(String code) {
        if (Arrays.stream(Language.values())
                .noneMatch(language -> language.code().equals(code))) {
            throw new ParameterException(commandLine(), messages.text("error.lang", code));
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets the specification before it calls")
                .commandLine();
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // libraries print numbers in the digits of the machine's language
        Terminal terminal = Terminal.ofProcess();
        Texts messages = messages(args);
        ProcessEnd end = ProcessEnd.ofProcess(
                ExitCode.INFRASTRUCTURE, new Failures(terminal, messages, ProcessEnd.ofCall())::interrupted);
        Failures failures = new Failures(terminal, messages, end);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (thrown instanceof Error) {
                end.halt(ExitCode.INFRASTRUCTURE, () -> failures.report(thrown));
            }
            LogManager.getLogger(Chitieu.class).error("thread {} ended", thread.getName(), thrown);
        });
        end.exit(run(args, terminal, end));
    }

    /** Runs one command and returns its exit code. */
    static int run(String[] args, Terminal terminal, ProcessEnd end) {
        Texts messages = messages(args);
        Failures failures = new Failures(terminal, messages, end);
        Configuration configuration;
        try {
            configuration = ProcessSettings.read();
        } catch (DataException e) {
            return failures.report(e);
        }
        HelpWords bundle = new HelpWords(messages); // picocli looks its help up itself
        CommandLine.IFactory factory = factory(terminal, messages);
        CommandLine commandLine = withHelp(new CommandLine(new Chitieu(messages), factory));
        commandLine.getCommandSpec().versionProvider(new ProductVersion());
        needed(args).forEach(type -> commandLine.addSubcommand(withHelp(new CommandLine(type, factory))));
        commandLine
                .setResourceBundle(bundle)
                .setOut(HelpWords.printedTo(terminal.out()))
                .setErr(terminal.err())
                .setDefaultValueProvider(argument -> argument instanceof OptionSpec option
                        ? configuration
                                .setting(option.longestName().replaceFirst("^-+", ""))
                                .map(Configuration.Setting::value)
                                .orElse(null)
                        : null)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Math.min(terminal.columns(), MOST_HELP_COLUMNS))
                .setParameterExceptionHandler((exception, arguments) -> failures.usage(exception))
                .setExecutionExceptionHandler((exception, command, parsed) -> failures.report(exception, parsed));
        commandLine.registerConverter(Path.class, text -> LocalPath.of(text, messages));
        commandLine.registerConverter(StoredFolder.class, text -> StoredFolder.of(text, messages));
        for (CommandLine command : commandLine.getSubcommands().values()) {
            command.setResourceBundle(bundle);
        }
        commandLine.getCommandSpec().usageMessage().synopsisSubcommandLabel(messages.text("usage.command"));
        int code = execute(commandLine, args, failures);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /** Adds what picocli would add for {@code mixinStandardHelpOptions}, but only after it had opened every jar. */
    private static CommandLine withHelp(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_DESCRIPTION, HelpWords::description);
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .descriptionKey("help")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .descriptionKey("version")
                        .build());
        return command;
    }

    /** Commands throw errors too, such as one for want of memory, which picocli lets pass. */
    private static int execute(CommandLine commandLine, String[] args, Failures failures) {
        try {
            return commandLine.execute(args);
        } catch (Error e) {
            return failures.report(e);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                commandLine(),
                messages.text(
                        "error.no_command",
                        String.join(", ", commandLine().getSubcommands().keySet())));
    }

    /**
     * Returns the command that the first argument calls, which costs a tenth of all; all where help may tell of them.
     */
    private static List<Class<?>> needed(String[] args) {
        for (Class<?> command : COMMANDS) {
            String name = command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
            if (args.length > 0 && args[0].equals(name)) {
                return List.of(command);
            }
        }
        return COMMANDS;
    }

    /** Makes the commands, each of which is built from the terminal and the messages; the rest is left to picocli. */
    private static CommandLine.IFactory factory(Terminal terminal, Texts messages) {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (COMMANDS.contains(type)) {
                    return type.cast(type.getDeclaredConstructor(Terminal.class, Texts.class)
                            .newInstance(terminal, messages));
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
    }

    private static Texts messages(String[] args) {
        Optional<Configuration.Setting> setting;
        try {
            setting = ProcessSettings.read().setting("lang");
        } catch (DataException told) { // as soon as a command runs
            setting = Optional.empty();
        }
        return Words.of("cli").in(language(List.of(args), setting));
    }

    /** The language must be known before the arguments are parsed, because help and errors are in it too. */
    private static Language language(List<String> args, Optional<Configuration.Setting> setting) {
        for (int i = 0; i < args.size(); i++) {
            String value = args.get(i).startsWith("--lang=")
                    ? args.get(i).substring("--lang=".length())
                    : args.get(i).equals("--lang") && i + 1 < args.size() ? args.get(i + 1) : "";
            for (Language language : Language.values()) {
                if (language.code().equals(value)) {
                    return language;
                }
            }
        }
        return setting.flatMap(given -> Arrays.stream(Language.values())
                        .filter(language -> language.code().equals(given.value()))
                        .findFirst())
                .orElse(Language.DEFAULT);
    }
}
