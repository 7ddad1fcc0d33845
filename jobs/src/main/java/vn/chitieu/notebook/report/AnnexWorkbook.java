package vn.chitieu.notebook.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.chitieu.catalog.StableZip;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.FindingTexts;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;

/**
 * The annex of the report as a workbook: numbers as numbers, a frozen header, one sheet a table. No cell is a formula,
 * whatever text the data hold.
 */
final class AnnexWorkbook {

    /** Number of the sheet of charts, from 1. */
    private static final int CHARTS = 5;

    /** More than the highest row shows of the widest column. */
    private static final int MOST_LETTERS_SHOWN = 2_000;

    private static final float VERTICAL_MARGIN = 0.5f;

    /** A column: its heading, its width in letters, its words for a row (none of a number), and what it writes. */
    private record Column<T>(String heading, int width, Function<T, String> words, Filler<T> filler) {

        /**
         * Returns how many lines a text takes at most: programs do not fit the height of rows they read. A width is
         * counted in digits, and “ộ” or “m” are wider: two of them go for that and the edges of the cell.
         */
        int lines(String text) {
            return PlainText.wrap(text, width - 2).size();
        }
    }

    @FunctionalInterface
    private interface Filler<T> {
        void fill(Worksheet sheet, int row, int column, T of);
    }

    private final ProgrammeView view;
    private final AnnexStyle style = new AnnexStyle();
    private final MartReader reader;
    private final ProgrammeAttainment programme;
    private final TargetTexts targets;
    private final Texts texts;
    private final Language language;

    private AnnexWorkbook(ProgrammeView view) {
        this.view = view;
        this.reader = view.marts();
        this.programme = view.programme();
        this.targets = view.texts();
        this.texts = targets.texts();
        this.language = targets.language();
    }

    /** Returns the parts of the workbook, by name. */
    static SortedMap<String, byte[]> of(ProgrammeView view) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SheetDrawing drawing;
        try (Workbook workbook = new Workbook(bytes, "chitieu", "1.0")) {
            AnnexStyle.prepare(workbook);
            drawing = new AnnexWorkbook(view).write(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            SortedMap<String, byte[]> parts = StableZip.parts(bytes.toByteArray());
            drawing.addTo(parts, CHARTS);
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the sheets and returns the drawing of the last. */
    private SheetDrawing write(Workbook workbook) {
        sheet(workbook, "annex.targets", targetColumns(), programme.targets());
        sheet(workbook, "annex.pace", paceColumns(), paces());
        sheet(workbook, "annex.path", pathColumns(), paths());
        sheet(
                workbook,
                "annex.findings",
                findingColumns(new FindingTexts(reader, targets)),
                MartRows.of(reader, MartTables.FINDING).where("area_code", programme.areaCode()).stream()
                        .sorted(FindingTexts.GRAVEST_FIRST)
                        .toList());
        return AnnexCharts.write(workbook, view, style);
    }

    private <T> Worksheet sheet(Workbook workbook, String key, List<Column<T>> columns, List<T> rows) {
        Worksheet sheet = workbook.newWorksheet(texts.text(key));
        style.title(
                sheet,
                texts.text(
                        key + ".title",
                        programme.name(language),
                        targets.numbers().date(programme.knownBy())));
        for (int i = 0; i < columns.size(); i++) {
            AnnexStyle.text(sheet, 1, i, columns.get(i).heading());
            sheet.width(i, columns.get(i).width());
        }
        style.heading(sheet, 1, 0, columns.size() - 1, "left");
        sheet.rowHeight(1, AnnexStyle.height(most(columns, Column::heading)));
        for (int r = 0; r < rows.size(); r++) {
            T of = rows.get(r);
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).filler().fill(sheet, r + 2, c, of);
            }
            sheet.rowHeight(r + 2, AnnexStyle.height(most(columns, column -> column.words()
                    .apply(of))));
        }
        style.rules(sheet, 2, rows.size() + 1, columns.size() - 1);
        sheet.freezePane(Math.min(2, columns.size() - 1), 2);
        sheet.setAutoFilter(1, 0, Math.max(1, rows.size() + 1), columns.size() - 1);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0, 1);
        sheet.leftMargin(AnnexStyle.MARGIN);
        sheet.rightMargin(AnnexStyle.MARGIN);
        sheet.topMargin(VERTICAL_MARGIN);
        sheet.bottomMargin(VERTICAL_MARGIN);
        sheet.footer("&P / &N", Position.CENTER);
        return sheet;
    }

    private static <T> int most(List<Column<T>> columns, Function<Column<T>, String> text) {
        return columns.stream()
                .mapToInt(column -> column.lines(PlainText.cut(text.apply(column), MOST_LETTERS_SHOWN)))
                .max()
                .orElse(1);
    }

    private List<Column<Target>> targetColumns() {
        return List.of(
                words("no", 4, Target::number),
                words("target", 25, target -> target.name(language)),
                words("unit", 12, target -> targets.unit(target.headline().text("unit_code"))),
                number("previous", "previous_year_value"),
                plan(),
                number("actual", "actual_to_date"),
                words("period", 12, target -> targets.actualPeriod(target.headline())),
                percent("change", "to_date_change_pct"),
                percent("attainment", "to_date_attainment_pct"),
                projected("estimate_point", "point"),
                projected("estimate_low", "p10"),
                projected("estimate_high", "p90"),
                percent("estimated_share", "projected_attainment_pct"),
                new Column<>(
                        texts.text("column.probability"),
                        11,
                        target -> "",
                        (sheet, r, c, target) -> style.number(
                                sheet, r, c, target.headline().number("p_attain"), ReportCharts.PROBABILITY)),
                words("verdict", 13, target -> target.verdict().label(texts)),
                words("reason", 20, target -> targets.reason(target.headline()).orElse("")),
                words("lead", 15, target -> PlainText.oneLine(target.dimension().label("lead_unit", language))));
    }

    /** A row of another table together with the target it is of. */
    private record OfTarget(Target target, MartRow row) {}

    private List<OfTarget> paces() {
        return programme.targets().stream()
                .flatMap(target -> target.pace().stream().map(row -> new OfTarget(target, row)))
                .toList();
    }

    private List<OfTarget> paths() {
        return programme.targets().stream()
                .flatMap(target -> target.path().stream().map(row -> new OfTarget(target, row)))
                .toList();
    }

    private List<Column<OfTarget>> paceColumns() {
        return List.of(
                words("no", 6, of -> of.target().number()),
                words("target", 48, of -> of.target().name(language)),
                words("period", 18, of -> targets.period(of.row().text("period"))),
                words("unit", 14, of -> targets.unit(of.row().text("unit_code"))),
                ofRow("required", "required_value"),
                ofRow("required_cumulated", "required_cumulated"),
                ofRow("projected", "projected_value"),
                ofRow("last_year", "last_year_value"));
    }

    private List<Column<OfTarget>> pathColumns() {
        return List.of(
                words("no", 6, of -> of.target().number()),
                words("target", 48, of -> of.target().name(language)),
                words("period", 18, of -> targets.period(of.row().text("period"))),
                words("unit", 14, of -> targets.unit(of.row().text("unit_code"))),
                words("known", 14, of -> texts.text(of.row().isTrue("is_known") ? "annex.known" : "annex.projected")),
                ofRow("value", "value"),
                ofRow("last_year", "last_year_value"),
                ofRow("cumulated", "cumulated"),
                ofRow("cumulated_low", "cumulated_p10"),
                ofRow("cumulated_high", "cumulated_p90"));
    }

    private List<Column<MartRow>> findingColumns(FindingTexts findings) {
        return List.of(
                words("severity", 12, findings::severity),
                words("kind", 14, findings::kind),
                words("indicator", 34, findings::indicator),
                words("period", 18, findings::period),
                words("message", 100, findings::message));
    }

    private <T> Column<T> words(String heading, int width, Function<T, String> text) {
        return new Column<>(texts.text("column." + heading), width, text, (sheet, row, column, of) -> {
            AnnexStyle.text(sheet, row, column, text.apply(of));
            style.cell(sheet, row, column).wrapText(true).set();
        });
    }

    private Column<Target> number(String heading, String column) {
        return number(heading, target -> target.headline().number(column));
    }

    /** Returns a column of what is projected: nothing of a target whose year is known. */
    private Column<Target> projected(String heading, String column) {
        return number(
                heading,
                target -> target.isComplete()
                        ? OptionalDouble.empty()
                        : target.headline().number(column));
    }

    private Column<Target> number(String heading, Function<Target, OptionalDouble> value) {
        return new Column<>(
                texts.text("column." + heading),
                10,
                target -> "",
                (sheet, r, c, target) -> style.number(
                        sheet, r, c, value.apply(target), AnnexStyle.format(TargetTexts.decimals(target.headline()))));
    }

    /** Returns the column of plans: numbers that show the sign of their bound, a printed range as a text. */
    private Column<Target> plan() {
        return new Column<>(
                texts.text("column.plan"), 10, target -> targets.goalCell(target.headline()), (sheet, r, c, target) -> {
                    MartRow row = target.headline();
                    if (row.number("target_value_to").isPresent()) {
                        AnnexStyle.text(sheet, r, c, targets.goalCell(row));
                        style.cell(sheet, r, c)
                                .wrapText(true)
                                .horizontalAlignment("right")
                                .set();
                        return;
                    }
                    String sign = TargetTexts.sign(row);
                    String format = AnnexStyle.format(TargetTexts.decimals(row));
                    style.number(
                            sheet,
                            r,
                            c,
                            row.number("target_value"),
                            sign.isEmpty() ? format : "\"" + sign + "\"" + format);
                });
    }

    private Column<Target> percent(String heading, String column) {
        return new Column<>(
                texts.text("column." + heading),
                8,
                target -> "",
                (sheet, r, c, target) ->
                        style.number(sheet, r, c, target.headline().number(column), "#,##0.0"));
    }

    private Column<OfTarget> ofRow(String heading, String column) {
        return new Column<>(texts.text("column." + heading), 14, of -> "", (sheet, r, c, of) -> {
            OptionalDouble value = of.row().number(column);
            int decimals = value.isEmpty()
                    ? 0
                    : NumberFormats.decimals(value.getAsDouble(), of.row().text("unit_code"));
            style.number(sheet, r, c, value, AnnexStyle.format(decimals));
        });
    }
}
