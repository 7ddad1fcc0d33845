package vn.chitieu.night;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.plausibility.PlannedFigure;
import vn.chitieu.observation.plausibility.References;
import vn.chitieu.observation.plausibility.References.Identity;
import vn.chitieu.observation.plausibility.References.Term;
import vn.chitieu.observation.rule.NamedCheck;
import vn.chitieu.observation.rule.Relation;
import vn.chitieu.observation.rule.ValidationRule;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetVersion;

/** The forms of the data folder with what their figures are held against: the plans of all programmes, known sums. */
public final class OfficeForms {

    private static final String PER_CAPITA = "_per_capita";

    private OfficeForms() {}

    /**
     * Returns the forms.
     *
     * @throws vn.chitieu.catalog.DataException if a form, a programme or a rule of validation cannot be used
     */
    public static FormCatalogue read(Path datasets, Codelists codelists) throws IOException {
        return read(
                datasets,
                codelists,
                Files.isDirectory(datasets.resolve("programme"))
                        ? new OfficeProgrammes(datasets).read(codelists)
                        : List.of());
    }

    /** Does the same with the programmes of the data folder, read before. */
    static FormCatalogue read(Path datasets, Codelists codelists, List<Programme> programmes) {
        return FormCatalogue.read(datasets, codelists)
                .heldAgainst(new References(plans(programmes, codelists), identities(ValidationRules.read(datasets))));
    }

    /** Returns the forms of some programmes, each with the last day of its programme's year and territory. */
    static Map<Form, LocalDate> ofProgrammes(Path datasets, Codelists codelists, List<Programme> programmes) {
        Map<Form, LocalDate> forms = new LinkedHashMap<>();
        for (Form form : FormCatalogue.read(datasets, codelists).forms().values()) {
            for (Programme programme : programmes) {
                if (programme.programmeId().equals(form.programmeId())) {
                    LocalDate yearEnd =
                            codelists.reportingYears().of(programme.areaCode()).end(Period.ofYear(programme.year()));
                    Optional<LocalDate> dissolved =
                            codelists.areaOf(form.areaCode()).validTo();
                    forms.put(form, dissolved.filter(yearEnd::isAfter).orElse(yearEnd));
                }
            }
        }
        return forms;
    }

    private static List<PlannedFigure> plans(List<Programme> programmes, Codelists codelists) {
        List<PlannedFigure> plans = new ArrayList<>();
        for (Programme programme : programmes) {
            for (Target target : programme.targets()) {
                Optional<String> indicator = indicator(target, codelists);
                for (TargetVersion version : target.versions()) {
                    Double value = version.value();
                    if (indicator.isPresent()
                            && value != null
                            && version.relation().isOfProgramme()) {
                        plans.add(new PlannedFigure(
                                programme.areaCode(),
                                indicator.get(),
                                target.activityCode(),
                                target.unitCode(),
                                programme.year(),
                                BigDecimal.valueOf(value),
                                version.issuedOn()));
                    }
                }
            }
        }
        return plans;
    }

    /** Returns the indicator whose own value of the year a target sets; a growth target sets that of a growth rate. */
    private static Optional<String> indicator(Target target, Codelists codelists) {
        String code = target.indicatorCode();
        return switch (target.measure()) {
            case FLOW_YEAR, STOCK_YEAR_END, RATIO_YEAR, MINIMUM_PER_UNIT -> Optional.of(code);
            case GROWTH_VOLUME, GROWTH_YEAR ->
                Optional.of(code).filter(c -> codelists.indicator(c).kind() == IndicatorKind.GROWTH);
            case PER_CAPITA -> Optional.of(perCapita(code, codelists));
            case SHARE_OF_GRDP, CHANGE_FROM_LAST_YEAR, HIGHER_THAN_LAST_YEAR, QUALITATIVE -> Optional.empty();
        };
    }

    private static String perCapita(String code, Codelists codelists) {
        return codelists.indicators().containsKey(code + PER_CAPITA) ? code + PER_CAPITA : code;
    }

    private static List<Identity> identities(List<ValidationRule> rules) {
        List<Identity> identities = new ArrayList<>();
        for (ValidationRule rule : rules) {
            boolean isSum = rule.check() == NamedCheck.SUM;
            if (isSum || rule.check() == NamedCheck.PART_WHOLE) {
                for (Relation relation : rule.relations()) {
                    relation.total()
                            .ifPresent(total -> identities.add(new Identity(
                                    term(total),
                                    relation.parts().stream()
                                            .map(OfficeForms::term)
                                            .toList(),
                                    isSum,
                                    rule.tolerance("share"))));
                }
            }
        }
        return identities;
    }

    private static Term term(Relation.Term term) {
        return new Term(term.indicatorCode(), term.activityCode(), term.sign());
    }
}
