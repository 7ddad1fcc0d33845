package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;

/**
 * A programme with all that is published about its targets, in the order of the programme.
 *
 * @param dimension any row of {@code dim_target} of the programme
 * @param area its row of {@code dim_area}; empty if the area has none
 * @param evaluatedOn the day the verdicts are of; empty if no target was evaluated
 * @param groupNumbers the numbered groups of the programme, in its order
 * @param targets every target that has a version by the as-of date
 */
public record ProgrammeAttainment(
        String programmeId,
        MartRow dimension,
        Optional<MartRow> area,
        LocalDate asOf,
        String inputSha256,
        Optional<LocalDate> evaluatedOn,
        List<Integer> groupNumbers,
        List<Target> targets,
        Units units,
        Map<String, MartRow> activities) {

    public ProgrammeAttainment {
        groupNumbers = List.copyOf(groupNumbers);
        targets = List.copyOf(targets);
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
    }

    /**
     * One target.
     *
     * @param dimension its row of {@code dim_target}
     * @param headline its row of {@code target_attainment} that the programme is judged by
     * @param others its other rows, by version
     * @param pace its rows of {@code required_pace}, headline version, by period
     * @param projection the projected series of its indicator; empty if there is none
     * @param path the periods of that series; empty for annual methods
     */
    public record Target(
            MartRow dimension,
            MartRow headline,
            List<MartRow> others,
            List<MartRow> pace,
            Optional<MartRow> projection,
            List<MartRow> path) {

        private static final int NUMBER_LETTERS = 20;

        public Target {
            others = List.copyOf(others);
            pace = List.copyOf(pace);
            path = List.copyOf(path);
        }

        public String id() {
            return headline.text("target_id");
        }

        /** Returns the number that a reader knows the target by. */
        public String number() {
            return PlainText.cut(PlainText.oneLine(id()), NUMBER_LETTERS);
        }

        public String name(Language language) {
            return PlainText.oneLine(dimension.label("target_name", language));
        }

        /** Returns number and name, the name no longer than a page can show. */
        public String heading(Language language) {
            return number() + ". " + PlainText.shortened(name(language));
        }

        public VerdictWord verdict() {
            return VerdictWord.of(headline);
        }

        /** Returns whether the whole year has a figure, or one is projected. */
        public boolean isProjected() {
            return headline.number("point").isPresent();
        }

        /** Returns whether the figure known is that of the whole year, so that nothing is projected any more. */
        public boolean isComplete() {
            return TargetTexts.isComplete(headline);
        }

        /** Returns what targets that are judged together have in common; a target outside the groups stands alone. */
        String groupKey() {
            return dimension.integer("group_no").isPresent()
                    ? "group " + dimension.integer("group_no").getAsInt()
                    : "target " + id();
        }
    }

    /**
     * Names of units, which can be turned into which, and what the periods of an indicator make.
     *
     * @param indicators by code
     */
    public record Units(Map<String, MartRow> rows, Map<String, MartRow> indicators) {

        private static final int UNIT_LETTERS = 40;

        public Units {
            rows = Map.copyOf(rows);
            indicators = Map.copyOf(indicators);
        }

        /** Returns the name of a unit; nothing for numbers without one, the code for a unit unknown. */
        public String name(String code, Language language) {
            if (code.equals("none")) {
                return "";
            }
            return Optional.ofNullable(rows.get(code))
                    .map(row -> PlainText.cut(PlainText.oneLine(row.label("unit_name", language)), UNIT_LETTERS))
                    .orElse(PlainText.cut(PlainText.oneLine(code), UNIT_LETTERS));
        }

        /** Returns how the periods of an indicator make its year: {@code sum}, {@code mean}, {@code last}. */
        String aggregation(String indicatorCode) {
            MartRow indicator = indicators.get(indicatorCode);
            return indicator == null ? "" : indicator.text("aggregation");
        }

        /** Returns an indicator and those that are its growth in percent, the indicator first. */
        public List<String> withGrowth(String indicatorCode) {
            Stream<String> growth = indicators.values().stream()
                    .filter(row -> row.text("indicator_code").equals(indicatorCode + "_growth")
                            || row.text("growth_of_code").equals(indicatorCode))
                    .map(row -> row.text("indicator_code"))
                    .sorted();
            return Stream.concat(Stream.of(indicatorCode), growth).toList();
        }

        /** Returns how many of {@code to} one of {@code from} is; empty if they do not measure the same. */
        OptionalDouble factor(String from, String to) {
            if (from.equals(to)) {
                return OptionalDouble.of(1);
            }
            MartRow source = rows.get(from);
            MartRow goal = rows.get(to);
            if (source == null || goal == null || !source.text("dimension").equals(goal.text("dimension"))) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(source.number("factor_to_base").orElseThrow()
                    / goal.number("factor_to_base").orElseThrow());
        }
    }

    /** Returns the identities of all programmes of a run, sorted. */
    public static List<String> programmeIds(MartReader reader) {
        return MartRows.of(reader, MartTables.DIM_TARGET).stream()
                .map(row -> row.text("programme_id"))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns a reader for the pages of one programme: that of its area.
     *
     * @throws IllegalArgumentException if the run has no such programme
     */
    public static MartReader reader(MartReader marts, String programmeId) {
        return marts.ofArea(dimensions(marts, programmeId).first().orElseThrow().text("area_code"));
    }

    /**
     * Reads a programme.
     *
     * @throws IllegalArgumentException if the run has no such programme
     */
    public static ProgrammeAttainment of(MartReader reader, String programmeId) {
        MartRows dimensions = dimensions(reader, programmeId);
        MartRow dimension = dimensions.first().orElseThrow();
        MartRow run = MartRows.of(reader, MartTables.RUN)
                .first()
                .orElseThrow(() -> new IllegalArgumentException("Expecting one row of table run but found none"));
        List<Target> targets = targets(reader, programmeId, dimensions);
        return new ProgrammeAttainment(
                programmeId,
                dimension,
                MartRows.of(reader, MartTables.DIM_AREA)
                        .where("area_code", dimension.text("area_code"))
                        .first(),
                run.date("as_of_date").orElseThrow(),
                run.text("input_sha256"),
                targets.stream()
                        .flatMap(t -> t.headline().date("evaluated_on").stream())
                        .max(Comparator.naturalOrder()),
                dimensions.stream()
                        .flatMapToInt(row -> row.integer("group_no").stream())
                        .distinct()
                        .boxed()
                        .toList(),
                targets,
                units(reader),
                byCode(reader, MartTables.DIM_ACTIVITY, "activity_code"));
    }

    private static MartRows dimensions(MartReader reader, String programmeId) {
        MartRows dimensions = MartRows.of(reader, MartTables.DIM_TARGET)
                .where("programme_id", programmeId)
                .sortedBy("position", "target_id");
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expecting a programme of the run " + programmeIds(reader) + " but was '" + programmeId + "'");
        }
        return dimensions;
    }

    /** Returns the units of a run. */
    public static Units units(MartReader reader) {
        return new Units(
                byCode(reader, MartTables.DIM_UNIT, "unit_code"),
                byCode(reader, MartTables.DIM_INDICATOR, "indicator_code"));
    }

    public String name(Language language) {
        return PlainText.oneLine(dimension.label("programme_name", language));
    }

    public String areaCode() {
        return dimension.text("area_code");
    }

    /** Returns the nation of the area: what its code begins with. */
    public String countryCode() {
        return areaCode().replaceFirst("-.*", "");
    }

    public String areaName(Language language) {
        return area.map(row -> PlainText.oneLine(row.label("area_name", language)))
                .orElse(areaCode());
    }

    /** Returns the language that the page of the area opens in. */
    public Language language() {
        return area.map(row -> Language.of(row.text("language_code"))).orElse(Language.DEFAULT);
    }

    public boolean isNation() {
        return area.map(row -> row.text("area_level").equals("country")).orElse(false);
    }

    public int year() {
        return dimension.integer("year").orElseThrow();
    }

    /** Returns the last day whose figures the verdicts rest on: of a closed programme the day it closed. */
    public LocalDate knownBy() {
        return evaluatedOn.orElse(asOf);
    }

    public Optional<LocalDate> closedOn() {
        return dimension.date("closed_on");
    }

    /** Returns the targets that are uncertain or unlikely, the least probable first, at most {@code most} of them. */
    public List<Target> leastProbable(int most) {
        return targets.stream()
                .filter(t -> t.verdict() == VerdictWord.UNLIKELY || t.verdict() == VerdictWord.UNCERTAIN)
                .filter(t -> t.headline().number("p_attain").isPresent())
                .sorted(Comparator.comparingDouble(
                        t -> t.headline().number("p_attain").orElseThrow()))
                .limit(most)
                .toList();
    }

    /** Returns the targets by group, in the order of the programme. */
    public List<List<Target>> groups() {
        Map<String, List<Target>> groups = new LinkedHashMap<>();
        for (Target target : targets) {
            groups.computeIfAbsent(target.groupKey(), key -> new ArrayList<>()).add(target);
        }
        return List.copyOf(groups.values());
    }

    private static List<Target> targets(MartReader reader, String programmeId, MartRows dimensions) {
        Map<String, List<MartRow>> versions = new LinkedHashMap<>();
        MartRows attainment = MartRows.of(reader, MartTables.TARGET_ATTAINMENT)
                .where("programme_id", programmeId)
                .sortedBy("target_id", "target_version");
        attainment.forEach(row -> versions.computeIfAbsent(row.text("target_id"), id -> new ArrayList<>())
                .add(row));
        MartRows pace = MartRows.of(reader, MartTables.REQUIRED_PACE)
                .where("programme_id", programmeId)
                .sortedBy("target_id", "target_version", "period");
        String areaCode = dimensions.first().orElseThrow().text("area_code");
        List<MartRow> projections = MartRows.of(reader, MartTables.PROJECTION).where("area_code", areaCode).stream()
                .toList();
        List<MartRow> paths = MartRows.of(reader, MartTables.PROJECTION_PATH).where("area_code", areaCode).stream()
                .toList();
        List<Target> targets = new ArrayList<>();
        for (MartRow dimension : dimensions) {
            List<MartRow> rows = versions.getOrDefault(dimension.text("target_id"), List.of());
            if (rows.isEmpty()) {
                continue;
            }
            MartRow headline = rows.stream()
                    .filter(row -> row.isTrue("is_headline"))
                    .findFirst()
                    .orElse(rows.get(0));
            Optional<MartRow> projection = TargetLevel.series(headline, projections);
            targets.add(new Target(
                    dimension,
                    headline,
                    rows.stream()
                            .filter(row -> !versionOf(row).equals(versionOf(headline)))
                            .toList(),
                    pace.where("target_id", dimension.text("target_id")).stream()
                            .filter(row -> versionOf(row).equals(versionOf(headline)))
                            .toList(),
                    projection,
                    projection.map(p -> path(p, paths)).orElse(List.of())));
        }
        return targets;
    }

    private static Integer versionOf(MartRow row) {
        return row.integer("target_version").orElseThrow();
    }

    private static List<MartRow> path(MartRow projection, List<MartRow> paths) {
        return paths.stream()
                .filter(row -> row.text("indicator_code").equals(projection.text("indicator_code"))
                        && row.text("activity_code").equals(projection.text("activity_code"))
                        && row.text("price_basis").equals(projection.text("price_basis"))
                        && row.integer("year").equals(projection.integer("year")))
                .sorted(Comparator.comparing(row -> row.text("period")))
                .toList();
    }

    private static Map<String, MartRow> byCode(
            MartReader reader, vn.chitieu.catalog.table.TableSpec spec, String column) {
        Map<String, MartRow> rows = new LinkedHashMap<>();
        MartRows.of(reader, spec).forEach(row -> rows.put(row.text(column), row));
        return rows;
    }
}
