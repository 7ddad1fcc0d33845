package vn.chitieu.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.chitieu.catalog.CheckedYaml;
import vn.chitieu.catalog.DataException;
import vn.chitieu.night.OfficeProgrammes;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.form.FormRow;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.ExpertJudgements;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.source.layout.LayoutCatalogue;
import vn.chitieu.text.Texts;

/** Holds the files that an office edits against their schemas, the code lists and each other. */
final class ConfigurationCheck {

    private static final int YEARS_BEFORE = 3;

    private final Texts messages;
    private final Codelists codelists;
    private final Map<String, Programme> programmes = new TreeMap<>();
    private final Map<String, Path> files = new TreeMap<>();
    private final Set<String> refused = new TreeSet<>();

    ConfigurationCheck(Texts messages, Codelists codelists) {
        this.messages = messages;
        this.codelists = codelists;
    }

    /**
     * Returns every problem of the programmes, rules, forms, layouts and judgements of a folder of data sets, a
     * sentence each. What a form or a judgement says of a programme that cannot be read is not looked at.
     */
    List<String> problemsOf(Path datasets) throws IOException {
        List<String> problems = new ArrayList<>();
        for (String folder : List.of("programme", "validation", "form", "layout", "judgement")) {
            for (Path file : yamlOf(datasets.resolve(folder))) {
                problems.addAll(problems(file));
            }
        }
        return problems;
    }

    /**
     * Returns the programmes of a year that nothing is known of or near to, a sentence each with the line of the year:
     * figures of the area for that year or one of the {@value #YEARS_BEFORE} before it.
     */
    List<String> withoutFigures(Collection<Observation> observations) {
        List<String> problems = new ArrayList<>();
        programmes.forEach((id, programme) -> {
            int year = programme.year();
            boolean hasFigures = observations.stream()
                    .anyMatch(observation -> observation.key().areaCode().equals(programme.areaCode())
                            && observation.key().period().year() <= year
                            && observation.key().period().year() >= year - YEARS_BEFORE);
            Path file = files.get(id);
            if (!hasFigures && file != null) {
                int line = CheckedYaml.line(CheckedYaml.content(file), "/year");
                problems.add(messages.text(
                        "check.programme_without_figures", file, line, programme.areaCode(), year, YEARS_BEFORE));
            }
        });
        return problems;
    }

    /** Returns how many files of a folder {@link #problemsOf} looks at. */
    static int count(Path folder) throws IOException {
        return yamlOf(folder).size();
    }

    /** Returns every problem of one file, a sentence each; that it is none of the four is one. */
    List<String> problems(Path file) throws IOException {
        try {
            String yaml = CheckedYaml.content(file);
            JsonNode root = new ObjectMapper(YAMLFactory.builder().build()).readTree(yaml);
            if (root.has("form_code")) {
                return problems(FormCatalogue.readFile(file, codelists), file);
            }
            if (root.has("programme_id")) {
                refused.add(root.path("programme_id").asText());
                Programme programme = ProgrammeFile.parse(yaml, file.toString(), codelists.reportingYears());
                refused.remove(programme.programmeId());
                programmes.put(programme.programmeId(), programme);
                files.put(programme.programmeId(), file);
                List<String> wrongCodes = codeProblems(programme, file);
                if (wrongCodes.isEmpty()) {
                    OfficeProgrammes.requireYear(programme, codelists, file);
                }
                return wrongCodes;
            }
            if (root.has("judgements")) {
                boolean isOfRefused = root.path("judgements").findValuesAsText("programme").stream()
                        .anyMatch(refused::contains);
                if (!isOfRefused) {
                    ExpertJudgements.parse(yaml, file.toString(), programmes.values());
                }
                return List.of();
            }
            if (root.has("layout_code")) {
                LayoutCatalogue.readFile(file);
                return List.of();
            }
            if (root.has("rules")) {
                ValidationRules.parse(yaml, file.toString());
                return List.of();
            }
            return List.of(file + ": " + messages.text("error.check_unknown", file));
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null
                    ? "?"
                    : Integer.toString(e.getLocation().getLineNr());
            String cause = e.getOriginalMessage().lines().findFirst().orElse("");
            return List.of(messages.text("check.no_yaml", file, line, cause));
        } catch (DataException e) {
            String indented = e.message(messages.language()).replace("\n", "\n" + file.getFileName() + ": ");
            return indented.lines().toList();
        }
    }

    private List<String> codeProblems(Programme programme, Path file) {
        try {
            OfficeProgrammes.requireCodes(programme, codelists);
            return List.of();
        } catch (DataException e) {
            return List.of(file + ": " + e.message(messages.language()));
        }
    }

    /** Returns the targets that a form names and its programme has not. */
    private List<String> problems(Form form, Path file) {
        List<String> problems = new ArrayList<>();
        Optional<Programme> programme = Optional.ofNullable(programmes.get(form.programmeId()));
        for (FormRow row : form.rows()) {
            row.targetId()
                    .filter(id ->
                            programme.isPresent() && programme.get().target(id).isEmpty())
                    .ifPresent(id ->
                            problems.add(messages.text("check.no_target", file, row.key(), id, form.programmeId())));
        }
        if (!programmes.isEmpty() && programme.isEmpty() && !refused.contains(form.programmeId())) {
            problems.add(messages.text(
                    "check.no_programme", file, form.programmeId(), String.join(", ", programmes.keySet())));
        }
        return problems;
    }

    private static List<Path> yamlOf(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
