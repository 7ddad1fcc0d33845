package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.dictionary.Codes;
import vn.chitieu.mart.dictionary.Codes.Code;
import vn.chitieu.mart.dictionary.Currencies;
import vn.chitieu.mart.dictionary.Dictionary;
import vn.chitieu.mart.dictionary.Dictionary.Formula;
import vn.chitieu.mart.dictionary.Dictionary.TableText;
import vn.chitieu.observation.Activity;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.Unit;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.rule.ValidationRule;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetGroup;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Names for the codes of the other tables, in both languages. */
public final class DimensionTables {

    private static final Words WORDS = Words.of("mart");

    /** An entry of a code list of the office and its place in it, from 1. */
    record Placed<T>(int position, T of) {

        private static <T> List<Placed<T>> all(Collection<T> entries) {
            List<Placed<T>> placed = new ArrayList<>();
            entries.forEach(entry -> placed.add(new Placed<>(placed.size() + 1, entry)));
            return placed;
        }
    }

    /** A unit with the currency that it counts in, if it counts money. */
    record Counted(Placed<Unit> unit, Optional<String> currency) {}

    /** A target of a programme and its place in it, from 1. */
    record ProgrammeTarget(Programme programme, int position, Target target, LocalDate asOf) {

        private @Nullable LocalizedText groupName() {
            return programme.groups().stream()
                    .filter(group -> Objects.equals(group.groupNo(), target.groupNo()))
                    .map(TargetGroup::name)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable LocalDate closedOn() {
            return programme.status(asOf) == Programme.Status.CLOSED ? programme.closedOn() : null;
        }
    }

    /** A column of a published table with what the dictionary says of it. */
    record Described(
            TableSpec spec,
            Column column,
            TableText table,
            LocalizedText meaning,
            Optional<Formula> formula,
            Optional<String> codelist) {}

    static final Columns<Placed<Area>> DIM_AREA = Columns.<Placed<Area>>of("dim_area", "area_code")
            .required("area_code", TEXT, row -> row.of().code())
            .required("area_position", INTEGER, Placed::position)
            .requiredText("area_name", row -> row.of().name())
            .required("area_level", TEXT, row -> row.of().level())
            .optional("parent_code", TEXT, row -> row.of().parentCode().orElse(null))
            .optional("valid_from", DATE, row -> row.of().validFrom())
            .optional("valid_to", DATE, row -> row.of().validTo().orElse(null))
            .required("language_code", TEXT, row -> row.of().language().code());

    static final Columns<Placed<Indicator>> DIM_INDICATOR = Columns.<Placed<Indicator>>of(
                    "dim_indicator", "indicator_code")
            .required("indicator_code", TEXT, row -> row.of().code())
            .required("indicator_position", INTEGER, Placed::position)
            .requiredText("indicator_name", row -> row.of().name())
            .required("unit_code", TEXT, row -> row.of().unitCode())
            .required("kind_code", TEXT, row -> row.of().kind().code())
            .required("aggregation", TEXT, row -> Optional.ofNullable(row.of().aggregation())
                    .map(Aggregation::code)
                    .orElse("none"))
            .optional("growth_of_code", TEXT, row -> row.of().growthOf().orElse(null));

    static final Columns<Placed<Activity>> DIM_ACTIVITY = Columns.<Placed<Activity>>of("dim_activity", "activity_code")
            .required("activity_code", TEXT, row -> row.of().code())
            .required("activity_position", INTEGER, Placed::position)
            .requiredText("activity_name", row -> row.of().name())
            .optional("parent_code", TEXT, row -> row.of().parentCode().orElse(null))
            .optional("isic", TEXT, row -> row.of().isic().orElse(null));

    static final Columns<Counted> DIM_UNIT = Columns.<Counted>of("dim_unit", "unit_code")
            .required("unit_code", TEXT, row -> row.unit().of().code())
            .required("unit_position", INTEGER, row -> row.unit().position())
            .requiredText("unit_name", row -> row.unit().of().name())
            .required("dimension", TEXT, row -> row.unit().of().dimension())
            .required(
                    "factor_to_base",
                    DOUBLE,
                    row -> row.unit().of().factorToBase().doubleValue())
            .optional("currency_code", TEXT, row -> row.currency().orElse(null));

    static final Columns<Code> DIM_CODE = Columns.<Code>of("dim_code", "codelist_code", "code")
            .required("codelist_code", TEXT, Code::codelistCode)
            .required("code", TEXT, Code::code)
            .required("position", INTEGER, Code::position)
            .requiredText("code_name", Code::name)
            .requiredText("code_meaning", Code::meaning)
            .optional("severity_code", TEXT, row -> row.severity().orElse(null));

    static final Columns<ReportingPeriod> DIM_PERIOD = Columns.<ReportingPeriod>of("dim_period", "period")
            .required("period", TEXT, ReportingPeriod::toString)
            .required("frequency", TEXT, row -> row.period().frequency().name())
            .required("year", INTEGER, row -> row.period().year())
            .required("period_no", INTEGER, row -> row.period().index())
            .required("period_start", DATE, ReportingPeriod::start)
            .required("period_end", DATE, ReportingPeriod::end);

    static final Columns<ProgrammeTarget> DIM_TARGET = Columns.<ProgrammeTarget>of(
                    "dim_target", "programme_id", "target_id")
            .required("programme_id", TEXT, row -> row.programme().programmeId())
            .required("target_id", TEXT, row -> row.target().id())
            .required("position", INTEGER, ProgrammeTarget::position)
            .requiredText("programme_name", row -> row.programme().name())
            .optional("group_no", INTEGER, row -> row.target().groupNo())
            .optionalText("group_name", ProgrammeTarget::groupName)
            .requiredText("target_name", row -> row.target().name())
            .requiredText("lead_unit", row -> row.target().leadUnit().name())
            .required("area_code", TEXT, row -> row.programme().areaCode())
            .required("year", INTEGER, row -> row.programme().year())
            .optional("closed_on", DATE, ProgrammeTarget::closedOn);

    static final Columns<Described> DATA_DICTIONARY = Columns.<Described>of(
                    "data_dictionary", "table_name", "column_name")
            .required("table_name", TEXT, row -> row.spec().name())
            .required("column_name", TEXT, row -> row.column().name())
            .required("position", INTEGER, row -> row.spec().columns().indexOf(row.column()) + 1)
            .required("type", TEXT, row -> row.column().type().name().toLowerCase(Locale.ROOT))
            .required("is_key", BOOLEAN, row -> row.spec()
                    .key()
                    .contains(row.column().name()))
            .required("is_nullable", BOOLEAN, row -> row.column().nullable())
            .requiredText("meaning", Described::meaning)
            .optional("codelist_code", TEXT, row -> row.codelist().orElse(null))
            .optional("unit", TEXT, row -> row.formula().map(Formula::unit).orElse(null))
            .requiredText("source", row -> row.table().source())
            .optionalText("formula", row -> row.formula().map(Formula::text).orElse(null));

    private DimensionTables() {}

    /** Returns {@link MartTables#DIM_AREA}. */
    public static Table area(Codelists codelists) {
        return DIM_AREA.table(Placed.all(codelists.areas().values()));
    }

    /**
     * Returns {@link MartTables#DIM_INDICATOR}.
     *
     * @param codes of indicators in use: a change that the code list leaves out is named after its indicator
     */
    public static Table indicator(Codelists codelists, Collection<String> codes) {
        Map<String, Indicator> known = codelists.indicators();
        List<Indicator> all = new ArrayList<>(known.values());
        new TreeSet<>(codes)
                .stream()
                        .filter(code -> !known.containsKey(code) && code.endsWith(Indicator.CHANGE))
                        .map(code -> known.get(code.substring(0, code.length() - Indicator.CHANGE.length())))
                        .filter(Objects::nonNull)
                        .map(of -> of.change(WORDS.text("indicator.change", of.name())))
                        .forEach(all::add);
        return DIM_INDICATOR.table(Placed.all(all));
    }

    /** Returns {@link MartTables#DIM_ACTIVITY}. */
    public static Table activity(Codelists codelists) {
        return DIM_ACTIVITY.table(Placed.all(codelists.activities().values()));
    }

    /** Returns {@link MartTables#DIM_UNIT}. */
    public static Table unit(Codelists codelists) {
        Currencies currencies = Currencies.of(codelists);
        return DIM_UNIT.table(Placed.all(codelists.units().byCode().values()).stream()
                .map(unit -> new Counted(unit, currencies.of(unit.of().code())))
                .toList());
    }

    /** Returns {@link MartTables#DIM_CODE}. */
    public static Table code(Codelists codelists, Collection<ValidationRule> rules) {
        return DIM_CODE.table(Codes.with(codelists).with(rules).all());
    }

    /**
     * Returns the periods that a column {@code period} of a table names; none of findings, which name what there is
     * not.
     */
    static Set<String> periods(Table table) {
        boolean isNamed =
                table.spec().columns().stream().anyMatch(column -> column.name().equals("period"));
        if (!isNamed || table.spec().equals(MartTables.FINDING)) {
            return Set.of();
        }
        int index = table.spec().indexOf("period");
        return table.rows().stream().map(row -> String.valueOf(row[index])).collect(Collectors.toSet());
    }

    /** Returns {@link MartTables#DIM_PERIOD}. */
    static Table period(SortedSet<String> periods) {
        return DIM_PERIOD.table(periods.stream().map(ReportingPeriod::parse).toList());
    }

    /** Returns {@link MartTables#DIM_TARGET}; that a programme closes is known from its last day on. */
    public static Table target(List<Programme> programmes, LocalDate asOf) {
        List<ProgrammeTarget> rows = new ArrayList<>();
        for (Programme programme : programmes) {
            int position = 0;
            for (Target target : programme.targets()) {
                position++;
                rows.add(new ProgrammeTarget(programme, position, target, asOf));
            }
        }
        return DIM_TARGET.table(rows);
    }

    /**
     * Returns {@link MartTables#DATA_DICTIONARY}.
     *
     * @throws IllegalStateException if a table or a column has no meaning in the {@link Dictionary}
     */
    public static Table dataDictionary() {
        Dictionary dictionary = Dictionary.shipped();
        Codes codes = Codes.shipped();
        List<Described> rows = new ArrayList<>();
        for (TableSpec spec : MartTables.all()) {
            for (Column column : spec.columns()) {
                rows.add(new Described(
                        spec,
                        column,
                        dictionary.table(spec.name()),
                        dictionary.column(column.name()),
                        dictionary.formula(column.name()),
                        codes.listOf(spec.name(), column.name())));
            }
        }
        return DATA_DICTIONARY.table(rows);
    }
}
