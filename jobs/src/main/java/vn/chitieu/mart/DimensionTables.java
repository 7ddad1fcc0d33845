package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.Activity;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Unit;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetGroup;

/** Names for the codes of the other tables, in both languages. */
public final class DimensionTables {

    private DimensionTables() {}

    /** Returns {@link MartTables#DIM_AREA}. */
    public static Table area(Codelists codelists) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Area area : codelists.areas().values()) {
            rows.add(RowBuilder.of(MartTables.DIM_AREA)
                    .set("area_code", area.code())
                    .set("area_name_vi", area.name().vi())
                    .set("area_name_en", area.name().en())
                    .set("area_level", area.level())
                    .set("parent_code", area.parentCode().orElse(null))
                    .set("valid_from", area.validFrom())
                    .set("valid_to", area.validTo().orElse(null))
                    .build());
        }
        return new Table(MartTables.DIM_AREA, rows);
    }

    /** Returns {@link MartTables#DIM_INDICATOR}. */
    public static Table indicator(Codelists codelists) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Indicator indicator : codelists.indicators().values()) {
            rows.add(RowBuilder.of(MartTables.DIM_INDICATOR)
                    .set("indicator_code", indicator.code())
                    .set("indicator_name_vi", indicator.name().vi())
                    .set("indicator_name_en", indicator.name().en())
                    .set("unit_code", indicator.unitCode())
                    .set("kind_code", indicator.kind().code())
                    .set(
                            "aggregation",
                            Optional.ofNullable(indicator.aggregation())
                                    .map(Aggregation::code)
                                    .orElse("none"))
                    .build());
        }
        return new Table(MartTables.DIM_INDICATOR, rows);
    }

    /** Returns {@link MartTables#DIM_ACTIVITY}. */
    public static Table activity(Codelists codelists) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Activity activity : codelists.activities().values()) {
            rows.add(RowBuilder.of(MartTables.DIM_ACTIVITY)
                    .set("activity_code", activity.code())
                    .set("activity_name_vi", activity.name().vi())
                    .set("activity_name_en", activity.name().en())
                    .set("parent_code", activity.parentCode().orElse(null))
                    .set("isic", activity.isic().orElse(null))
                    .build());
        }
        return new Table(MartTables.DIM_ACTIVITY, rows);
    }

    /** Returns {@link MartTables#DIM_UNIT}. */
    public static Table unit(Codelists codelists) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Unit unit : codelists.units().byCode().values()) {
            rows.add(RowBuilder.of(MartTables.DIM_UNIT)
                    .set("unit_code", unit.code())
                    .set("unit_name_vi", unit.name().vi())
                    .set("unit_name_en", unit.name().en())
                    .set("dimension", unit.dimension())
                    .set("factor_to_base", unit.factorToBase().doubleValue())
                    .build());
        }
        return new Table(MartTables.DIM_UNIT, rows);
    }

    /** Returns {@link MartTables#DIM_PERIOD}: every period that a column {@code period} of these tables names. */
    public static Table period(Collection<Table> tables) {
        TreeSet<String> periods = new TreeSet<>();
        for (Table table : tables) {
            boolean named = table.spec().columns().stream()
                    .anyMatch(column -> column.name().equals("period"));
            if (named && !table.spec().equals(MartTables.FINDING)) {
                int index = table.spec().indexOf("period");
                table.rows().forEach(row -> periods.add(String.valueOf(row[index])));
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String text : periods) {
            Period period = Period.parse(text);
            rows.add(RowBuilder.of(MartTables.DIM_PERIOD)
                    .set("period", text)
                    .set("frequency", period.frequency().name())
                    .set("year", period.year())
                    .set("period_no", period.index())
                    .set("period_start", period.start())
                    .set("period_end", period.end())
                    .build());
        }
        return new Table(MartTables.DIM_PERIOD, rows);
    }

    /** Returns {@link MartTables#DIM_TARGET}; that a programme closes is known from its last day on. */
    public static Table target(List<Programme> programmes, LocalDate asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Programme programme : programmes) {
            Map<Integer, TargetGroup> groups = new TreeMap<>();
            programme.groups().forEach(group -> groups.put(group.groupNo(), group));
            int position = 0;
            for (Target target : programme.targets()) {
                position++;
                Integer groupNo = target.groupNo();
                TargetGroup group = groupNo == null ? null : groups.get(groupNo);
                rows.add(RowBuilder.of(MartTables.DIM_TARGET)
                        .set("programme_id", programme.programmeId())
                        .set("target_id", target.id())
                        .set("position", position)
                        .set("programme_name_vi", programme.name().vi())
                        .set("programme_name_en", programme.name().en())
                        .set("group_no", groupNo)
                        .set(
                                "group_name_vi",
                                group == null ? null : group.name().vi())
                        .set(
                                "group_name_en",
                                group == null ? null : group.name().en())
                        .set("target_name_vi", target.name().vi())
                        .set("target_name_en", target.name().en())
                        .set("lead_unit_vi", target.leadUnit().name().vi())
                        .set("lead_unit_en", target.leadUnit().name().en())
                        .set("area_code", programme.areaCode())
                        .set("year", programme.year())
                        .set(
                                "closed_on",
                                programme.status(asOf) == Programme.Status.CLOSED ? programme.closedOn() : null)
                        .build());
            }
        }
        return new Table(MartTables.DIM_TARGET, rows);
    }

    /**
     * Returns {@link MartTables#DATA_DICTIONARY}.
     *
     * @throws IllegalStateException if a table or a column has no meaning in the {@link Dictionary}
     */
    public static Table dataDictionary() {
        Dictionary dictionary = Dictionary.shipped();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (TableSpec spec : MartTables.all()) {
            Dictionary.TableText table = dictionary.table(spec.name());
            for (Column column : spec.columns()) {
                Dictionary.Meaning meaning = dictionary.column(column.name());
                RowBuilder row = RowBuilder.of(MartTables.DATA_DICTIONARY)
                        .set("table_name", spec.name())
                        .set("column_name", column.name())
                        .set("position", spec.indexOf(column.name()) + 1)
                        .set("type", column.type().name().toLowerCase(Locale.ROOT))
                        .set("is_key", spec.key().contains(column.name()))
                        .set("is_nullable", column.nullable())
                        .set("meaning_vi", meaning.vi())
                        .set("meaning_en", meaning.en())
                        .set("source_vi", table.source().vi())
                        .set("source_en", table.source().en());
                dictionary.formula(column.name()).ifPresent(formula -> row.set("unit", formula.unit())
                        .set("formula_vi", formula.text().vi())
                        .set("formula_en", formula.text().en()));
                rows.add(row.build());
            }
        }
        return new Table(MartTables.DATA_DICTIONARY, rows);
    }
}
