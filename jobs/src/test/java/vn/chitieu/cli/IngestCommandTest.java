package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.form.TestWorkbook;
import vn.chitieu.observation.ingest.BulkFigures;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryRegistry;

@NullUnmarked
class IngestCommandTest {

    private static final String HEADER =
            "area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,published,source_url\n";
    private static final String REVENUE =
            "hau_giang,budget_revenue_domestic,total,M,2025-05,ytd,current,2900,billion_vnd,estimate,,so-tai-chinh\n";

    @TempDir
    private Path folder;

    private Path datasets;

    @BeforeEach
    void copyDatasets() {
        datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
    }

    @Test
    void aFileIsRegisteredReadAndListedAndTheSecondTimeNothingHappens() throws IOException {
        Path file = Files.writeString(folder.resolve("thu.csv"), HEADER + REVENUE);

        CommandRun first = ingest("--form", "tidy", "--sender", "Sở Tài chính", "--lang", "en", file.toString());
        CommandRun second = ingest("--form", "tidy", "--sender", "Sở Tài chính", "--lang", "en", file.toString());
        CommandRun listed = ingest("--list", "--format", "csv");

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).contains("Registered thu.csv as tidy-", "1 rows = 1 accepted + 0 quarantined");
        assertThat(second.code()).isEqualTo(ExitCode.OK);
        assertThat(second.out())
                .contains("thu.csv was received before with the same content")
                .contains("nothing to do");
        assertThat(listed.out().lines()).hasSize(2).last().asString().contains(",Sở Tài chính,", ",đã dùng,1,0,");
    }

    @Test
    void aCorrectionIsANewVintageAndAnOlderFileThatComesLateIsKeptAndFlagged() throws IOException {
        Path file = Files.writeString(folder.resolve("thu.csv"), HEADER + REVENUE);
        Path corrected = Files.writeString(folder.resolve("sua.csv"), HEADER + REVENUE.replace("2900", "2950"));
        Path old = Files.writeString(folder.resolve("cu.csv"), HEADER + REVENUE.replace("2900", "2850"));

        ingest("--form", "tidy", "--sender", "A", "--published", "2025-06-05", file.toString());
        CommandRun correction =
                ingest("--form", "tidy", "--sender", "A", "--published", "2025-06-10", corrected.toString());
        CommandRun late =
                ingest("--form", "tidy", "--sender", "A", "--published", "2025-06-01", "--lang", "en", old.toString());

        assertThat(correction.code()).as(correction.err()).isEqualTo(ExitCode.OK);
        assertThat(correction.out()).doesNotContain("cũ hơn");
        assertThat(late.code()).isEqualTo(ExitCode.OK);
        assertThat(late.out()).contains("cu.csv is older than figures of the same period that are already there");
        assertThat(ingest("--list", "--format", "csv", "--lang", "en").out()).contains(",\"late, kept\",1,0,");
    }

    @Test
    void theInboxIsReadFileByFileAndOfficeFilesAreSkipped() throws IOException {
        Path inbox = Files.createDirectories(datasets.resolve("inbox/tidy"));
        Files.writeString(inbox.resolve("thu.csv"), HEADER + REVENUE);
        Files.writeString(inbox.resolve("~$thu.csv"), "x");
        Files.writeString(inbox.resolve("rong.csv"), "");

        CommandRun run = ingest("--sender", "Sở Tài chính", "--lang", "en");
        CommandRun again = ingest("--sender", "Sở Tài chính", "--lang", "en");

        assertThat(run.code()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(run.out()).contains("Registered thu.csv");
        assertThat(run.err()).contains("Skipped ~$thu.csv", "rong.csv: Expecting 1 byte to 32 MB but was 0 bytes");
        assertThat(again.out()).contains("thu.csv was received before");
    }

    /** The folder of the form need not be the one next to the file; what Windows and a browser leave is no delivery. */
    @Test
    void theInboxIsReadToItsDepthAndWhatTheSystemLeavesIsSkipped() throws IOException {
        Path month = Files.createDirectories(datasets.resolve("inbox/tidy/2025-06"));
        Files.writeString(month.resolve("thu.csv"), HEADER + REVENUE);
        Files.writeString(month.resolve("Thumbs.db"), "x");
        Files.writeString(month.resolve("chi.csv.part"), "x");

        CommandRun run = ingest("--sender", "Sở Tài chính", "--lang", "en");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Registered thu.csv");
        assertThat(run.err()).contains("Skipped Thumbs.db", "Skipped chi.csv.part");
    }

    /** By name the correction comes first; what counts is that it was saved a day later. */
    @Test
    void ofTwoFilesInTheInboxTheOneSavedLaterIsTheCorrection() throws IOException {
        Path inbox = Files.createDirectories(datasets.resolve("inbox/tidy"));
        String row = "vietnam,exports,total,M,2025-05,period,current,39600,million_usd,estimate,2025-06-06,u\n";
        Path old = Files.writeString(inbox.resolve("xuat khau.csv"), HEADER + row.replace("39600", "39000"));
        Path correction = Files.writeString(inbox.resolve("xuat khau (sua).csv"), HEADER + row);
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2025-06-06T01:00:00Z")));
        Files.setLastModifiedTime(correction, FileTime.from(Instant.parse("2025-06-07T01:00:00Z")));

        CommandRun run = ingest("--sender", "A", "--lang", "en");
        IngestResult ingest = Ingest.read(
                Deliveries.of(datasets, DeliveryRegistry.of(folder.resolve("warehouse"))),
                Codelists.read(datasets),
                FormCatalogue.NONE,
                BulkFigures.NONE);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Observation stands = Vintages.latestByKey(
                        ingest.observations().of("VN").stream()
                                .filter(figure -> figure.key().toString().equals("VN.exports._T.2025-05.P.current"))
                                .toList(),
                        LocalDate.MAX)
                .values()
                .iterator()
                .next();
        assertThat(stands.value()).isEqualByComparingTo("39600");
    }

    @Test
    void aLinkInTheInboxIsRefusedByNameEvenToAFolder() throws IOException {
        Path inbox = Files.createDirectories(datasets.resolve("inbox/tidy"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("thu.csv"), HEADER + REVENUE);
        Files.createSymbolicLink(inbox.resolve("folder"), elsewhere);
        Files.createSymbolicLink(inbox.resolve("file.csv"), elsewhere.resolve("thu.csv"));

        CommandRun run = ingest("--sender", "A", "--lang", "en");

        assertThat(run.code()).isEqualTo(ExitCode.NOTHING_USABLE);
        assertThat(run.err())
                .contains("folder: Expecting a regular file but was a symbolic link")
                .contains("file.csv: Expecting a regular file but was a symbolic link");
    }

    @Test
    void aWithdrawnFileIsListedWithItsReasonAndComesBackOnlyWhenRestored() throws IOException {
        Path file = Files.writeString(folder.resolve("thu.csv"), HEADER + REVENUE);
        ingest("--form", "tidy", "--sender", "A", file.toString());
        String id = ingest("--list", "--format", "csv")
                .out()
                .lines()
                .toList()
                .get(1)
                .split(",", -1)[0];

        CommandRun withdrawn = ingest("--withdraw", id, "--reason", "nhầm năm", "--lang", "en");
        CommandRun listed = ingest("--list", "--format", "csv", "--lang", "en");
        CommandRun again = ingest("--form", "tidy", "--sender", "A", "--lang", "en", file.toString());
        CommandRun restored = ingest("--restore", id, "--lang", "en");
        CommandRun withoutReason = ingest("--withdraw", id, "--lang", "en");

        assertThat(withdrawn.code()).as(withdrawn.err()).isEqualTo(ExitCode.OK);
        assertThat(withdrawn.out()).contains("Withdrew " + id + ": nhầm năm");
        assertThat(listed.out()).contains(id, "withdrawn, kept", "nhầm năm");
        assertThat(again.out()).contains("was withdrawn and is not used: nhầm năm");
        assertThat(restored.out()).isEqualTo("The next nightly run uses " + id + " again.\n");
        assertThat(ingest("--list", "--format", "csv", "--lang", "en").out()).contains(",used,1,0,");
        assertThat(withoutReason.code()).isEqualTo(ExitCode.USAGE);
        assertThat(withoutReason.err()).contains("Expecting --withdraw ID and --reason TEXT together");
    }

    @Test
    void aFileWithMoreSourcesThanCanBeComparedIsRefusedBeforeItIsRegistered() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i <= 2000; i++) {
            rows.append(REVENUE.strip()).append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("nguon.csv"), rows);

        CommandRun run = ingest("--form", "tidy", "--sender", "A", "--lang", "en", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Expecting at most 2000 different sources but was 2001");
        assertThat(ingest("--list", "--format", "csv").out().lines()).hasSize(1);
    }

    @Test
    void aRefusedFileEndsWith20AndABadRowWith10AndAWrongNameWith30() throws IOException {
        Path noTable = Files.writeString(folder.resolve("khac.csv"), "a,b\n1,2\n");
        Path badRow = Files.writeString(
                folder.resolve("sai.csv"),
                HEADER + REVENUE + REVENUE.replace("2900", "2.900.5").replace("05", "04"));

        CommandRun refused = ingest("--form", "tidy", "--sender", "A", noTable.toString());
        CommandRun partly = ingest("--form", "tidy", "--sender", "A", "--lang", "en", badRow.toString());
        CommandRun missing = ingest(
                "--form", "tidy", "--sender", "A", folder.resolve("khong.csv").toString());
        CommandRun unknown = ingest("--form", "tiddy", "--sender", "A", badRow.toString());
        CommandRun noSender = ingest("--form", "tidy", badRow.toString());

        assertThat(refused.code()).isEqualTo(ExitCode.NOTHING_USABLE);
        assertThat(refused.err()).contains("Tệp bị từ chối", "khac.csv");
        assertThat(partly.code()).as(partly.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(partly.err()).contains("sai.csv, line 3", "2.900.5");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("khong.csv");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("không có biểu 'tiddy'");
        assertThat(noSender.err()).contains("--sender");
    }

    @Test
    void whatIsReadButShouldBeLookedAtIsTold() throws IOException {
        Form form = FormCatalogue.read(datasets, Codelists.read(datasets))
                .form("HG-STC")
                .orElseThrow();
        TestWorkbook workbook = TestWorkbook.of(form, "Tháng 06/2025")
                .text("B11", "Thu XNK")
                .number("D9", "700")
                .number("E9", "4100")
                .number("D10", "600")
                .number("E10", "3600.5")
                .number("D11", "60")
                .number("E11", "450")
                .number("D12", "800")
                .number("E12", "4700");
        Path file = Files.write(folder.resolve("HG-STC_2025-06.xlsx"), workbook.bytes());

        CommandRun run = ingest("--form", "HG-STC", "--published", "2025-07-03", file.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err())
                .isEqualTo("  nên xem lại: HG-STC_2025-06.xlsx: Số liệu!B11: tên dòng 'Thu XNK' khác biểu mẫu 'Thu từ"
                        + " hoạt động xuất nhập khẩu'; dòng được đọc theo mã số 03.\n");
    }

    /** Of 7,520 in 2024 a twelfth is 627, and √10 times that 1,982: June is 5,000. */
    @Test
    void anUnusualFigureIsHeldBackUntilItIsConfirmedWithAReason() throws IOException {
        Form form = FormCatalogue.read(datasets, Codelists.read(datasets))
                .form("HG-STC")
                .orElseThrow();
        TestWorkbook workbook = TestWorkbook.of(form, "Tháng 06/2025")
                .number("D9", "5000")
                .number("E9", "4100")
                .number("D10", "600")
                .number("E10", "3600.5")
                .number("D12", "800")
                .number("E12", "4700");
        String file = Files.write(folder.resolve("HG-STC_2025-06.xlsx"), workbook.bytes())
                .toString();
        String[] delivered = {"--form", "HG-STC", "--lang", "en", file};

        CommandRun first = ingest("--form", "HG-STC", "--published", "2025-07-03", "--lang", "en", file);
        CommandRun noReason = ingest("--form", "HG-STC", "--lang", "en", "--confirm", "D9", file);
        CommandRun otherCell =
                ingest("--form", "HG-STC", "--lang", "en", "--confirm", "E10", "--reason", "a refund", file);
        CommandRun confirmed =
                ingest("--form", "HG-STC", "--lang", "en", "--confirm", "d9", "--reason", "a refund", file);
        CommandRun again = ingest(delivered);
        CommandRun list = ingest("--list", "--format", "csv", "--lang", "en");

        assertThat(first.code()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(first.out()).contains("6 rows = 5 accepted + 1 quarantined");
        assertThat(first.err())
                .contains("Expecting a figure from 198 to 1,980 beside 7,520 in 2024", "--confirm D9 --reason");
        assertThat(noReason.code()).isEqualTo(ExitCode.USAGE);
        assertThat(noReason.err()).contains("Expecting --confirm CELL and --reason TEXT together");
        assertThat(otherCell.code()).isEqualTo(ExitCode.USAGE);
        assertThat(otherCell.err())
                .contains(
                        "Expecting cells or lines of HG-STC_2025-06.xlsx that are held back as unusual, D9, but was E10");
        assertThat(confirmed.code()).as(confirmed.err()).isEqualTo(ExitCode.OK);
        assertThat(confirmed.out())
                .contains("Confirmed D9 of HG-STC_2025-06.xlsx: a refund", "6 rows = 6 accepted + 0 quarantined");
        assertThat(confirmed.err())
                .contains(
                        "Số liệu!D9: held back at first (Looks ten times too large, as if a digit were too many or the"
                                + " comma one place off: 5,000 against 7,520 in 2024.) and then confirmed: a refund");
        assertThat(again.out()).contains("was received before");
        assertThat(list.out()).contains(",2025-07-03,used,6,0,D9: a refund,");
    }

    /** The form of June is due on 5 July; the programme closed on 30 June. */
    @Test
    void whatBecomesOfAFormAfterTheClosingIsTold() throws IOException {
        Form form = FormCatalogue.read(datasets, Codelists.read(datasets))
                .form("HG-STC")
                .orElseThrow();
        TestWorkbook workbook = TestWorkbook.of(form, "Tháng 06/2025").text("B1", "Ngày báo cáo");
        workbook.number("E9", "4400").number("E10", "4000").number("E11", "400");
        Path punctual = Files.write(
                folder.resolve("HG-STC_2025-06.xlsx"),
                workbook.text("C1", "05/07/2025").bytes());
        Path before = Files.write(
                folder.resolve("HG-STC_2025-06_2.xlsx"),
                workbook.text("C1", "30/06/2025").bytes());

        CommandRun late = ingest("--form", "HG-STC", "--lang", "en", punctual.toString());
        CommandRun inTime = ingest("--form", "HG-STC", "--lang", "en", before.toString());

        assertThat(late.code()).as(late.err()).isEqualTo(ExitCode.OK);
        assertThat(late.out())
                .contains("Programme hau-giang-2025 closed on 30 June 2025", "count as known from 5 July 2025")
                .doesNotContain("The next nightly run uses these figures");
        assertThat(inTime.out())
                .contains("The next nightly run uses these figures")
                .doesNotContain("closed on");
    }

    /** Month and year to date in each other's place, and nothing else told. */
    @Test
    void aFormOfWhichEverythingIsHeldBackPromisesNothingOfTheNextNight() throws IOException {
        Form form = FormCatalogue.read(datasets, Codelists.read(datasets))
                .form("HG-STC")
                .orElseThrow();
        TestWorkbook swapped =
                TestWorkbook.of(form, "Tháng 06/2025").number("D9", "4385.2").number("E9", "720.5");
        Path file = Files.write(folder.resolve("HG-STC_2025-06_3.xlsx"), swapped.bytes());

        CommandRun run = ingest("--form", "HG-STC", "--published", "2025-06-30", "--lang", "en", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(run.err()).contains("The two columns look swapped: 4,385.2 in D9, 720.5 in E9");
        assertThat(run.out())
                .contains("2 rows = 0 accepted + 2 quarantined", "Every figure of HG-STC_2025-06_3.xlsx is held back")
                .doesNotContain("The next nightly run uses these figures");
    }

    /** A preliminary 2,900 is firmer than the estimate of 2,950 that comes after it on the same day. */
    @Test
    void aCorrectionThatDoesNotComeIntoUseNamesTheFigureThatStands() throws IOException {
        Path firm = Files.writeString(folder.resolve("so-bo.csv"), HEADER + REVENUE.replace("estimate", "preliminary"));
        Path estimate = Files.writeString(folder.resolve("uoc.csv"), HEADER + REVENUE.replace("2900", "2950"));
        Path next = Files.writeString(folder.resolve("sau.csv"), HEADER + REVENUE.replace("2900", "2960"));

        ingest("--form", "tidy", "--sender", "A", "--published", "2025-06-05", firm.toString());
        CommandRun run = ingest(
                "--form", "tidy", "--sender", "A", "--published", "2025-06-05", "--lang", "en", estimate.toString());
        CommandRun later =
                ingest("--form", "tidy", "--sender", "A", "--published", "2025-06-06", "--lang", "en", next.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("Of uoc.csv the next nightly run does not use 1 of 1 figures, because another figure of the"
                        + " same day, 5 June 2025, stands: for example Domestic revenue"
                        + " (VN-HG.budget_revenue_domestic._T.2025-05.C.current) stays 2,900 (")
                .contains(") and does not become 2,950 (")
                .doesNotContain("The next nightly run uses these figures");
        assertThat(later.out())
                .contains("The next nightly run uses these figures")
                .doesNotContain("stands");
    }

    /** One row wrong and one without a figure; and one row that only says so. */
    @Test
    void ofAFileOfWhichNothingIsAcceptedNothingIsPromisedAndEveryRowIsCounted() throws IOException {
        String header = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,ACTIVITY,PRICE_BASIS,ACCUMULATION,"
                + "TIME_PERIOD,OBS_STATUS,PUBLISHED,SOURCE_URL,UNIT_MEASURE,OBS_VALUE\n";
        String row = "datastructure,CHITIEU:OBSERVATION(1.0),I,M,VN,exports,_T,current,P,2025-05,E,2025-06-06,u,"
                + "million_usd,";
        Path wrong = Files.writeString(
                folder.resolve("sai2.csv"), header + row + "2.900.5\n" + row.replace("-05,E", "-04,E") + "NaN\n");
        Path empty = Files.writeString(folder.resolve("trong.csv"), header + row + "NaN\n");

        CommandRun run = ingest("--form", "sdmx-csv", "--sender", "A", "--lang", "en", wrong.toString());
        CommandRun nothing = ingest("--form", "sdmx-csv", "--sender", "A", "--lang", "en", empty.toString());

        assertThat(run.out())
                .contains("2 rows = 0 accepted + 1 quarantined + 0 plan rows + 1 without figure + 0 deletions")
                .contains("Every row of sai2.csv is held back", "until they are corrected and delivered as a new file")
                .doesNotContain("The next nightly run uses these figures", "confirmed");
        assertThat(nothing.out())
                .contains("1 rows = 0 accepted + 0 quarantined + 0 plan rows + 1 without figure + 0 deletions")
                .contains("trong.csv tells no figure")
                .doesNotContain("The next nightly run uses these figures");
    }

    /** Of 39,600 million USD in May 2025 ten times as many are told: line 2 waits until a person says why. */
    @Test
    void aFigureOfATableThatAFormWouldBeHeldBackForIsHeldBackUntilItIsConfirmed() throws IOException {
        String row = "vietnam,exports,total,M,2025-05,period,current,39600,million_usd,estimate,2025-06-06,u\n";
        Path right = Files.writeString(folder.resolve("dung.csv"), HEADER + row);
        Path wrong = Files.writeString(folder.resolve("lech.csv"), HEADER + row.replace("39600", "396000"));

        CommandRun first = ingest("--form", "tidy", "--sender", "A", "--lang", "en", right.toString());
        CommandRun second = ingest("--form", "tidy", "--sender", "A", "--lang", "en", wrong.toString());
        CommandRun otherLine = ingest(
                "--form", "tidy", "--sender", "A", "--lang", "en", "--confirm", "3", "--reason", "x", wrong.toString());
        CommandRun confirmed = ingest(
                "--form", "tidy", "--sender", "A", "--lang", "en", "--confirm", "2", "--reason", "a ship", "" + wrong);

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.err()).doesNotContain("quarantined:");
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(second.out())
                .contains("1 rows = 0 accepted + 1 quarantined", "until they are corrected or confirmed")
                .doesNotContain("The next nightly run uses these figures");
        assertThat(second.err())
                .contains("quarantined: source/tidy-", "lech.csv, line 2: Expecting a figure from")
                .contains("but was 396000. Looks ten times too large")
                .contains("deliver the same file again with --confirm 2 --reason \"why\"");
        assertThat(otherLine.code()).isEqualTo(ExitCode.USAGE);
        assertThat(otherLine.err())
                .contains("Expecting cells or lines of lech.csv that are held back as unusual, 2, but was 3");
        assertThat(confirmed.code()).as(confirmed.err()).isEqualTo(ExitCode.OK);
        assertThat(confirmed.out()).contains("Confirmed 2 of lech.csv: a ship", "1 rows = 1 accepted + 0 quarantined");
        assertThat(confirmed.err()).contains("lech.csv, line 2: held back at first", "and then confirmed: a ship");
    }

    /** Exports of May 2023 told ten times too large beside those of May 2025: two years before the table ends. */
    @Test
    void ofATableTheLastTwelveMonthsAreJudgedAndTheRestIsHistory() throws IOException {
        String row = "vietnam,exports,total,M,2025-05,period,current,39600,million_usd,estimate,2025-06-06,u\n";
        String old = row.replace("2025", "2023").replace("39600", "280000");
        Path both = Files.writeString(folder.resolve("haithang.csv"), HEADER + row + old);
        Path alone = Files.writeString(folder.resolve("motthang.csv"), HEADER + old);

        CommandRun news = ingest("--form", "tidy", "--sender", "B", "--lang", "en", alone.toString());
        CommandRun history = ingest("--form", "tidy", "--sender", "A", "--lang", "en", both.toString());

        assertThat(news.err()).contains("motthang.csv, line 2: Expecting a figure from", "but was 280000");
        assertThat(history.code()).as(history.err()).isEqualTo(ExitCode.OK);
        assertThat(history.out()).contains("2 rows = 2 accepted + 0 quarantined");
    }

    /** 396,000 is held back; 39,700 for the same month is judged as if it had never come, and June's 40,000 too. */
    @Test
    void whatIsHeldBackOfATableIsNoMeasureForTheNext() throws IOException {
        String row = "vietnam,exports,total,M,2025-05,period,current,396000,million_usd,estimate,2025-06-06,u\n";
        Path wrong = Files.writeString(folder.resolve("lech.csv"), HEADER + row);
        Path right = Files.writeString(
                folder.resolve("dung.csv"),
                HEADER
                        + row.replace("396000", "39700")
                        + row.replace("2025-05", "2025-06").replace("396000", "40000"));

        CommandRun first = ingest("--form", "tidy", "--sender", "A", "--lang", "en", wrong.toString());
        CommandRun second = ingest("--form", "tidy", "--sender", "A", "--lang", "en", right.toString());

        assertThat(first.out()).contains("1 rows = 0 accepted + 1 quarantined");
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(second.out()).contains("2 rows = 2 accepted + 0 quarantined");
        assertThat(second.err()).doesNotContain("quarantined:");
    }

    /** What is proposed to be typed next is about the same file and folders. */
    @Test
    void theNextStepNamesTheFoldersOfThisOne() throws IOException {
        Path out = folder.resolve("bieu mau/HG-STC.xlsx");
        Files.createDirectories(folder.resolve("bieu mau"));
        CommandRun form = CommandRun.of(
                "form",
                "--department",
                "HG-STC",
                "--period",
                "2025-06",
                "--out",
                out.toString(),
                "--datasets",
                datasets.toString(),
                "--lang",
                "en");
        Path file = Files.writeString(folder.resolve("thu.csv"), HEADER + REVENUE);
        CommandRun run = ingest("--form", "tidy", "--sender", "A", "--lang", "en", file.toString());

        assertThat(form.out()).contains("bin/chitieu ingest '" + out + "' --form HG-STC --datasets " + datasets + "\n");
        assertThat(run.out())
                .endsWith("bin/chitieu nightly --datasets " + datasets + " --warehouse " + folder.resolve("warehouse")
                        + "\n");
    }

    /** 600 rows of one figure and different values: all contradict one another, 500 are printed. */
    @Test
    void ofManyRowsHeldBackSomeArePrintedAndTheWayOutIsNamed() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 600; i++) {
            rows.append("viet_nam,exports,total,M,2025-05,period,current,")
                    .append(i + 1)
                    .append(",million_usd,estimate,2025-06-06,https://example.org\n");
        }
        Path file = Files.writeString(folder.resolve("nhieu.csv"), rows);

        CommandRun run = ingest("--form", "tidy", "--sender", "A", "--lang", "en", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(run.err().lines().filter(line -> line.startsWith("  quarantined:")))
                .hasSize(500);
        assertThat(run.err()).contains("… and 100 more; the next night has all in the table quarantine");
        assertThat(run.out()).contains("To take it out: chitieu ingest --withdraw tidy-");
    }

    @Test
    void aRefusedFileIsNotCalledRegistered() throws IOException {
        Path file = Files.writeString(folder.resolve("khac2.csv"), "a,b\n1,2\n");

        CommandRun run = ingest("--form", "tidy", "--sender", "A", "--lang", "en", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.NOTHING_USABLE);
        assertThat(run.out()).doesNotContain("Registered");
        assertThat(run.err()).contains("The file was refused");
    }

    private CommandRun ingest(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "ingest";
        all[1] = "--datasets";
        all[2] = datasets.toString();
        all[3] = "--warehouse";
        all[4] = folder.resolve("warehouse").toString();
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return CommandRun.of(all);
    }
}
