package vn.chitieu.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.method.parallel.ParallelTasks;
import vn.chitieu.notebook.exhibit.ProgrammeChapters;
import vn.chitieu.notebook.jupyter.NotebookPages;
import vn.chitieu.notebook.page.AttainmentPage;
import vn.chitieu.notebook.page.GlossaryPage;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.page.PastPage;
import vn.chitieu.notebook.page.QueryPage;
import vn.chitieu.notebook.page.SitePage;
import vn.chitieu.notebook.programme.PastReports;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.SectorAccounts;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.RememberedMarts;
import vn.chitieu.notebook.text.Resources;
import vn.chitieu.text.Language;
import vn.chitieu.text.Words;

/** Writes what people read of a run: one folder a programme. */
public final class NotebookExport {

    private static final Words WORDS = Words.of("notebook");

    private static final Pattern FOLDER = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public static final String PAGE = "index.html";

    private NotebookExport() {}

    /**
     * Writes the page of every programme of a run as {@code <programme_id>/index.html}, its notebooks in each language
     * as {@code <programme_id>/<language>/<chapter>.ipynb}, what was reported at the end of earlier months as
     * {@code past/<day>.html}, {@code glossary.html}, the page of ready queries, and {@code index.html}, from which all
     * are reached. The same tables give the same bytes. A file appears whole: it is written under another name and
     * moved. Each programme is written when it is made, so that one at a time is held.
     *
     * @return the files, by identity of the programme
     * @throws DataException if the identity of a programme cannot be the name of a folder
     */
    public static List<Path> write(MartReader marts, Path exportDir, PageScripts scripts) throws IOException {
        MartReader reader = RememberedMarts.of(marts);
        List<String> programmeIds = ProgrammeAttainment.programmeIds(reader);
        for (String programmeId : programmeIds) {
            if (!FOLDER.matcher(programmeId).matches()) {
                throw new DataException(WORDS.text("export.programme_id", programmeId));
            }
        }
        List<Callable<List<String>>> tasks = new ArrayList<>();
        programmeIds.forEach(id -> tasks.add(
                () -> written(files(ProgrammeAttainment.reader(reader, id), id, scripts), exportDir.resolve(id))));
        List<List<String>> names = ParallelTasks.of(tasks);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Path folder = exportDir.resolve(programmeIds.get(i));
            names.get(i).forEach(name -> files.add(folder.resolve(name)));
        }
        if (!programmeIds.isEmpty()) {
            List<ProgrammeAttainment> shown = programmeIds.stream()
                    .map(id -> ProgrammeAttainment.of(ProgrammeAttainment.reader(reader, id), id))
                    .toList();
            PastReports past = PastReports.of(reader, shown);
            Map<String, String> ofAll = new LinkedHashMap<>();
            ofAll.put(PAGE, SitePage.of(shown, notebooks(names.get(0)), past));
            ofAll.putAll(PastPage.of(past.reports()));
            ofAll.put(GlossaryPage.NAME, GlossaryPage.of(shown.get(0).language()));
            ofAll.put(QueryPage.FILE, QueryPage.of(shown));
            if (scripts == PageScripts.BESIDE) {
                ofAll.put(PageScripts.LIBRARY, Resources.text(PageScripts.LIBRARY));
            }
            written(ofAll, exportDir).forEach(name -> files.add(exportDir.resolve(name)));
        }
        return List.copyOf(files);
    }

    private static List<String> written(Map<String, String> contents, Path folder) throws IOException {
        for (Map.Entry<String, String> content : contents.entrySet()) {
            Path file = folder.resolve(content.getKey());
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            DurableFiles.replace(file, content.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return List.copyOf(contents.keySet());
    }

    private static List<String> notebooks(List<String> files) {
        String folder = Language.VI.code() + "/";
        return files.stream()
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .toList();
    }

    /**
     * Returns the page and the notebooks of a programme by the name of their file within its folder.
     *
     * @param scripts where the library of the page's charts is
     * @throws IllegalArgumentException if the run has no such programme
     */
    public static Map<String, String> files(MartReader reader, String programmeId, PageScripts scripts) {
        ProgrammeAttainment programme = ProgrammeAttainment.of(reader, programmeId);
        List<Callable<ProgrammeChapters>> tasks = new ArrayList<>();
        for (Language language : Language.values()) {
            TargetTexts texts = new TargetTexts(language, programme.units());
            tasks.add(() -> ProgrammeChapters.of(new ProgrammeView(reader, programme, texts)));
        }
        List<ProgrammeChapters> inLanguages = ParallelTasks.of(tasks);
        List<SectorAccounts> accounts = SectorAccounts.of(reader, programme.areaCode(), programme.knownBy());
        Map<String, String> files = new LinkedHashMap<>();
        files.put(PAGE, AttainmentPage.of(programme, inLanguages, accounts, scripts));
        for (ProgrammeChapters chapters : inLanguages) {
            String folder = chapters.view().texts().language().code();
            NotebookPages.of(chapters).forEach((name, content) -> files.put(folder + "/" + name, content));
        }
        return files;
    }
}
