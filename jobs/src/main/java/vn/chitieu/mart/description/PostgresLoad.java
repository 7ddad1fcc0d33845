package vn.chitieu.mart.description;

import static vn.chitieu.mart.description.PostgresTables.literal;
import static vn.chitieu.mart.description.PostgresTables.quoted;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.LockHeldException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.RowReader;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.ForeignKey;
import vn.chitieu.mart.MartTables;
import vn.chitieu.mart.dictionary.Dictionary;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Copies the tables of a run into a schema of a PostgreSQL database, in one transaction: the tables are filled into
 * temporary ones, checked against the run's manifest, and take the place of the old rows. Until the commit a reader
 * sees the old run, after it the new one, and a killed load leaves the old one. Rows are replaced by DELETE and INSERT,
 * which block no reader and keep views and grants; the tables are made anew only when their columns changed.
 */
public final class PostgresLoad {

    private static final Words WORDS = Words.of("mart");

    /** What a load did. */
    public enum Outcome {
        /** The schema holds the run now. */
        LOADED,
        /** The schema held the run before; nothing was done. */
        NOTHING_NEW
    }

    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** Begins the comment of a schema that this program fills. */
    private static final String MARK = "chitieu run ";

    private static final int BUFFER_BYTES = 1 << 16;

    private final Connection connection;
    private final String schema;

    /**
     * @param connection to the database; the load commits it or rolls it back
     * @throws DataException if the schema's name is not lower-case ASCII or belongs to PostgreSQL
     */
    public PostgresLoad(Connection connection, String schema) {
        if (!SCHEMA.matcher(schema).matches() || schema.startsWith("pg_") || schema.equals("information_schema")) {
            throw new DataException(WORDS.text("load.schema_name", schema));
        }
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * Loads a run.
     *
     * @param force whether to load even if the schema holds this run already
     * @param progress receives the name and the rows of each table that is staged
     * @throws DataException if the schema holds tables of others, other objects hang on columns that changed, or the
     *     rows that arrive are not those of the manifest
     * @throws LockHeldException if another load fills the schema
     * @throws SQLException if the database fails; the old rows stay
     */
    public Outcome load(PublishedRun run, boolean force, BiConsumer<String, Long> progress) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lock();
            String comment = schemaComment();
            if (comment.equals(MARK + run.runId()) && !force) {
                connection.rollback();
                return Outcome.NOTHING_NEW;
            }
            stage(run, progress);
            replace(run, comment);
            connection.commit();
            return Outcome.LOADED;
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void lock() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtext(?))")) {
            statement.setString(1, "chitieu " + schema);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new LockHeldException(
                            "Expecting schema " + schema + " to be free but another load fills it; wait for its end");
                }
            }
        }
    }

    private String schemaComment() throws SQLException {
        return text("SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = ?", schema);
    }

    private void stage(PublishedRun run, BiConsumer<String, Long> progress) throws SQLException {
        for (TableSpec spec : run.specs()) {
            execute(PostgresTables.createStaging(spec));
            long[] filled = copy(run, spec);
            check(spec, run.table(spec.name()).orElseThrow().rows(), filled);
            progress.accept(spec.name(), run.table(spec.name()).orElseThrow().rows());
        }
    }

    /** Copies a table and returns how many cells of each column are filled. */
    private long[] copy(PublishedRun run, TableSpec spec) throws SQLException {
        long[] filled = new long[spec.columns().size()];
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY pg_temp." + quoted(spec.name()) + " FROM STDIN (FORMAT csv, ENCODING 'UTF8')");
        StringBuilder lines = new StringBuilder(BUFFER_BYTES * 2);
        try {
            run.scan(spec, (RowReader<SQLException>) row -> {
                append(lines, row, filled);
                if (lines.length() > BUFFER_BYTES) {
                    write(copy, lines);
                }
            });
            write(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return filled;
    }

    private static void append(StringBuilder lines, @Nullable Object[] row, long[] filled) {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                lines.append(',');
            }
            Object cell = row[i];
            if (cell != null) {
                filled[i]++;
                lines.append('"').append(cell.toString().replace("\"", "\"\"")).append('"');
            }
        }
        lines.append('\n');
    }

    private static void write(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    /** Asks the database what arrived: the rows of the manifest, and of each column as many filled cells as sent. */
    private void check(TableSpec spec, long rows, long[] filled) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT count(*)");
        for (Column column : spec.columns()) {
            sql.append(", count(").append(quoted(column.name())).append(')');
        }
        sql.append(" FROM pg_temp.").append(quoted(spec.name()));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.toString())) {
            result.next();
            require(spec.name(), WORDS.text("load.rows"), rows, result.getLong(1));
            for (int i = 0; i < filled.length; i++) {
                LocalizedText values =
                        WORDS.text("load.values", spec.columns().get(i).name());
                require(spec.name(), values, filled[i], result.getLong(i + 2));
            }
        }
    }

    private static void require(String table, LocalizedText what, long expected, long found) {
        if (expected != found) {
            throw new DataException(WORDS.text("load.count", expected, what, table, found));
        }
    }

    private void replace(PublishedRun run, String comment) throws SQLException {
        execute("CREATE SCHEMA IF NOT EXISTS " + quoted(schema));
        Map<String, List<String>> found = contracts();
        Map<String, List<String>> expected = new TreeMap<>();
        run.specs().forEach(spec -> expected.put(spec.name(), PostgresTables.contract(spec)));
        if (!comment.startsWith(MARK)) {
            requireNoStrangers(found, expected);
        }
        found.keySet().retainAll(expected.keySet());
        if (!found.equals(expected)) {
            makeAnew(run, found);
        } else {
            for (TableSpec spec : run.specs()) {
                execute("DELETE FROM " + quoted(schema) + "." + quoted(spec.name()));
            }
        }
        for (TableSpec spec : run.specs()) {
            execute("INSERT INTO " + quoted(schema) + "." + quoted(spec.name()) + " SELECT * FROM pg_temp."
                    + quoted(spec.name()));
        }
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        makeViews(run);
        execute("COMMENT ON SCHEMA " + quoted(schema) + " IS " + literal(MARK + run.runId()));
        for (TableSpec spec : run.specs()) {
            execute("ANALYZE " + quoted(schema) + "." + quoted(spec.name()));
        }
    }

    private void requireNoStrangers(Map<String, List<String>> found, Map<String, List<String>> expected) {
        TreeSet<String> strangers = new TreeSet<>(found.keySet());
        strangers.retainAll(expected.keySet());
        if (!strangers.isEmpty()) {
            throw new DataException(WORDS.text("load.strangers", schema, String.join(", ", strangers)));
        }
    }

    private void makeAnew(PublishedRun run, Map<String, List<String>> found) throws SQLException {
        Set<String> views = new TreeSet<>(); // those of another contract than the run's hang on its tables too
        LabelledViews.of(MartTables.all()).forEach(view -> views.add(view.name()));
        LabelledViews.of(run.specs()).forEach(view -> views.add(view.name()));
        for (String view : views) {
            drop("VIEW IF EXISTS " + quoted(schema) + "." + quoted(view));
        }
        if (!found.isEmpty()) {
            List<String> names = found.keySet().stream()
                    .map(name -> quoted(schema) + "." + quoted(name))
                    .toList();
            drop("TABLE " + String.join(", ", names));
        }
        Dictionary dictionary = Dictionary.shipped();
        for (TableSpec spec : run.specs()) {
            execute(PostgresTables.create(schema, spec));
            String table = quoted(schema) + "." + quoted(spec.name());
            execute("COMMENT ON TABLE " + table + " IS "
                    + literal(
                            TableDescriptions.both(dictionary.table(spec.name()).meaning())));
            for (Column column : spec.columns()) {
                execute("COMMENT ON COLUMN " + table + "." + quoted(column.name()) + " IS "
                        + literal(TableDescriptions.both(dictionary.column(column.name()))));
            }
        }
        for (TableSpec spec : run.specs()) {
            for (ForeignKey key : ForeignKey.of(spec)) {
                execute(PostgresTables.foreignKey(schema, key));
            }
        }
    }

    private void drop(String what) throws SQLException {
        try {
            execute("DROP " + what);
        } catch (SQLException e) {
            if ("2BP01".equals(e.getSQLState())) { // dependent objects still exist
                throw new DataException(WORDS.text("load.dependents", schema, firstLine(e.getMessage())), e);
            }
            throw e;
        }
    }

    private void makeViews(PublishedRun run) throws SQLException {
        Dictionary dictionary = Dictionary.shipped();
        for (LabelledViews.View view : LabelledViews.of(run.specs())) {
            execute(view.create(quoted(schema) + "."));
            String name = quoted(schema) + "." + quoted(view.name());
            for (String column : columnsOf(view.name())) {
                execute("COMMENT ON COLUMN " + name + "." + quoted(column) + " IS "
                        + literal(TableDescriptions.both(LabelledViews.meaning(column, dictionary))));
            }
            execute("COMMENT ON VIEW " + name + " IS " + literal(TableDescriptions.both(view.meaning())));
        }
    }

    private List<String> columnsOf(String view) throws SQLException {
        String sql = "SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                + " ORDER BY ordinal_position";
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            statement.setString(2, view);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }

    /** Returns the columns of each table of the schema, by table. */
    private Map<String, List<String>> contracts() throws SQLException {
        String sql = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
                + " WHERE table_schema = ? ORDER BY table_name, ordinal_position";
        Map<String, List<String>> contracts = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    contracts
                            .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                            .add(PostgresTables.contractLine(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4).equals("YES")));
                }
            }
        }
        return contracts;
    }

    private String text(String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                String found = row.next() ? row.getString(1) : null;
                return found == null ? "" : found;
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
