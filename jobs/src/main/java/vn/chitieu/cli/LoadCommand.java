package vn.chitieu.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.cli.process.Secrets;
import vn.chitieu.mart.description.PostgresLoad;
import vn.chitieu.text.Texts;

/** Copies the tables of a run into PostgreSQL, in one transaction. */
@Command(name = "load")
final class LoadCommand implements Callable<Integer> {

    /** Where the password may stand, so that no list of processes shows it. */
    private static final String PASSWORD = "CHITIEU_JDBC_PASSWORD";

    /** SQL states that the user mends: the name, the password, the database, the rights. */
    private static final Set<String> OF_THE_USER = Set.of("28000", "28P01", "3D000", "42501");

    /** The driver takes it for the name of a host, and repeats it in what it throws. */
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("//[^/?]*@");

    @Option(names = "--jdbc", paramLabel = "URL", required = true, descriptionKey = "chitieu.load.jdbc")
    private String url = "";

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "chitieu.load.user")
    private @Nullable String user;

    @Option(names = "--schema", paramLabel = "NAME", descriptionKey = "chitieu.load.schema")
    private String schema = "chitieu";

    @Option(names = "--run", paramLabel = "RUN", descriptionKey = "chitieu.show.run")
    private @Nullable String run;

    @Option(names = "--force", descriptionKey = "chitieu.load.force")
    private boolean force;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    LoadCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new ConfigurationException(messages.text("error.jdbc_url", Secrets.masked(url)));
        }
        if (USER_IN_ADDRESS.matcher(url).find()) {
            throw new ConfigurationException(messages.text("error.jdbc_user", Secrets.masked(url), PASSWORD));
        }
        PublishedRun published = where.run(messages, run);
        published.verify();
        try (Connection connection = connect()) {
            PostgresLoad.Outcome outcome = new PostgresLoad(connection, schema)
                    .load(
                            published,
                            force,
                            (table, rows) -> terminal.progress(messages.text("progress.load", table, rows)));
            String key = outcome == PostgresLoad.Outcome.LOADED ? "load.done" : "load.nothing_new";
            terminal.out().println(messages.text(key, published.runId(), schema));
            return ExitCode.OK;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        String password = System.getenv(PASSWORD);
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "chitieu load");
        return DriverManager.getConnection(url, properties);
    }

    /** Tells what the user can mend from what a later try may mend. */
    private RuntimeException failure(SQLException e) throws IOException {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String sentence = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (OF_THE_USER.contains(state)) {
            return new ConfigurationException(
                    messages.text("error.database", Secrets.masked(url), sentence, PASSWORD), e);
        }
        throw new IOException(Secrets.masked(url) + ": " + sentence, e);
    }
}
