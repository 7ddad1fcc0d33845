package vn.chitieu.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.OrderedRows;
import vn.chitieu.catalog.table.ParquetTables;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.text.Language;

@NullUnmarked // fields are filled by JUnit
class OpenNotebookTest {

    @TempDir
    private static Path marts;

    @BeforeAll
    static void publish() {
        MartReader reader = SampleProgramme.small();
        MartTables.all()
                .forEach(spec ->
                        ParquetTables.write(reader.table(spec.name()), marts.resolve(spec.name() + ".parquet")));
    }

    @Test
    void givesEachReaderRowsOfHisOwnPrintedInTheLanguage() {
        OpenNotebook vi = OpenNotebook.of(SampleMarts.PROGRAMME, "vi", marts);
        OpenNotebook en = OpenNotebook.of(SampleMarts.PROGRAMME, "en", marts);

        Table rows = vi.mart("target_attainment");
        rows.doubleColumn("actual_to_date").set(0, 1234.5);

        assertThat(vi.printed(rows)).contains("1.234,5");
        assertThat(en.printed(rows)).contains("1,234.5");
        assertThat(vi.printed(vi.mart("target_attainment"))).doesNotContain("1.234,5");
    }

    @Test
    void aTableOfSeveralFilesIsReadAsThatOfOne(@TempDir Path several) {
        MartReader reader = SampleProgramme.small();
        TableFiles twoRows = new TableFiles(2);
        MartTables.all().forEach(spec -> twoRows.write(OrderedRows.of(reader.table(spec.name())), several));
        assertThat(several.resolve("target_attainment.parquet")).doesNotExist();

        OpenNotebook one = OpenNotebook.of(SampleMarts.PROGRAMME, "en", marts);
        OpenNotebook many = OpenNotebook.of(SampleMarts.PROGRAMME, "en", several);

        for (TableSpec spec : MartTables.all()) {
            assertThat(many.printed(many.mart(spec.name())))
                    .as(spec.name())
                    .isEqualTo(one.printed(one.mart(spec.name())));
        }
    }

    @Test
    void aTableOfTheFileIsTheOneACellPrints() {
        for (String table : MartTables.all().stream().map(TableSpec::name).toList()) {
            MartRows rows = MartRows.of(SampleProgramme.small(), table);
            assertThat(PrintedTable.printed(rows, NumberFormats.of(Language.VI)))
                    .as(table)
                    .isEqualTo(
                            OpenNotebook.of(SampleMarts.PROGRAMME, "vi", marts).printed(rows.tablesaw()));
        }
    }

    @Test
    void saysWhatToDoWhereTheTablesAreMissing(@TempDir Path empty) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> OpenNotebook.of(SampleMarts.PROGRAMME, "vi", empty))
                .withMessage("không có bảng đã công bố trong " + empty + ": công bố bằng bin/chitieu nightly, hoặc đặt"
                        + " biến môi trường CHITIEU_MARTS vào thư mục mart của một kho trước khi mở Jupyter");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> OpenNotebook.of(SampleMarts.PROGRAMME, "en", empty))
                .withMessageStartingWith("there are no published tables in " + empty);
    }

    @Test
    void namesWhatThereIsWhereAProgrammeATableOrAnExhibitIsUnknown() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> OpenNotebook.of("elsewhere", "en", marts))
                .withMessage("there is no programme 'elsewhere' in the published tables; there are "
                        + SampleMarts.PROGRAMME);
        OpenNotebook notebook = OpenNotebook.of(SampleMarts.PROGRAMME, "en", marts);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> notebook.mart("grdp"))
                .withMessageStartingWith("there is no published table 'grdp'; there are ")
                .withMessageContaining("grdp_by_sector");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notebook.show("growth"))
                .withMessageContaining("overview-targets")
                .withMessageEndingWith("but was 'growth'");
    }
}
