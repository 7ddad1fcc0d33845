package vn.chitieu.observation.codelist;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The code lists as files that travel to other machines, where they are read again once per process. */
public final class PortableCodelists implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> FOLDERS = List.of("codelist", "validation");

    private final TreeMap<String, byte[]> files;
    private transient volatile @Nullable Codelists codelists;

    private PortableCodelists(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    public static PortableCodelists of(Path datasets) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String folder : FOLDERS) {
            if (!Files.isDirectory(datasets.resolve(folder))) {
                continue;
            }
            try (Stream<Path> entries = Files.list(datasets.resolve(folder))) {
                for (Path file : entries.filter(Files::isRegularFile).toList()) {
                    files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new PortableCodelists(files);
    }

    /** Returns the code lists, read on first use. */
    public synchronized Codelists codelists() {
        Codelists read = codelists;
        if (read == null) {
            read = read();
            codelists = read;
        }
        return read;
    }

    private Codelists read() {
        try {
            Path folder = Files.createTempDirectory("codelists");
            try {
                for (var file : files.entrySet()) {
                    Path path = folder.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
                return Codelists.read(folder);
            } finally {
                try (Stream<Path> paths = Files.walk(folder)) {
                    for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
