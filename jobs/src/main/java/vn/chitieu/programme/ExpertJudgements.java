package vn.chitieu.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.catalog.CheckedYaml;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/** The judgements of persons in {@code <datasets>/judgement/*.yaml}, held against a JSON Schema and the programmes. */
public final class ExpertJudgements {

    private static final Words WORDS = Words.of("programme");
    private static final String SCHEMA = "judgement.schema.json";

    private ExpertJudgements() {}

    /**
     * Returns every judgement, in the order of files and lines; none without the folder.
     *
     * @throws DataException if a file breaks the schema, an entry names a programme or target that is not there, ends
     *     before it begins, or two of one role and target overlap; the message names file and line
     */
    public static List<ExpertJudgement> read(Path datasets, Collection<Programme> programmes) {
        Path folder = datasets.resolve("judgement");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ExpertJudgement> all = new ArrayList<>();
        for (Path file : files(folder)) {
            all.addAll(
                    parse(CheckedYaml.content(file), datasets.relativize(file).toString(), programmes));
        }
        requireNoneDoubled(all);
        return List.copyOf(all);
    }

    /**
     * Returns the judgements of one text.
     *
     * @param where the name of the text in messages
     * @throws DataException as {@link #read}
     */
    public static List<ExpertJudgement> parse(String yaml, String where, Collection<Programme> programmes) {
        JsonNode root = CheckedYaml.read(yaml, where, ExpertJudgements.class, SCHEMA);
        Map<String, Integer> lines = CheckedYaml.lines(yaml);
        Map<String, Programme> byId = new TreeMap<>();
        programmes.forEach(programme -> byId.put(programme.programmeId(), programme));
        List<ExpertJudgement> judgements = new ArrayList<>();
        for (int i = 0; i < root.path("judgements").size(); i++) {
            String place = where + ":" + lines.getOrDefault("/judgements/" + i, 1);
            judgements.add(judgement(root.path("judgements").path(i), place, byId));
        }
        requireNoneDoubled(judgements);
        return judgements;
    }

    /**
     * Returns a finding for each judgement that expired on a target whose year is not over, with file and line.
     *
     * @param programmes those of the run
     */
    public static List<Finding> expired(
            Collection<ExpertJudgement> judgements,
            Collection<Programme> programmes,
            ReportingYears years,
            LocalDate asOf) {
        List<Finding> findings = new ArrayList<>();
        for (Programme programme : programmes) {
            LocalDate day = programme.evaluatedOn(asOf);
            for (ExpertJudgement judgement : judgements) {
                boolean isOpen =
                        programme.year() >= years.of(programme.areaCode()).yearOf(day);
                if (isOpen
                        && judgement.programmeId().equals(programme.programmeId())
                        && judgement.expiresOn().isBefore(day)) {
                    findings.add(new Finding(
                            Finding.Kind.VALIDATION,
                            Severity.WARNING,
                            "judgement_expired",
                            programme.areaCode(),
                            programme
                                    .target(judgement.targetId())
                                    .map(Target::indicatorCode)
                                    .orElse(""),
                            String.valueOf(programme.year()),
                            judgement.place(),
                            WORDS.text(
                                    "judgement.expired",
                                    judgement.targetId(),
                                    judgement.programmeId(),
                                    judgement.role(),
                                    judgement.expiresOn(),
                                    judgement.place())));
                }
            }
        }
        return findings;
    }

    private static ExpertJudgement judgement(JsonNode entry, String place, Map<String, Programme> programmes) {
        String programmeId = entry.path("programme").asText();
        String targetId = entry.path("target").asText();
        Programme programme = programmes.get(programmeId);
        if (programme == null) {
            throw refused(
                    place, WORDS.text("judgement.no_programme", programmeId, near(programmeId, programmes.keySet())));
        }
        if (programme.target(targetId).isEmpty()) {
            List<String> ids = programme.targets().stream().map(Target::id).toList();
            throw refused(place, WORDS.text("judgement.no_target", targetId, programmeId, near(targetId, ids)));
        }
        LocalDate statedOn = day(entry, "stated_on", place);
        LocalDate expiresOn = day(entry, "expires_on", place);
        if (expiresOn.isBefore(statedOn)) {
            throw refused(place, WORDS.text("judgement.ends_before", targetId, programmeId, expiresOn, statedOn));
        }
        return new ExpertJudgement(
                programmeId,
                targetId,
                entry.path("value").asDouble(),
                entry.path("role").asText(),
                entry.path("reason").asText(),
                statedOn,
                expiresOn,
                place);
    }

    private static String near(String code, Collection<String> known) {
        return String.join(", ", NearMiss.of(code, known));
    }

    private static LocalDate day(JsonNode entry, String key, String place) {
        try {
            return LocalDate.parse(entry.path(key).asText());
        } catch (DateTimeException e) {
            throw refused(
                    place, WORDS.text("judgement.day", key, entry.path(key).asText()));
        }
    }

    private static void requireNoneDoubled(List<ExpertJudgement> all) {
        for (int i = 0; i < all.size(); i++) {
            for (ExpertJudgement earlier : all.subList(0, i)) {
                ExpertJudgement later = all.get(i);
                if (later.overlaps(earlier)) {
                    throw refused(
                            later.place(),
                            WORDS.text(
                                    "judgement.doubled",
                                    later.targetId(),
                                    later.programmeId(),
                                    later.role(),
                                    earlier.place()));
                }
            }
        }
    }

    private static DataException refused(String place, LocalizedText text) {
        return new DataException(LocalizedText.same(place + ": ").plus(text));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to list " + folder + " but was " + e, e);
        }
    }
}
