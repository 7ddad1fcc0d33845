package vn.chitieu.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.CheckedYaml;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Reads programmes from their YAML files, strictly: what the JSON Schema refuses, is refused. */
public final class ProgrammeFile {

    private static final Words WORDS = Words.of("programme");
    private static final String SCHEMA = "programme.schema.json";

    private ProgrammeFile() {}

    /**
     * Returns the programme of a file.
     *
     * @throws DataException if the file breaks the schema or contradicts itself; the message names the file, each place
     *     in it, what was expected and what was found
     */
    public static Programme read(Path yaml, ReportingYears years) {
        return parse(CheckedYaml.content(yaml), yaml.toString(), years);
    }

    /**
     * Returns the programmes of all {@code .yaml} files of a folder, by programme id.
     *
     * @throws DataException if a file is refused or two files have the same programme id
     * @throws IOException if the folder cannot be read
     */
    public static List<Programme> readAll(Path folder, ReportingYears years) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        }
        TreeMap<String, Programme> programmes = new TreeMap<>();
        for (Path file : files) {
            Programme programme = read(file, years);
            if (programmes.put(programme.programmeId(), programme) != null) {
                throw new DataException(WORDS.text("programme_again", programme.programmeId(), file));
            }
        }
        return List.copyOf(programmes.values());
    }

    /**
     * Returns the programme of a YAML text.
     *
     * @param where the name of the text in messages
     * @param years when the year of each area begins
     * @throws DataException as {@link #read}
     */
    public static Programme parse(String yaml, String where, ReportingYears years) {
        JsonNode root = CheckedYaml.read(yaml, where, ProgrammeFile.class, SCHEMA);
        List<Target> targets = new ArrayList<>();
        ReportingPeriod year = new ReportingPeriod(
                Period.ofYear(root.path("year").asInt()),
                years.of(root.path("area_code").asText()));
        for (int i = 0; i < root.path("targets").size(); i++) {
            try {
                targets.add(target(root.path("targets").path(i), year));
            } catch (ContradictionException e) {
                int line = CheckedYaml.line(yaml, "/targets/" + i);
                throw new DataException(WORDS.text("in_line", e.text(), where, line), e);
            }
        }
        try {
            return programme(root, targets);
        } catch (ContradictionException e) {
            throw new DataException(WORDS.text("in_file", e.text(), where), e);
        }
    }

    private static Programme programme(JsonNode root, List<Target> targets) {
        List<TargetGroup> groups = new ArrayList<>();
        for (JsonNode group : root.path("groups")) {
            groups.add(new TargetGroup(group.path("group_no").asInt(), text(group.path("name"))));
        }
        return new Programme(
                root.path("programme_id").asText(),
                text(root.path("name")),
                root.path("area_code").asText(),
                root.path("year").asInt(),
                day(root.path("adopted_on").asText()),
                Basis.ofCode(root.path("adopted_on_basis").asText()),
                root.has("closed_on") ? day(root.path("closed_on").asText()) : null,
                root.has("closing_reason") ? text(root.path("closing_reason")) : null,
                root.path("source").asText(),
                groups,
                targets);
    }

    private static Target target(JsonNode target, ReportingPeriod year) {
        List<TargetVersion> versions = new ArrayList<>();
        for (JsonNode version : target.path("versions")) {
            versions.add(new TargetVersion(
                    versions.size(),
                    name(version.path("issuer")),
                    version.path("document").asText(),
                    day(version.path("issued_on").asText()),
                    Basis.ofCode(version.path("issued_on_basis").asText()),
                    number(version, "value"),
                    number(version, "range_to"),
                    VersionRelation.ofCode(version.path("relation").asText())));
        }
        for (TargetVersion version : versions) {
            if (version.issuedOn().isAfter(year.end())) {
                throw new ContradictionException(
                        "issued_after_year", target.path("id").asText(), year.end(), version.issuedOn());
            }
        }
        JsonNode leadUnit = target.path("lead_unit");
        return new Target(
                target.path("id").asText(),
                target.has("group") ? target.path("group").asInt() : null,
                text(target.path("name")),
                Measure.ofCode(target.path("measure").asText()),
                target.path("indicator_code").asText(),
                target.path("activity_code").asText(),
                target.path("unit_code").asText(),
                new Goal(
                        TargetComparator.ofCode(target.path("comparator").asText()),
                        Basis.ofCode(target.path("comparator_basis").asText()),
                        number(target, "tolerance")),
                new LeadUnit(
                        text(leadUnit), Basis.ofCode(leadUnit.path("source").asText())),
                target.path("formula").asText(""),
                target.path("note").asText(""),
                versions);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ContradictionException("day", text);
        }
    }

    private static @Nullable Double number(JsonNode owner, String key) {
        return Optional.ofNullable(owner.get(key)).map(JsonNode::asDouble).orElse(null);
    }

    private static LocalizedText name(JsonNode name) {
        return name.isTextual() ? LocalizedText.same(name.asText()) : text(name);
    }

    private static LocalizedText text(JsonNode label) {
        return new LocalizedText(label.path("vi").asText(), label.path("en").asText());
    }
}
