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
import java.util.stream.Stream;

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

    /** What a commune can have besides: parts without their whole, or a whole alone, so that no sum has to hold. */
    private static final List<String> MORE_MONTHLY = List.of(
            "retail_services,accommodation_food_travel,current,billion_vnd,400",
            "retail_services,other_services,current,billion_vnd,300",
            "budget_revenue_domestic,total,current,billion_vnd,700",
            "budget_revenue_trade_taxes,total,current,billion_vnd,90",
            "budget_revenue_crude_oil,total,current,billion_vnd,20",
            "budget_revenue_grants,total,current,billion_vnd,10",
            "budget_revenue_central_transfers,total,current,billion_vnd,300",
            "budget_expenditure_local,capital_construction,current,billion_vnd,350",
            "budget_expenditure_local,recurrent,current,billion_vnd,500",
            "bank_credit,total,current,billion_vnd,30000",
            "bank_deposits,total,current,billion_vnd,25000",
            "enterprises_new,total,na,enterprises,9000",
            "enterprises_new_capital,total,current,billion_vnd,600",
            "enterprises_dissolved,total,na,enterprises,4000",
            "enterprises_operating,total,na,enterprises,90000",
            "enterprises_operating_capital,total,current,billion_vnd,40000",
            "enterprises_operating_tax_declared,total,na,enterprises,80000",
            "fdi_projects_new,total,na,projects,500",
            "fdi_registered_new,total,current,million_usd,50",
            "fdi_registered_adjusted,total,current,million_usd,20",
            "fdi_realised,total,current,million_usd,40",
            "fishery_output,total,na,tonnes,6000",
            "industrial_output,total,current,billion_vnd,3000",
            "investment_total_social,state_sector,current,billion_vnd,300",
            "investment_state_budget,total,current,billion_vnd,250",
            "public_investment_disbursed,total,current,billion_vnd,200",
            "jobs_created,total,na,persons,150000",
            "tourist_arrivals,total,na,visits,4000000",
            "tourist_arrivals_international,total,na,arrivals,900000",
            "party_members_admitted,total,na,persons,20000",
            "hospital_beds,total,na,beds,200000",
            "health_insurance_participants,total,na,thousand_persons,700",
            "doctors,provincial_health_dept,na,persons,70000",
            "students_higher_education,total,na,persons,900000",
            "employed_persons,agriculture_forestry_fishery,na,thousand_persons,300",
            "employed_persons,industry_construction,na,thousand_persons,200",
            "employed_persons,services,na,thousand_persons,250",
            "poor_households,total,na,households,900000",
            "near_poor_households,total,na,households,700000",
            "population,urban,na,thousand_persons,500",
            "exports_customs,total,current,million_usd,80",
            "exports_and_fx_services,fx_agency_services,current,million_usd,10",
            "cpi_index,total,na,index_2019_100,11000",
            "new_rural_communes,total,na,communes,4000");

    private static final String PROGRAMME = """
            programme_id: %s
            name: {vi: Chương trình của xã %2$d, en: Programme of commune %2$d}
            area_code: %3$s
            year: 2025
            adopted_on: '2024-12-31'
            adopted_on_basis: derived
            source: made up
            groups:
              - group_no: 1
                name: {vi: Ngân sách và thương mại, en: Budget and trade}
            targets:
            """;

    private static final String TARGET = """
              - id: '1%s'
                group: 1
                name: {vi: Chỉ tiêu 1%1$s, en: Target 1%1$s}
                measure: flow_year
                indicator_code: %2$s
                activity_code: _T
                unit_code: %3$s
                comparator: at_least
                comparator_basis: assumed
                lead_unit: {vi: Sở Tài chính, en: Department of Finance, source: assumed}
                versions:
                  - issuer: {vi: Hội đồng nhân dân xã, en: Commune People's Council}
                    document: made up
                    issued_on: '2024-12-31'
                    issued_on_basis: derived
                    value: %4$d
                    relation: adopted
            """;

    private static final int MONTHS = 186;
    private static final int LAST_MONTH = 2025 * 12 + 5;

    private final Path datasets;
    private final Path made;

    private MadeUpNation(Path datasets, Path made) {
        this.datasets = datasets;
        this.made = made;
    }

    /**
     * Takes the data sets to begin with, the folder to write, the number of provinces and, if any, of communes, of the
     * monthly series of each (6, at most 50), and of the communes that have a programme of two targets (0).
     */
    public static void main(String[] args) throws IOException {
        MadeUpNation nation = new MadeUpNation(Path.of(args[0]), Path.of(args[1]));
        nation.copy();
        for (int i = 1; i <= Integer.parseInt(args[2]); i++) {
            nation.addProvince(i);
        }
        if (args.length > 3) {
            nation.addCommunes(Integer.parseInt(args[3]), args.length > 4 ? Integer.parseInt(args[4]) : MONTHLY.size());
        }
        for (int i = 1; args.length > 5 && i <= Integer.parseInt(args[5]); i++) {
            nation.addProgramme(i);
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
        addMonths(rows, MONTHLY, source, 1, "", random);
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
    private static void addMonths(
            Appendable rows, List<String> monthly, String source, double size, String published, Random random)
            throws IOException {
        for (String series : monthly) {
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
    private void addCommunes(int count, int series) throws IOException {
        List<String> monthly = Stream.concat(MONTHLY.stream(), MORE_MONTHLY.stream()).limit(series).toList();
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
                areas.append(area(commune(i), source, "commune", i));
                addMonths(rows, monthly, source, 0.01, "06", random);
            }
        }
        append("CL_AREA.csv", areas.toString());
    }

    private static String commune(int number) {
        return String.format(Locale.ROOT, "VN-X%05d", number);
    }

    private void addProgramme(int commune) throws IOException {
        StringBuilder letters = new StringBuilder();
        for (int rest = commune; letters.length() < 3; rest /= 26) {
            letters.insert(0, (char) ('a' + rest % 26));
        }
        String id = "made-commune-" + letters + "-2025";
        Files.writeString(
                made.resolve("programme/" + id + ".yaml"),
                String.format(Locale.ROOT, PROGRAMME, id, commune, commune(commune))
                        + String.format(Locale.ROOT, TARGET, "a", "budget_revenue_domestic", "billion_vnd", 250)
                        + String.format(Locale.ROOT, TARGET, "b", "imports", "million_usd", 15));
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
