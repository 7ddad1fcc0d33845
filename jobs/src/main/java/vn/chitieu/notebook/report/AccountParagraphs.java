package vn.chitieu.notebook.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.SectorAccounts;
import vn.chitieu.notebook.programme.SectorAccounts.Figure;
import vn.chitieu.notebook.programme.SectorAccounts.Sector;
import vn.chitieu.notebook.report.WordTemplate.Item;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.Frequency;

/** What the report says of the accounts of the year: gross product by sector, and foreign trade. */
final class AccountParagraphs {

    private static final int DECIMALS = 2;
    private static final int COVERAGE_LETTERS = 60;
    private static final String TOTAL = "_T";
    private static final String GOODS = "goods";

    private final ProgrammeView view;

    private AccountParagraphs(ProgrammeView view) {
        this.view = view;
    }

    /** Returns the paragraph on the sectors; nothing where no sector has a figure of the programme's year. */
    static Optional<Item> sectors(ProgrammeView view) {
        AccountParagraphs accounts = new AccountParagraphs(view);
        List<String> sentences = new ArrayList<>();
        for (SectorAccounts account : SectorAccounts.of(
                view.marts(), view.programme().areaCode(), view.programme().knownBy())) {
            if (account.period().period().year() == view.programme().year()) {
                sentences.addAll(accounts.sectors(account));
            }
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(TargetParagraph.paragraph(view.text("report.sectors", view.product()), sentences));
    }

    /**
     * Returns the chart of the contributions of the sectors to growth; empty where there are none of the year so far.
     */
    static BarChart contributions(ProgrammeView view) {
        AccountParagraphs accounts = new AccountParagraphs(view);
        List<Sector> sectors =
                SectorAccounts.of(
                                view.marts(),
                                view.programme().areaCode(),
                                view.programme().knownBy())
                        .stream()
                        .filter(account -> account.period().period().year()
                                == view.programme().year())
                        .flatMap(account -> account.sectors().stream())
                        .filter(sector -> !sector.activityCode().equals(TOTAL)
                                && !sector.growth().isProjected()
                                && sector.contribution().value().isPresent())
                        .toList();
        return new BarChart(
                view.text("report.chart.contributions", view.product()),
                sectors.stream()
                        .map(accounts::name)
                        .map(PeriodWords::upperFirst)
                        .toList(),
                sectors.stream()
                        .map(sector -> sector.contribution().value().orElseThrow())
                        .toList(),
                AnnexStyle.format(DECIMALS),
                OptionalDouble.empty());
    }

    private List<String> sectors(SectorAccounts account) {
        List<Sector> parts = account.sectors().stream()
                .filter(sector -> !sector.activityCode().equals(TOTAL))
                .toList();
        boolean isProjected = parts.stream().anyMatch(sector -> sector.growth().isProjected());
        String period = view.texts().throughPeriod(account.period().toString());
        List<String> sentences = new ArrayList<>();
        String growth = listed(parts, this::growth);
        if (!growth.isEmpty()) {
            sentences.add(view.text(
                    isProjected ? "report.sectors.projected" : "report.sectors.growth",
                    isProjected
                            ? period
                            : PeriodWords.first(view, account.period().toString(), period),
                    growth));
        }
        if (!isProjected) {
            largest(account, parts).ifPresent(sentences::add);
        }
        String shares = listed(parts, sector -> percent(sector, sector.share()));
        if (!shares.isEmpty() && !isProjected) {
            sentences.add(view.text("report.sectors.structure", view.product(), shares));
        }
        return sentences;
    }

    private Optional<String> growth(Sector sector) {
        OptionalDouble growth = sector.growth().value();
        if (growth.isEmpty()) {
            return Optional.empty();
        }
        double value = growth.getAsDouble();
        String grew = view.text(
                value < 0 ? "report.sector.down" : "report.sector.up",
                name(sector),
                view.percent(Math.abs(value), DECIMALS));
        return Optional.of(grew
                + sector.contribution().value().stream()
                        .mapToObj(points -> view.text("report.sector.contribution", view.number(points, DECIMALS)))
                        .findFirst()
                        .orElse(""));
    }

    private Optional<String> percent(Sector sector, Figure figure) {
        return figure.value().stream()
                .mapToObj(value -> view.text("report.sector.share", name(sector), view.percent(value, DECIMALS)))
                .findFirst();
    }

    private String name(Sector sector) {
        return view.text("sector.long." + sector.activityCode());
    }

    private static String listed(List<Sector> sectors, Function<Sector, Optional<String>> text) {
        return sectors.stream().flatMap(sector -> text.apply(sector).stream()).collect(Collectors.joining("; "));
    }

    /** Returns which sector contributed most, where the contributions of all and the growth of the total are known. */
    private Optional<String> largest(SectorAccounts account, List<Sector> parts) {
        Optional<Sector> total = account.sectors().stream()
                .filter(sector -> sector.activityCode().equals(TOTAL))
                .findFirst();
        boolean isWhole = parts.size() == SectorAccounts.ORDER.size() - 1
                && parts.stream()
                        .allMatch(sector -> sector.contribution().value().isPresent());
        if (!isWhole || total.isEmpty() || total.get().growth().value().isEmpty()) {
            return Optional.empty();
        }
        Sector largest = parts.stream()
                .max(Comparator.comparingDouble(
                        sector -> sector.contribution().value().orElseThrow()))
                .orElseThrow();
        double growth = total.get().growth().value().orElseThrow();
        return Optional.of(view.text(
                "report.sectors.largest",
                PeriodWords.upperFirst(name(largest)),
                view.number(largest.contribution().value(), DECIMALS),
                view.number(growth, DECIMALS),
                view.product()));
    }

    /** Returns the paragraph on foreign trade; nothing where none of the programme's year is known. */
    static Optional<Item> trade(ProgrammeView view) {
        return new AccountParagraphs(view).trade();
    }

    private Optional<Item> trade() {
        List<MartRow> known =
                MartRows.of(view.marts(), MartTables.TRADE_BALANCE)
                        .where("area_code", view.programme().areaCode())
                        .stream()
                        .filter(row -> row.date("vintage_date")
                                .map(day -> !day.isAfter(view.programme().knownBy()))
                                .orElse(true))
                        .filter(row -> Stream.of("exports", "imports", "turnover")
                                .anyMatch(flow -> row.number(flow).isPresent()))
                        .filter(PeriodWords::isSinceStart)
                        .toList();
        Optional<MartRow> latest = known.stream()
                .filter(row -> PeriodWords.place(row).year() == view.programme().year())
                .max(Comparator.comparingInt(
                                (MartRow row) -> PeriodWords.place(row).lastMonth())
                        .thenComparing(row -> row.text("coverage"), Comparator.reverseOrder()));
        return latest.map(row -> {
            Optional<MartRow> before = known.stream()
                    .filter(earlier -> earlier.text("coverage").equals(row.text("coverage"))
                            && PeriodWords.place(earlier).year()
                                    == PeriodWords.place(row).year() - 1
                            && PeriodWords.place(earlier).lastMonth()
                                    == PeriodWords.place(row).lastMonth())
                    .findFirst();
            List<String> sentences = new ArrayList<>(List.of(trade(row, before)));
            tradeOutlook(row).ifPresent(sentences::add);
            return TargetParagraph.paragraph(view.text("report.trade"), sentences);
        });
    }

    private String trade(MartRow row, Optional<MartRow> before) {
        boolean isYear = PeriodWords.place(row).frequency() == Frequency.A;
        String flows = Stream.of("exports", "imports", "turnover")
                .flatMap(flow -> flow(row, before, flow, isYear).stream())
                .limit(2)
                .collect(Collectors.joining("; "));
        StringBuilder sentence = new StringBuilder(view.text(
                "report.trade.flows",
                PeriodWords.first(view, row.text("period"), view.texts().throughPeriod(row.text("period"))),
                view.texts().word("coverage.", row.text("coverage"), COVERAGE_LETTERS),
                flows));
        row.number("balance")
                .ifPresent(balance -> sentence.append(view.text(
                        balance < 0 ? "report.trade.deficit" : "report.trade.surplus",
                        amount(Math.abs(balance), unit(row)))));
        return sentence.append('.').toString();
    }

    /** Returns where exports and imports of goods will end, where the projection knows just what the level says. */
    private Optional<String> tradeOutlook(MartRow row) {
        if (!row.text("coverage").equals(GOODS) || PeriodWords.isWhole(row)) {
            return Optional.empty();
        }
        String flows = Stream.of("exports", "imports")
                .flatMap(flow -> projected(flow, row).stream())
                .collect(Collectors.joining("; "));
        return flows.isEmpty() ? Optional.empty() : Optional.of(view.text("report.trade.outlook", flows));
    }

    private Optional<String> projected(String flow, MartRow row) {
        return MartRows.of(view.marts(), MartTables.PROJECTION)
                .where("area_code", view.programme().areaCode())
                .where("indicator_code", flow)
                .where("unit_code", unit(row))
                .stream()
                .filter(projection ->
                        projection.integer("year").orElse(0) == view.programme().year()
                                && PeriodWords.endsWith(projection.text("last_period"), row))
                .findFirst()
                .map(projection -> {
                    double point = projection.number("point").orElseThrow();
                    int decimals = NumberFormats.decimals(point, unit(row));
                    OptionalDouble low = projection.number("p10");
                    OptionalDouble high = projection.number("p90");
                    return view.text("report.trade." + flow, amount(point, unit(row)))
                            + (low.isPresent() && high.isPresent()
                                    ? view.text(
                                            "sentence.interval",
                                            view.number(low, decimals),
                                            view.number(high, decimals))
                                    : "");
                });
    }

    private Optional<String> flow(MartRow row, Optional<MartRow> before, String flow, boolean isYear) {
        OptionalDouble value = row.number(flow);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble earlier = before.map(b -> b.number(flow)).orElse(OptionalDouble.empty());
        String text = view.text("report.trade." + flow, amount(value.getAsDouble(), unit(row)));
        return Optional.of(
                earlier.isPresent() && earlier.getAsDouble() != 0
                        ? text
                                + PeriodWords.change(
                                        view, (value.getAsDouble() / earlier.getAsDouble() - 1) * 100, isYear)
                                + view.text("report.trade.before", amount(earlier.getAsDouble(), unit(row)))
                        : text);
    }

    private static String unit(MartRow row) {
        return row.text("unit_code");
    }

    private String amount(double value, String unitCode) {
        return view.texts().quantity(value, unitCode, NumberFormats.decimals(value, unitCode));
    }
}
