package vn.chitieu.observation.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.ingest.BulkFigures;
import vn.chitieu.observation.ingest.FuzzTargets;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryReceipt;
import vn.chitieu.source.delivery.DeliveryTerms;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.source.delivery.TestDelivery;

/**
 * A filled form. What begins with {@code PK} is the archive itself; anything else is its parts, which are packed first
 * so that a fuzzer changes their text: each a name, a line break and the content, ended by U+001E.
 */
public final class WorkbookFuzzTarget {

    static final char PART_END = '\u001E';
    private static final String FILE = "HG-STC_2025-06.xlsx";
    private static final Form FORM = ReceivedForm.CATALOGUE.form("HG-STC").orElseThrow();
    private static final Path COPY = copy();

    private WorkbookFuzzTarget() {}

    /** Reads a workbook as a form of the catalogue. */
    public static void read(byte[] data) throws IOException {
        byte[] archive = data.length > 1 && data[0] == 'P' && data[1] == 'K' ? data : packed(data);
        Files.write(COPY, archive);
        RegisteredDelivery delivery = new RegisteredDelivery(
                "HG-STC-3f2a91c0/2025-07-03",
                new DeliveryReceipt(
                        new DeliveryTerms(FORM.code(), FORM.department().vi(), Optional.of(LocalDate.of(2025, 7, 3))),
                        Instant.EPOCH,
                        TestDelivery.sha256(archive),
                        archive.length,
                        FILE),
                COPY);
        try {
            FormReader.read(FORM, ReceivedForm.CODELISTS, delivery);
        } catch (DataException e) {
            FuzzTargets.requireSaid(e);
            return;
        }
        IngestResult result = Ingest.read(
                new Deliveries(List.of(), List.of(delivery), Map.of()),
                ReceivedForm.CODELISTS,
                ReceivedForm.CATALOGUE,
                BulkFigures.NONE);
        if (result.refused().size() + result.files().size() != 1) {
            throw new IllegalStateException("Expecting the form to be read or refused");
        }
    }

    /**
     * Returns a filled form as parts and as an archive, one with every kind of cell, and one as the program writes it.
     */
    public static List<byte[]> seeds() throws IOException {
        byte[] filled = TestWorkbook.of(FORM, "Tháng 06/2025")
                .number("D9", "700")
                .number("E9", "4100")
                .number("D10", "600")
                .number("E10", "3600.5")
                .text("H10", "Thu tiền sử dụng đất chậm")
                .text("E11", "450,5")
                .number("E12", "4700")
                .text("G24", "Đạt")
                .bytes();
        byte[] odd = TestWorkbook.of(FORM, "Tháng 06/2025")
                .raw("D9", "<c r=\"D9\" s=\"1\"><v>45000</v></c>")
                .raw("E9", "<c r=\"E9\"><f>SUM(E10:E11)</f><v>1.5E-9</v></c>")
                .raw("D10", "<c r=\"D10\" s=\"2\"><v>0.125</v></c>")
                .raw("E10", "<c r=\"E10\" t=\"s\"><v>0</v></c>")
                .raw("D11", "<c r=\"D11\" t=\"e\"><v>#DIV/0!</v></c>")
                .raw("E11", "<c r=\"E11\" t=\"b\"><v>1</v></c>")
                .raw("D12", "<c r=\"D12\" s=\"3\" t=\"str\"><f>[1]A!B2</f><v>7</v></c>")
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><r><rPr><strike/></rPr><t>1</t></r><rPh><t>2</t></rPh></si></sst>")
                .merge("D12:E12")
                .hideRows()
                .bytes();
        byte[] empty = FormWorkbook.bytes(
                FORM, ReportingYear.CALENDAR, Optional.of(FORM.periods(2025).get(5)), 2025);
        return List.of(unpacked(filled), unpacked(odd), filled, odd, empty);
    }

    private static byte[] unpacked(byte[] archive) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), ISO_8859_1))
                        .append(PART_END);
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    /** Returns an archive of the parts that a text names. */
    private static byte[] packed(byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            String text = new String(data, ISO_8859_1);
            for (int start = 0, end; start < text.length(); start = end + 1) {
                end = text.indexOf(PART_END, start) < 0 ? text.length() : text.indexOf(PART_END, start);
                int name = text.indexOf('\n', start);
                if (name > start && name < end) {
                    put(zip, text.substring(start, name), text.substring(name + 1, end));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        try {
            zip.putNextEntry(new ZipEntry(new String(name.getBytes(ISO_8859_1), UTF_8)));
        } catch (ZipException | IllegalArgumentException e) {
            return; // a name that an archive cannot have, or not twice
        }
        zip.write(content.getBytes(ISO_8859_1));
        zip.closeEntry();
    }

    private static Path copy() {
        try {
            return Files.createTempDirectory("fuzz").resolve(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
