package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ReportingPeriod;

/**
 * GRDP by sector of an area: the latest known year, the year to date and, where there is one, the projected year.
 *
 * @param period the year, or the last period of the year to date
 */
public record SectorAccounts(ReportingPeriod period, List<Sector> sectors) {

    public static final List<String> ORDER = List.of("S1", "S2", "S3", "D21X31", "_T");

    public SectorAccounts {
        sectors = List.copyOf(sectors);
    }

    /** What is known of one sector; {@code _T} is GRDP itself. */
    public record Sector(
            String activityCode,
            Figure current,
            Figure constant,
            Figure growth,
            Figure growthOfOtherVintage,
            Figure contribution,
            Figure share) {

        boolean isKnown() {
            return Stream.of(current, constant, growth, growthOfOtherVintage, contribution, share)
                    .anyMatch(figure -> figure.value().isPresent());
        }

        /** Returns the growth as it stands beside the levels. */
        public String growthCell(int decimals, NumberFormats numbers) {
            return GrowthCell.of(growth.value(), growth.origin(), growthOfOtherVintage.value(), decimals, numbers);
        }
    }

    /** A number and where it comes from; neither if it is not known. */
    public record Figure(OptionalDouble value, String origin) {

        public static final Figure NONE = new Figure(OptionalDouble.empty(), "");

        public boolean isProjected() {
            return origin.equals("projected");
        }
    }

    boolean isYear() {
        return period.period().frequency() == Frequency.A;
    }

    /**
     * Returns the accounts of an area, oldest first.
     *
     * @param knownBy figures of a later vintage are left out
     */
    public static List<SectorAccounts> of(MartReader reader, String areaCode, LocalDate knownBy) {
        Map<ReportingPeriod, List<MartRow>> byPeriod = new TreeMap<>();
        for (MartRow row : MartRows.of(reader, MartTables.GRDP_BY_SECTOR).where("area_code", areaCode)) {
            ReportingPeriod period = ReportingPeriod.parse(row.text("period"));
            boolean isFromJanuary =
                    period.period().index() == 1 || row.text("accumulation").equals("C");
            boolean isKnown =
                    row.date("vintage_date").map(day -> !day.isAfter(knownBy)).orElse(true);
            if (isFromJanuary && isKnown && ORDER.contains(row.text("activity_code"))) {
                byPeriod.computeIfAbsent(period, p -> new ArrayList<>()).add(row);
            }
        }
        List<SectorAccounts> all = byPeriod.entrySet().stream()
                .map(entry -> new SectorAccounts(entry.getKey(), sectors(entry.getValue())))
                .filter(account -> !account.sectors().isEmpty())
                .toList();
        Optional<SectorAccounts> year = latest(all, a -> a.isYear() && !a.isProjected());
        int knownYear = year.map(a -> a.period().period().year()).orElse(0);
        List<SectorAccounts> chosen = new ArrayList<>();
        year.ifPresent(chosen::add);
        latest(all, a -> !a.isYear() && !a.isProjected() && a.period().period().year() > knownYear)
                .ifPresent(chosen::add);
        latest(all, a -> a.isYear() && a.isProjected() && a.period().period().year() > knownYear)
                .ifPresent(chosen::add);
        return List.copyOf(chosen);
    }

    private boolean isProjected() {
        return sectors.stream()
                .anyMatch(s -> s.growth().isProjected() || s.constant().isProjected());
    }

    private static Optional<SectorAccounts> latest(List<SectorAccounts> all, Predicate<SectorAccounts> which) {
        return all.stream().filter(which).max(Comparator.comparing(SectorAccounts::period));
    }

    private static List<Sector> sectors(List<MartRow> rows) {
        List<Sector> sectors = new ArrayList<>();
        for (String activity : ORDER) {
            List<MartRow> own = rows.stream()
                    .filter(row -> row.text("activity_code").equals(activity))
                    .toList();
            Sector sector = new Sector(
                    activity,
                    figure(own, "value", "value_origin", List.of("current")),
                    figure(own, "value", "value_origin", List.of("constant_2010")),
                    figure(own, "growth_pct", "growth_origin", List.of("constant_2010", "none")),
                    figure(own, "growth_other_vintage_pct", "growth_origin", List.of("constant_2010", "none")),
                    figure(own, "contribution_points", "contribution_origin", List.of("constant_2010", "none")),
                    figure(own, "share_pct", "share_origin", List.of("current", "none")));
            if (sector.isKnown()) {
                sectors.add(sector);
            }
        }
        return sectors;
    }

    private static Figure figure(List<MartRow> rows, String column, String origin, List<String> bases) {
        for (String basis : bases) {
            for (MartRow row : rows) {
                if (row.text("price_basis").equals(basis) && row.number(column).isPresent()) {
                    String own = row.text(origin);
                    return new Figure(row.number(column), own.isEmpty() ? row.text("origin") : own);
                }
            }
        }
        return Figure.NONE;
    }
}
