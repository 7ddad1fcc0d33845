package vn.chitieu.catalog.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.HeldFolder;
import vn.chitieu.catalog.table.TableSpec;

/**
 * Packed rows of many tables, held in one file among the temporary ones of this machine until they are closed: put in
 * whatever order they are made, and taken in key order, of one area or all, never more than a few kilobytes of a pack
 * in memory.
 */
public final class SortedRuns implements AutoCloseable {

    private record Run(long start, int bytes, int rows) {}

    private final HeldFolder folder;
    private final Path file;
    private final FileChannel channel;
    private final Map<String, NavigableMap<String, List<Run>>> runs = new HashMap<>();
    private long end;

    private SortedRuns(HeldFolder folder, Path file, FileChannel channel) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Makes a file that holds nothing yet.
     *
     * @throws UncheckedIOException if it cannot be made
     */
    public static SortedRuns open() {
        try {
            HeldFolder folder = HeldFolder.temporary();
            return open(folder, folder.path().resolve("rows"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expecting a folder for rows below " + System.getProperty("java.io.tmpdir") + " but was " + e, e);
        }
    }

    static SortedRuns open(HeldFolder folder, Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new SortedRuns(folder, file, channel);
        } catch (IOException e) {
            folder.close();
            throw new UncheckedIOException("Expecting a file for rows at " + file + " but was " + e, e);
        }
    }

    /**
     * Holds rows that an area has in a table, beside those that it has there already; several threads may do so at
     * once.
     *
     * @throws UncheckedIOException if they cannot be written, as on a full disk; what was put before stays held
     */
    public synchronized void put(String area, PackedRows rows) {
        ByteBuffer content = ByteBuffer.wrap(rows.packed());
        try {
            while (content.hasRemaining()) {
                channel.write(content, end + content.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expecting room for " + rows.bytes() + " bytes of table " + rows.table() + " after " + end
                            + " bytes in " + file + " but was " + e
                            + "; free some there, or choose another folder by CHITIEU_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
                    e);
        }
        if (rows.size() > 0) {
            runs.computeIfAbsent(rows.table(), table -> new TreeMap<>())
                    .computeIfAbsent(area, first -> new ArrayList<>())
                    .add(new Run(end, rows.bytes(), rows.size()));
        }
        end += rows.bytes();
    }

    /** Returns the number of rows of a table that are held. */
    public long size(TableSpec spec) {
        return runsOf(spec).stream().mapToLong(Run::rows).sum();
    }

    /** Returns the areas of which rows of a table are held. */
    public synchronized NavigableSet<String> areas(TableSpec spec) {
        return new TreeSet<>(runs.getOrDefault(spec.name(), new TreeMap<>()).keySet());
    }

    /** Returns the rows that an area has in a table, as {@link #rows(TableSpec)} returns those of all. */
    public Iterator<@Nullable Object[]> rows(TableSpec spec, String area) {
        return rows(spec, runsOf(spec, area));
    }

    /**
     * Returns the rows of a table that are held so far, in key order, each made when it is asked for. A key that two
     * packs hold comes twice: {@link vn.chitieu.catalog.table.ParquetTables} refuses it.
     *
     * @throws UncheckedIOException also from the iterator, if the file cannot be read
     */
    public Iterator<@Nullable Object[]> rows(TableSpec spec) {
        return rows(spec, runsOf(spec));
    }

    private Iterator<@Nullable Object[]> rows(TableSpec spec, List<Run> held) {
        List<Iterator<@Nullable Object[]>> parts = new ArrayList<>();
        for (Run run : held) {
            PackedInput input = new PackedInput((into, from) -> read(spec, into, from), run.start(), run.bytes());
            parts.add(new UnpackedRows(spec, run.rows(), input));
        }
        return new MergedRows(PackedRows.order(spec), parts);
    }

    private synchronized List<Run> runsOf(TableSpec spec) {
        return runs.getOrDefault(spec.name(), new TreeMap<>()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private synchronized List<Run> runsOf(TableSpec spec, String area) {
        return List.copyOf(runs.getOrDefault(spec.name(), new TreeMap<>()).getOrDefault(area, List.of()));
    }

    private void read(TableSpec spec, ByteBuffer into, long from) {
        try {
            if (channel.read(into, from) < 0) {
                throw new EOFException("the end of the file");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expecting rows of table " + spec.name() + " at byte " + from + " of " + file + " but was " + e, e);
        }
    }

    /** Deletes the file; nothing can be read any more. */
    @Override
    public void close() {
        try (folder) {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to close " + file + " but was " + e, e);
        }
    }
}
