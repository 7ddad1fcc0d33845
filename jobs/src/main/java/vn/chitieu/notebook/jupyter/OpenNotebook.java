package vn.chitieu.notebook.jupyter;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.exhibit.ProgrammeChapters;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.rows.RememberedMarts;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.text.Language;
import vn.chitieu.text.Words;

/** What the cells of a notebook call: the published tables of its programme, and its charts and tables made of them. */
public final class OpenNotebook {

    private static final Words WORDS = Words.of("notebook");

    /** The environment variable that names the folder of the published tables. */
    static final String MARTS = "CHITIEU_MARTS";

    /** Where the folder lies beside a notebook of an export. */
    static final String BESIDE = "../../../mart";

    private final RememberedMarts marts;
    private final String programmeId;
    private final Language language;
    private @Nullable ShownExhibits exhibits;

    private OpenNotebook(RememberedMarts marts, String programmeId, Language language) {
        this.marts = marts;
        this.programmeId = programmeId;
        this.language = language;
    }

    /**
     * Opens a programme over the tables in the folder that {@code CHITIEU_MARTS} names, else those of the warehouse
     * whose export the notebook is in.
     *
     * @param programmeId as in column {@code programme_id}
     * @param language vi or en
     * @throws DataException if the tables or the programme are not there; the message says what to do, in the language
     */
    public static OpenNotebook of(String programmeId, String language) {
        return of(programmeId, language, Path.of(System.getenv().getOrDefault(MARTS, BESIDE)));
    }

    /** Opens a programme over the tables in a folder. */
    static OpenNotebook of(String programmeId, String language, Path folder) {
        Language read = Language.of(language);
        Path found = folder.toAbsolutePath().normalize();
        if (TableFiles.in(found, MartTables.TARGET_ATTAINMENT.name()).isEmpty()) {
            throw refused(read, "notebook.no_marts", found, MARTS);
        }
        Map<String, TableSpec> specs =
                MartTables.all().stream().collect(Collectors.toMap(TableSpec::name, spec -> spec));
        RememberedMarts marts = RememberedMarts.of(name -> {
            TableSpec spec = specs.get(name);
            if (spec == null) {
                throw refused(
                        read,
                        "notebook.no_table",
                        name,
                        String.join(", ", specs.keySet().stream().sorted().toList()));
            }
            return TableFiles.read(found, spec);
        });
        if (!ProgrammeAttainment.programmeIds(marts).contains(programmeId)) {
            throw refused(
                    read,
                    "notebook.no_programme",
                    programmeId,
                    String.join(", ", ProgrammeAttainment.programmeIds(marts)));
        }
        return new OpenNotebook(marts, programmeId, read);
    }

    private static DataException refused(Language language, String key, Object... arguments) {
        return new DataException(WORDS.in(language).text(key, arguments));
    }

    /**
     * Returns all rows of a published table, to be filtered, sorted and computed with as the reader likes.
     *
     * @param name as in {@link MartTables}
     */
    public Table mart(String name) {
        return MartRows.of(marts, name).tablesaw();
    }

    /**
     * Displays an exhibit: its chart, then its tables with the names of the language, made anew of the tables.
     *
     * @param exhibit its name in the notebooks, such as {@code grdp-growth}
     */
    public void show(String exhibit) {
        exhibits().displays(exhibit).forEach(OpenNotebook::display);
    }

    /**
     * Displays rows as lines, one for each value of a column.
     *
     * @param rows in the order in which the categories stand from left to right
     * @param category column of texts along the chart, such as {@code period}
     * @param value column of numbers
     * @param series column of texts that names the lines; codes of a dimension become its names
     */
    public void lines(Table rows, String category, String value, String series) {
        display(ShownExhibits.chart(RowLines.of(rows, category, value, series, language, marts), value));
    }

    private static void display(Map<String, String> content) {
        DisplayData data = new DisplayData();
        content.forEach(data::putData);
        BaseKernel.notebookKernel().display(data);
    }

    private ShownExhibits exhibits() {
        ShownExhibits known = exhibits;
        if (known == null) {
            ProgrammeAttainment programme = ProgrammeAttainment.of(marts, programmeId);
            TargetTexts texts = new TargetTexts(language, programme.units());
            known = new ShownExhibits(ProgrammeChapters.of(new ProgrammeView(marts, programme, texts)));
            exhibits = known;
        }
        return known;
    }

    /** Returns all rows of a table as text, with the numbers of the language. */
    public String printed(Table rows) {
        return PrintedTable.printed(rows, NumberFormats.of(language));
    }
}
