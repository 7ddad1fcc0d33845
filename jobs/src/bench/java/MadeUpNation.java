import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes data sets with more areas than there are, always the same ones: provinces, each with the figures of Hậu Giang
 * in other amounts, six monthly series of fifteen years and its own programme, and communes with the monthly series
 * alone, which are one bulk delivery.
 */
public final class MadeUpNation {

    private static final String PROVINCE = "hau_giang";
    private static final Path FIGURES = Path.of("source", "published-hau-giang", "2025-07-15");
    private static final String HEADER =
            "area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,published,source_url\n";
    private static final List<String> AMOUNTS =
            List.of("billion_vnd", "million_usd", "thousand_persons", "persons", "enterprises", "tonnes", "visits");

    /** Indicator, breakdown, price basis, unit and level of a month in a province. */
    private static final List<String> MONTHLY = List.of(
            "retail_services,goods,current,billion_vnd,2500",
            "iip_index_2015,total,na,index_2015_100,140",
            "iip_index_2015,manufacturing,na,index_2015_100,150",
            "iip_index_2015,electricity,na,index_2015_100,130",
            "exports,foreign_invested_sector,current,million_usd,60",
            "imports,total,current,million_usd,40");

    private static final int MONTHS = 186;
    private static final int LAST_MONTH = 2025 * 12 + 5;

    private final Path datasets;
    private final Path made;

    private MadeUpNation(Path datasets, Path made) {
        this.datasets = datasets;
        this.made = made;
    }

    /** Takes the data sets to begin with, the folder to write, the number of provinces and, if any, of communes. */
    public static void main(String[] args) throws IOException {
        MadeUpNation nation = new MadeUpNation(Path.of(args[0]), Path.of(args[1]));
        nation.copy();
        for (int i = 1; i <= Integer.parseInt(args[2]); i++) {
            nation.addProvince(i);
        }
        if (args.length > 3) {
            nation.addCommunes(Integer.parseInt(args[3]));
        }
    }

    private void copy() throws IOException {
        Files.walkFileTree(datasets, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = folder.getFileName().toString();
                if (name.equals("warehouse") || name.equals("inbox")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(made.resolve(datasets.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, made.resolve(datasets.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void addProvince(int number) throws IOException {
        Random random = new Random(20250715L * 1000 + number);
        double size = Math.exp(0.6 * random.nextGaussian());
        String code = String.format(Locale.ROOT, "VN-M%02d", number);
        String source = String.format(Locale.ROOT, "made_up_%02d", number);
        append("CL_AREA.csv", area(code, source, "province", number));
        String programme = "made-" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "-2025";
        String text = Files.readString(datasets.resolve("programme/hau-giang-2025.yaml"))
                .replaceAll("(?m)^closed_on: .*\n", "")
                .replaceAll("(?m)^closing_reason:\n(  .*\n)+", "")
                .replace("programme_id: hau-giang-2025", "programme_id: " + programme)
                .replace("area_code: VN-HG", "area_code: " + code);
        Files.writeString(made.resolve("programme/" + programme + ".yaml"), text);
        repeat("declared_gap.csv", "hau-giang-2025,", programme + ",");
        repeat("history_break.csv", ",VN-HG,", "," + code + ",");

        StringBuilder rows = new StringBuilder(HEADER);
        for (String line : Files.readAllLines(datasets.resolve(FIGURES).resolve("hau_giang_observations.csv"))) {
            if (line.startsWith(PROVINCE + ",")) {
                rows.append(ofProvince(line, source, size));
            }
        }
        addMonths(rows, source, 1, "", random);
        deliver(source, rows.toString());
    }

    private static String area(String code, String source, String level, int number) {
        String name = "Made-up " + level + " " + number;
        return code + "," + name + "," + name + "," + level + ",VN,2004-01-01,," + source + ",,,vi,,\n";
    }

    private static String ofProvince(String line, String source, double size) {
        String[] cells = line.split(",", -1);
        cells[0] = source;
        if (AMOUNTS.contains(cells[8])) {
            int point = cells[7].indexOf('.');
            int decimals = point < 0 ? 0 : cells[7].length() - point - 1;
            cells[7] = String.format(Locale.ROOT, "%." + decimals + "f", Double.parseDouble(cells[7]) * size);
        }
        return String.join(",", cells) + "\n";
    }

    /** @param published the day in the month after each month; empty for none */
    private static void addMonths(Appendable rows, String source, double size, String published, Random random)
            throws IOException {
        for (String series : MONTHLY) {
            String[] of = series.split(",");
            double level = Double.parseDouble(of[4]) * size * Math.exp(0.5 * random.nextGaussian());
            double growth = 0.002 + 0.01 * random.nextDouble();
            double[] season = random.doubles(12, -0.1, 0.1).toArray();
            for (int m = 0; m < MONTHS; m++) {
                int month = LAST_MONTH - MONTHS + 1 + m;
                double value = level * Math.exp(growth * (m - MONTHS) + season[month % 12] + 0.03 * random.nextGaussian());
                rows.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,M,%s,period,%s,%.2f,%s,estimate,%s,https://example.org/made-up%n",
                        source,
                        of[0],
                        of[1],
                        month(month),
                        of[2],
                        value,
                        of[3],
                        published.isEmpty() ? "" : month(month + 1) + "-" + published));
            }
        }
    }

    private static String month(int month) {
        return String.format(Locale.ROOT, "%d-%02d", month / 12, month % 12 + 1);
    }

    private void deliver(String source, String rows) throws IOException {
        Path folder = made.resolve("source").resolve(source.replace('_', '-')).resolve("2025-07-15");
        Files.createDirectories(folder);
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("hau_giang_observations.csv"), bytes);
        Files.copy(datasets.resolve(FIGURES).resolve("sources.csv"), folder.resolve("sources.csv"));
        String description = Files.readString(datasets.resolve(FIGURES).resolve("datapackage.json"))
                .replaceFirst("published-hau-giang", source.replace('_', '-'))
                .replaceFirst(
                        "\"bytes\": \\d+,(\\s+)\"hash\": \"sha256:[0-9a-f]+\",(\\s+)\"rows\": \\d+",
                        "\"bytes\": " + bytes.length + ",$1\"hash\": \"sha256:" + sha256(bytes) + "\",$2\"rows\": "
                                + (rows.lines().count() - 1));
        Files.writeString(folder.resolve("datapackage.json"), description);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes {@code communes.csv} beside the data sets, to be received by {@code ingest --bulk}. */
    private void addCommunes(int count) throws IOException {
        List<String> calendar = new ArrayList<>();
        for (String line : Files.readAllLines(datasets.resolve("codelist/release_calendar.csv"))) {
            if (line.startsWith("province,")) {
                calendar.add(line.replaceFirst("province", "commune") + "\n");
            }
        }
        append("release_calendar.csv", String.join("", calendar));
        StringBuilder areas = new StringBuilder();
        try (Writer rows = Files.newBufferedWriter(made.resolveSibling(made.getFileName() + "-communes.csv"))) {
            rows.write(HEADER);
            for (int i = 1; i <= count; i++) {
                Random random = new Random(20250715L * 100_000 + i);
                String source = String.format(Locale.ROOT, "commune_%05d", i);
                areas.append(area(String.format(Locale.ROOT, "VN-X%05d", i), source, "commune", i));
                addMonths(rows, source, 0.01, "06", random);
            }
        }
        append("CL_AREA.csv", areas.toString());
    }

    private void repeat(String list, String key, String replacement) throws IOException {
        StringBuilder more = new StringBuilder();
        for (String line : Files.readAllLines(datasets.resolve("codelist").resolve(list))) {
            if (line.contains(key)) {
                more.append(line.replace(key, replacement)).append('\n');
            }
        }
        append(list, more.toString());
    }

    private void append(String list, String lines) throws IOException {
        Files.writeString(made.resolve("codelist").resolve(list), lines, StandardOpenOption.APPEND);
    }
}
