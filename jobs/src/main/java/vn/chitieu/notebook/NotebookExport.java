package vn.chitieu.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.chitieu.catalog.DataException;

/** Writes what people read of a run: one folder a programme. */
public final class NotebookExport {

    private static final Pattern FOLDER = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private NotebookExport() {}

    /**
     * Writes the page of every programme of a run as {@code <programme_id>/index.html}. The same tables give the same
     * bytes. A page appears whole: it is written under another name and moved.
     *
     * @return the pages, by identity of the programme
     * @throws DataException if the identity of a programme cannot be the name of a folder
     */
    public static List<Path> write(MartReader marts, Path exportDir) throws IOException {
        MartReader reader = MartReader.remembering(marts);
        List<Path> pages = new ArrayList<>();
        for (String programmeId : ProgrammeAttainment.programmeIds(reader)) {
            if (!FOLDER.matcher(programmeId).matches()) {
                throw new DataException("Expecting programme_id in dim_target of small letters, digits and hyphens"
                        + " but was '" + programmeId + "'; rename the programme");
            }
            Path page = exportDir.resolve(programmeId).resolve("index.html");
            writeWhole(page, page(reader, programmeId));
            pages.add(page);
        }
        return List.copyOf(pages);
    }

    /**
     * Returns the page of one programme.
     *
     * @throws IllegalArgumentException if the run has no such programme
     */
    static String page(MartReader reader, String programmeId) {
        ProgrammeAttainment programme = ProgrammeAttainment.of(reader, programmeId);
        return AttainmentPage.of(
                reader,
                programme,
                SectorAccounts.of(
                        reader, programme.areaCode(), programme.evaluatedOn().orElse(programme.asOf())));
    }

    private static void writeWhole(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("Expecting a file in a folder but was " + file);
        }
        Files.createDirectories(folder);
        Path fresh = folder.resolve("." + file.getFileName() + ".tmp");
        try {
            Files.write(fresh, content.getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
