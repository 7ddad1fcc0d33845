package vn.chitieu.observation.codelist;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Activity;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.AreaPart;
import vn.chitieu.observation.CodeName;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Unit;
import vn.chitieu.observation.Units;
import vn.chitieu.source.table.SdmxTime;
import vn.chitieu.text.Language;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/**
 * The codes of the office and the tables that turn delivered codes into them: the folder {@code codelist}, checked as a
 * whole. Maps keep the order of the files.
 */
public final class Codelists {

    private final Map<String, Area> areas;
    private final Map<String, String> currencyByArea;
    private final Set<String> currencies;
    private final Map<String, Indicator> indicators;
    private final Map<String, Activity> activities;
    private final Units units;
    private final Map<String, CodeName> statuses;
    private final Map<String, CodeName> priceBases;
    private final Map<String, CodeName> frequencies;
    private final Map<String, CodeName> accumulations;
    private final Map<List<String>, MappingRow> mapping;
    private final Map<String, Optional<ObservationStatus>> statusMapping;
    private final Map<String, Set<String>> deliveredNames;
    private final ReleaseCalendar releaseCalendar;
    private final Map<String, SourceTrust> trust;
    private final List<DatingRule> datingRules;
    private final List<HistoryBreak> historyBreaks;
    private final ReportingYears reportingYears;
    private final Set<String> editions;
    private final List<AreaPart> areaParts;
    private final Map<String, Area> areasBySourceCode;

    private Codelists(Path datasets) {
        CodelistFile areaFile = CodelistFile.read(
                datasets,
                "CL_AREA.csv",
                "code",
                "name_vi",
                "name_en",
                "level",
                "parent_code",
                "valid_from",
                "valid_to",
                "source_code",
                "currency",
                "holiday_calendar",
                "language",
                "reporting_year_start",
                "reporting_year_named_by");
        areas = areaFile.byKey(Codelists::code, Codelists::area);
        areaFile.requireKnown("parent_code", areas.keySet());
        currencyByArea = currencyByArea(areas);
        currencies = Set.copyOf(currencyByArea.values());
        areasBySourceCode = areaFile.byKey(line -> line.text("source_code"), Codelists::area);
        requireNations(areas.values());
        reportingYears = new ReportingYears(areas.values().stream()
                .filter(area -> !area.reportingYear().isCalendar())
                .collect(Collectors.toMap(Area::code, Area::reportingYear)));
        units = new Units(
                CodelistFile.read(datasets, "CL_UNIT.csv", "code", "name_vi", "name_en", "dimension", "factor_to_base")
                        .byKey(Codelists::code, Codelists::unit));
        CodelistFile activityFile =
                CodelistFile.read(datasets, "CL_ACTIVITY.csv", "code", "name_vi", "name_en", "parent_code", "isic");
        activities = activityFile.byKey(Codelists::code, Codelists::activity);
        activityFile.requireKnown("parent_code", activities.keySet());
        CodelistFile indicatorFile = CodelistFile.read(
                datasets,
                "CL_INDICATOR.csv",
                "code",
                "name_vi",
                "name_en",
                "unit_code",
                "kind",
                "aggregation",
                "min_value",
                "max_value",
                "net_series",
                "base_code");
        Map<String, Indicator> plain = indicatorFile.byKey(Codelists::code, this::indicator);
        indicatorFile.requireKnown("base_code", plain.keySet());
        Map<String, Indicator> withUnits = new LinkedHashMap<>(Quotients.withQuotients(datasets, plain));
        statuses = CodelistFile.read(datasets, "CL_OBS_STATUS.csv", "code", "name_vi", "name_en")
                .byKey(Codelists::code, line -> codeName(line, "code"));
        priceBases = names(datasets, "CL_PRICE_BASIS.csv");
        frequencies = names(datasets, "CL_FREQ.csv");
        accumulations = names(datasets, "CL_ACCUMULATION.csv");
        mapping = mapping(datasets, plain);
        mapping.values()
                .forEach(row ->
                        withUnits.computeIfPresent(row.indicatorCode(), (code, known) -> known.alsoIn(row.unitCode())));
        indicators = Collections.unmodifiableMap(withUnits);
        deliveredNames = mapping.values().stream()
                .collect(Collectors.groupingBy(
                        MappingRow::indicatorCode,
                        Collectors.mapping(MappingRow::sourceIndicator, Collectors.toUnmodifiableSet())));
        CodelistFile statusFile = CodelistFile.read(
                datasets, "status_mapping.csv", "source_status", "obs_status", "is_plan", "is_edition");
        statusMapping = statusFile.byKey(line -> line.text("source_status"), Codelists::status);
        editions =
                statusFile
                        .byKey(line -> line.text("source_status"), line -> line.flag("is_edition"))
                        .entrySet()
                        .stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
        releaseCalendar = ReleaseCalendar.of(CodelistFile.read(
                datasets,
                "release_calendar.csv",
                "area_level",
                "frequency",
                "status_code",
                "indicator_kind",
                "lag_days"));
        trust = CodelistFile.read(datasets, "source_trust.csv", "kind", "trust_rank", "published_kind")
                .byKey(line -> line.text("kind"), Codelists::trust);
        datingRules = CodelistFile.read(datasets, "source_dating.csv", "kind", "status_code", "url_prefix", "dating")
                .all(this::datingRule);
        historyBreaks = CodelistFile.read(
                        datasets,
                        "history_break.csv",
                        "indicator_code",
                        "area_code",
                        "from_period",
                        "reason_vi",
                        "reason_en")
                .all(this::historyBreak);
        areaParts = CodelistFile.read(datasets, "area_composition.csv", "whole_code", "part_code", "valid_from")
                .all(this::areaPart);
    }

    /**
     * Returns the code lists of {@code <datasets>/codelist}.
     *
     * @throws DataException if a file is missing or a line is not right: a code twice, a code that another list lacks,
     *     a number that is none; the message names file and line
     */
    public static Codelists read(Path datasets) {
        return new Codelists(datasets);
    }

    /** Returns the areas by code. */
    public Map<String, Area> areas() {
        return areas;
    }

    /** Returns the indicators by code. */
    public Map<String, Indicator> indicators() {
        return indicators;
    }

    /** Returns the activities by code. */
    public Map<String, Activity> activities() {
        return activities;
    }

    /** Returns the units. */
    public Units units() {
        return units;
    }

    /** Returns the statuses by code. */
    public Map<String, CodeName> statuses() {
        return statuses;
    }

    /** Returns the price bases by code. */
    public Map<String, CodeName> priceBases() {
        return priceBases;
    }

    /** Returns the frequencies by code. */
    public Map<String, CodeName> frequencies() {
        return frequencies;
    }

    /** Returns the accumulations by code. */
    public Map<String, CodeName> accumulations() {
        return accumulations;
    }

    /** Returns every line of the mapping. */
    public Collection<MappingRow> mapping() {
        return mapping.values();
    }

    /**
     * Returns the names under which deliveries send an indicator. Two indicators that share one are broken down from
     * one quantity: a gross product and the value added of a sector.
     */
    public Set<String> deliveredNames(String indicatorCode) {
        return deliveredNames.getOrDefault(indicatorCode, Set.of());
    }

    /** Returns when figures without a date of release are taken to have become known. */
    public ReleaseCalendar releaseCalendar() {
        return releaseCalendar;
    }

    /** Returns when the first figures of each area are expected. */
    public ReleaseDays releaseDays() {
        Map<String, Map<Frequency, Integer>> lags = new TreeMap<>();
        areas.forEach((code, area) -> lags.put(code, releaseCalendar.firstLags(area.level())));
        return new ReleaseDays(lags, reportingYears());
    }

    /** Returns when the year of each area begins. */
    public ReportingYears reportingYears() {
        return reportingYears;
    }

    /** Returns the trust in each kind of source. */
    public Map<String, SourceTrust> trust() {
        return trust;
    }

    /** Returns which areas were made of which others, in the order of the file. */
    public List<AreaPart> areaParts() {
        return areaParts;
    }

    /** Returns from when figures have another standard or scope. */
    public List<HistoryBreak> historyBreaks() {
        return historyBreaks;
    }

    /**
     * Returns the indicator with a code.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest codes
     */
    public Indicator indicator(String code) {
        return known(indicators, "CL_INDICATOR", code);
    }

    /**
     * Returns the unit with a code.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest codes
     */
    public Unit unit(String code) {
        return known(units.byCode(), "CL_UNIT", code);
    }

    /**
     * Returns the area with a code.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest codes
     */
    public Area areaOf(String code) {
        return known(areas, "CL_AREA", code);
    }

    /** Returns the dimensions of the units of money that areas reckon in. */
    public Set<String> currencies() {
        return currencies;
    }

    private String moneys() {
        return currencies().stream().sorted().collect(Collectors.joining(", "));
    }

    private static Map<String, String> currencyByArea(Map<String, Area> areas) {
        Map<String, String> currencies = new HashMap<>();
        for (Area area : areas.values()) {
            area.currency()
                    .or(() -> Optional.ofNullable(areas.get(Area.nationOf(area.code())))
                            .flatMap(Area::currency))
                    .ifPresent(currency -> currencies.put(area.code(), currency));
        }
        return currencies;
    }

    /** Returns the dimension of the money of an area: its own, else that of its nation. */
    public String currencyOf(Area area) {
        return currencyByArea.getOrDefault(area.code(), "");
    }

    /** Returns the areas by their names in deliveries. */
    Map<String, Area> areasBySourceCode() {
        return areasBySourceCode;
    }

    /** Returns the mapping by indicator, breakdown and unit as delivered. */
    Map<List<String>, MappingRow> mappingBySource() {
        return mapping;
    }

    /** Returns our status by the word in deliveries; empty for a plan. */
    Map<String, Optional<ObservationStatus>> statusMapping() {
        return statusMapping;
    }

    /** Returns the words in deliveries for figures of dated editions. */
    public Set<String> editions() {
        return editions;
    }

    /** Returns what the date of a source means: by the rule with the longest address that fits, else a release. */
    public SourceDating dating(String kind, ObservationStatus status, String url) {
        return datingRules.stream()
                .filter(rule -> rule.fits(kind, status, url))
                .max(Comparator.comparingInt(
                                (DatingRule rule) -> rule.urlPrefix().length())
                        .thenComparingInt(rule -> rule.statusCode().equals("*") ? 0 : 1))
                .map(DatingRule::dating)
                .orElse(SourceDating.RELEASE);
    }

    /** A nation is what belongs to no other area, is called a country and has a currency; its parts name it. */
    private static void requireNations(Collection<Area> areas) {
        List<String> wrong = areas.stream()
                .filter(area -> Area.isNation(area.code())
                        ? area.parentCode().isPresent() || area.currency().isEmpty()
                        : area.parentCode().isEmpty())
                .map(Area::code)
                .toList();
        if (areas.isEmpty() || !wrong.isEmpty()) {
            String found = areas.isEmpty() ? "0" : String.join(", ", wrong);
            throw new DataException(Words.of("observation").text("codelist.nation", found));
        }
    }

    private static <V> V known(Map<String, V> list, String name, String code) {
        V value = list.get(code);
        if (value == null) {
            throw new IllegalArgumentException("Expecting a code of " + name + ", nearest "
                    + String.join(", ", NearMiss.of(code, list.keySet())) + ", but was '" + code + "'");
        }
        return value;
    }

    private static Map<String, CodeName> names(Path datasets, String file) {
        return CodelistFile.read(datasets, file, "code", "name_vi", "name_en", "source_code")
                .byKey(Codelists::code, line -> codeName(line, "source_code"));
    }

    private static CodeName codeName(CodelistFile.Line line, String sourceColumn) {
        return new CodeName(line.text("code"), line.localized("name"), line.text(sourceColumn));
    }

    private static String code(CodelistFile.Line line) {
        return line.text("code");
    }

    private static Area area(CodelistFile.Line line) {
        return new Area(
                line.text("code"),
                line.localized("name"),
                line.text("level"),
                line.optional("parent_code"),
                line.day("valid_from"),
                line.optional("valid_to").map(to -> line.day("valid_to")),
                line.text("source_code"),
                line.optional("currency"),
                line.optional("holiday_calendar"),
                line.parsed("language", "codelist.language", Language::of),
                reportingYear(line));
    }

    private static ReportingYear reportingYear(CodelistFile.Line line) {
        boolean isGiven = line.optional("reporting_year_start").isPresent();
        if (isGiven != line.optional("reporting_year_named_by").isPresent()) {
            throw line.refused("codelist.year_given", "reporting_year_named_by");
        }
        if (!isGiven) {
            return ReportingYear.CALENDAR;
        }
        if (!Area.isNation(line.text("code"))) {
            throw line.refused("codelist.year_of_nation", "reporting_year_start");
        }
        int month = line.parsed("reporting_year_start", "codelist.year_start", SdmxTime::firstMonth);
        return switch (line.text("reporting_year_named_by")) {
            case "beginning" -> ReportingYear.namedByItsBeginning(month);
            case "end" -> ReportingYear.namedByItsEnd(month);
            default -> throw line.refused("codelist.year_named_by", "reporting_year_named_by");
        };
    }

    private static Unit unit(CodelistFile.Line line) {
        return new Unit(
                line.text("code"), line.localized("name"), line.text("dimension"), line.positive("factor_to_base"));
    }

    private static Activity activity(CodelistFile.Line line) {
        return new Activity(
                line.text("code"), line.localized("name"), line.optional("parent_code"), line.optional("isic"));
    }

    private Indicator indicator(CodelistFile.Line line) {
        double minimum = line.limit("min_value", Double.NEGATIVE_INFINITY);
        double maximum = line.limit("max_value", Double.POSITIVE_INFINITY);
        if (minimum >= maximum) {
            throw line.refused("codelist.limits", "min_value", line.text("max_value"));
        }
        boolean isOfPeriods = !line.text("aggregation").equals("none");
        return new Indicator(
                line.text("code"),
                line.localized("name"),
                line.known("unit_code", units.byCode().keySet()),
                line.parsed("kind", "codelist.indicator_kind", IndicatorKind::ofCode),
                isOfPeriods ? line.parsed("aggregation", "codelist.aggregation", Aggregation::ofCode) : null,
                minimum,
                maximum,
                line.flag("net_series"),
                line.optional("base_code").orElse(""));
    }

    private Map<List<String>, MappingRow> mapping(Path datasets, Map<String, Indicator> plain) {
        return CodelistFile.read(
                        datasets,
                        "mapping.csv",
                        "source_indicator",
                        "source_breakdown",
                        "source_unit",
                        "indicator_code",
                        "activity_code",
                        "unit_code",
                        "factor",
                        "sign")
                .byKey(
                        line -> List.of(
                                line.text("source_indicator"), line.text("source_breakdown"), line.text("source_unit")),
                        line -> mappingRow(line, plain));
    }

    private MappingRow mappingRow(CodelistFile.Line line, Map<String, Indicator> plain) {
        String indicatorCode = line.known("indicator_code", plain.keySet());
        String unitCode = line.known("unit_code", units.byCode().keySet());
        String unitOfIndicator = known(plain, "CL_INDICATOR", indicatorCode).unitCode();
        if (!unitCode.equals(unitOfIndicator) && !(isMoney(unitCode) && isMoney(unitOfIndicator))) {
            throw isMoney(unitOfIndicator)
                    ? line.refused("codelist.unit_of_amount", "unit_code", indicatorCode, unitOfIndicator, moneys())
                    : line.refused("codelist.unit_of_indicator", "unit_code", indicatorCode, unitOfIndicator);
        }
        int sign = line.whole("sign");
        if (sign != 1 && sign != -1) {
            throw line.refused("codelist.sign", "sign");
        }
        return new MappingRow(
                line.text("source_indicator"),
                line.text("source_breakdown"),
                line.text("source_unit"),
                indicatorCode,
                line.known("activity_code", activities.keySet()),
                unitCode,
                line.positive("factor"),
                sign);
    }

    /** Returns whether a unit is one of the money of areas that reckon in another than a currency. */
    public boolean isMoneyOfAnother(String currency, String unitCode) {
        return isMoney(unitCode) && !unit(unitCode).dimension().equals(currency);
    }

    /** Returns whether a unit is one of the money that areas reckon in, each area in its own. */
    public boolean isMoney(String unitCode) {
        Unit unit = units.byCode().get(unitCode);
        return unit != null && currencies().contains(unit.dimension());
    }

    private static Optional<ObservationStatus> status(CodelistFile.Line line) {
        Optional<ObservationStatus> status = line.optional("obs_status")
                .map(code -> line.parsed("obs_status", "codelist.status", ObservationStatus::ofCode));
        if (line.flag("is_plan") == status.isPresent()) {
            throw line.refused("codelist.status_or_plan", "obs_status");
        }
        return status;
    }

    private static SourceTrust trust(CodelistFile.Line line) {
        int rank = line.whole("trust_rank");
        if (rank < 1) {
            throw line.refused("codelist.rank", "trust_rank");
        }
        return new SourceTrust(
                rank,
                switch (line.text("published_kind")) {
                    case "release" -> PublishedKind.RELEASE;
                    case "press" -> PublishedKind.PRESS;
                    default -> throw line.refused("codelist.published_kind", "published_kind");
                });
    }

    private DatingRule datingRule(CodelistFile.Line line) {
        return new DatingRule(
                line.known("kind", trust.keySet()),
                line.text("status_code"),
                line.optional("url_prefix").orElse(""),
                line.parsed("dating", "codelist.dating", SourceDating::ofCode));
    }

    private AreaPart areaPart(CodelistFile.Line line) {
        return new AreaPart(
                line.known("whole_code", areas.keySet()),
                line.known("part_code", areas.keySet()),
                line.day("valid_from"),
                reportingYears.of(line.text("whole_code")));
    }

    private HistoryBreak historyBreak(CodelistFile.Line line) {
        boolean isOfAll = line.text("area_code").equals("*");
        return new HistoryBreak(
                line.known("indicator_code", indicators.keySet()),
                isOfAll ? "*" : line.known("area_code", areas.keySet()),
                line.parsed("from_period", "codelist.period", Period::parse),
                line.localized("reason"));
    }
}
