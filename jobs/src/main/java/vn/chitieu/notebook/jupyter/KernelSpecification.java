package vn.chitieu.notebook.jupyter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import vn.chitieu.catalog.DurableFiles;

/** The file by which Jupyter knows the kernel: its name and how it is started. */
public final class KernelSpecification {

    /** The name that the notebooks ask for. */
    static final String NAME = "chitieu";

    /** The name that a person chooses it by. */
    static final String DISPLAY_NAME = "Java (chitieu)";

    private KernelSpecification() {}

    /**
     * Writes the file into a data folder of Jupyter, in the place of one that is there already.
     *
     * @param command starts the kernel, and is followed by the file in which Jupyter writes the connection down
     * @return the file
     */
    public static Path install(Path dataFolder, List<String> command) throws IOException {
        Path file = dataFolder.resolve("kernels").resolve(NAME).resolve("kernel.json");
        ObjectNode specification = JsonNodeFactory.instance.objectNode();
        ArrayNode argv = specification.putArray("argv");
        command.forEach(argv::add);
        argv.add("{connection_file}");
        specification
                .put("display_name", DISPLAY_NAME)
                .put("interrupt_mode", "message")
                .put("language", "java");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        DurableFiles.replace(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(specification));
        return file;
    }
}
