package vn.chitieu.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.text.Language;
import vn.chitieu.text.LocalizedText;

class ProgrammeFileTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final Path PROGRAMMES = DATASETS.resolve("programme");

    @Test
    void readsTheShippedProgrammes() throws IOException {
        List<Programme> programmes = ProgrammeFile.readAll(PROGRAMMES, ReportingYears.calendar());

        assertThat(programmes)
                .extracting(Programme::programmeId)
                .containsExactly(
                        "hau-giang-2025", "philippines-2024", "philippines-2025", "viet-nam-2024", "viet-nam-2025");
        assertThat(programmes).extracting(p -> p.groups().size()).containsExactly(18, 1, 2, 15, 15);
        assertThat(programmes).extracting(p -> p.targets().size()).containsExactly(46, 6, 9, 16, 18);
        assertThat(programmes.get(0).closedOn()).isEqualTo("2025-06-30");
        assertThat(programmes
                        .get(0)
                        .target("12")
                        .orElseThrow()
                        .versions()
                        .get(0)
                        .value())
                .isEqualTo(-0.74);
    }

    @Test
    void shipsTheSchemaThatTheDataSetsName() throws IOException {
        try (var in = ProgrammeFile.class.getResourceAsStream("programme.schema.json")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(PROGRAMMES.resolve("programme.schema.json")));
        }
    }

    @Test
    void anUnknownKeyIsRefusedWithTheOneThatWasMeant() throws IOException {
        assertThatThrownBy(() -> ProgrammeFile.parse(
                        changed("    tolerance: 0.5", "    tolerence: 0.5"), "hg.yaml", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("hg.yaml: ")
                .hasMessageContaining("but was 'tolerence': did you mean 'tolerance'?, at targets[18] (target 7a)");
    }

    @Test
    void aValueOutsideTheListIsRefusedWithTheList() throws IOException {
        assertThatThrownBy(() -> ProgrammeFile.parse(
                        changed("comparator: above", "comparator: over"), "hg.yaml", ReportingYears.calendar()))
                .hasMessageContaining(
                        "Expecting one of [\"at_least\",\"above\",\"at_most\",\"below\",\"point\","
                                + "\"between\",\"about\",\"plan_ceiling\",\"assessed\"] but was \"over\", at targets[6].comparator (target 3b)");
    }

    @Test
    void aMissingKeyIsNamedWithItsPlace() throws IOException {
        assertThatThrownBy(() -> ProgrammeFile.parse(
                        changed("    indicator_code: party_members_admitted\n", ""), "x", ReportingYears.calendar()))
                .hasMessage("x: Expecting key 'indicator_code' but it was missing, at targets[0] (target 1a), line 90");
    }

    @Test
    void aTextWhereANumberIsExpectedIsRefused() throws IOException {
        assertThatThrownBy(() ->
                        ProgrammeFile.parse(changed("value: 1320", "value: '1,320'"), "x", ReportingYears.calendar()))
                .hasMessage("x: Expecting a value of type \"number\" but was \"1,320\","
                        + " at targets[0].versions[0].value (target 1a), line 113");
    }

    @Test
    void aPlanningFigureNeedsATolerance() throws IOException {
        assertThatThrownBy(
                        () -> ProgrammeFile.parse(changed("    tolerance: 39\n", ""), "x", ReportingYears.calendar()))
                .hasMessageContaining("Expecting key 'tolerance' but it was missing, at targets[26] (target 10c)");
    }

    @Test
    void aTargetGivenTwiceIsRefused() throws IOException {
        assertThatThrownBy(() ->
                        ProgrammeFile.parse(changed("  - id: '1b'", "  - id: '1a'"), "x", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessage("Expecting each target of hau-giang-2025 once but found again 1a, in x");
    }

    @Test
    void aKeyGivenTwiceIsRefusedWithItsLine() {
        assertThatThrownBy(() -> ProgrammeFile.parse("year: 2025\nyear: 2026\n", "x", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Duplicate field 'year' in x, line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"year: 2025\n---\nyear: 2026\n", "year: 2025\n\n---\n"})
    void aSecondDocumentIsRefusedAndNotPassedOver(String yaml) {
        assertThatThrownBy(() -> ProgrammeFile.parse(yaml, "x", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Expecting one YAML document but more follows it in x, line ");
    }

    @Test
    void whatFollowsTheEndOfTheDocumentIsRefusedWithItsLine() {
        assertThatThrownBy(() -> ProgrammeFile.parse("year: 2025\n...\n- b\n", "x", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("expected '<document start>'")
                .hasMessageEndingWith(" in x, line 2");
    }

    @Test
    void aDayThatDoesNotExistIsRefused() throws IOException {
        assertThatThrownBy(() -> ProgrammeFile.parse(
                        changed("closed_on: '2025-06-30'", "closed_on: '2025-06-31'"), "x", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessage("Expecting a day of the calendar but was '2025-06-31', in x")
                .extracting(e -> ((DataException) e).message(Language.VI))
                .isEqualTo("x: cần một ngày có trên lịch nhưng là '2025-06-31'. Sửa ngày.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Of a floor the lower end is the commitment, of a ceiling the upper one.
                "range_to: 5.4|range_to: 5.2|Expecting range_to of the version of 2024-11-12 of target 5 above its value 5.3"
                        + " but was 5.2: exchange the ends, in x, line 213",
                "range_to: 25|range_to: 27|Expecting range_to of the version of 2024-11-12 of target 6, a ceiling, below its"
                        + " value 26 but was 27: exchange the ends, in x, line 239",
                "comparator: below|comparator: between|Expecting the version of 2024-11-12 of target 8 to have range_to, the"
                        + " upper end of its range, but it has none, in x, line 317",
                "issued_on: '2025-08-12'|issued_on: '2026-01-06'|Expecting every version of target A1 to be issued by"
                        + " 2025-12-31, the end of its year, before its out-turn, but was 2026-01-06, in x, line 521"
            })
    void aRangeOrADayThatCannotBeIsRefusedWithItsLine(String right, String wrong, String message) throws IOException {
        String yaml = Files.readString(PROGRAMMES.resolve("viet-nam-2025.yaml"));
        assertThat(yaml).contains(right);
        assertThatThrownBy(() -> ProgrammeFile.parse(yaml.replaceFirst(right, wrong), "x", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }

    @Test
    void aGroupThatDoesNotExistIsRefused() throws IOException {
        assertThatThrownBy(() -> ProgrammeFile.parse(
                        changed("    group: 18\n", "    group: 19\n"), "x", ReportingYears.calendar()))
                .hasMessage("Expecting target 18a of hau-giang-2025 to name one of its groups but was 19, in x");
    }

    @Test
    void anIssuerHasANameInBothLanguagesAndOneTextStandsForBoth() throws IOException {
        assertThat(hauGiang().target("5a").orElseThrow().versions())
                .extracting(TargetVersion::issuer)
                .containsExactly(
                        new LocalizedText("Tỉnh ủy Hậu Giang", "Hậu Giang Provincial Party Committee"),
                        new LocalizedText("Tỉnh Hậu Giang", "Hậu Giang Province"),
                        new LocalizedText("Chính phủ", "Government"));

        String both = "issuer:\n          vi: Quốc hội\n          en: National Assembly\n";
        String yaml = Files.readString(PROGRAMMES.resolve("viet-nam-2025.yaml"));
        assertThat(yaml).contains(both);
        Programme once = ProgrammeFile.parse(yaml.replace(both, "issuer: Quốc hội\n"), "x", ReportingYears.calendar());
        assertThat(once.target("2").orElseThrow().versions().get(0).issuer()).isEqualTo(LocalizedText.same("Quốc hội"));
    }

    @Test
    void anIssuerThatIsNamedOnceAmendsWhatItAdoptedUnderBothNames() throws IOException {
        String yaml = Files.readString(PROGRAMMES.resolve("philippines-2025.yaml"));
        String both = """
                issuer:
                          vi: Ủy ban Điều phối Ngân sách Phát triển (DBCC)
                          en: Development Budget Coordination Committee (DBCC)
                        document: DBCC meeting of 2 December 2024
                """;
        assertThat(yaml).contains(both);
        String once = """
                issuer: Ủy ban Điều phối Ngân sách Phát triển (DBCC)
                        document: DBCC meeting of 2 December 2024
                """;

        assertThat(ProgrammeFile.parse(yaml.replace(both, once), "x", ReportingYears.calendar())
                        .targets())
                .hasSize(9);
    }

    @Test
    void anIssuerWithoutANameInOneLanguageIsRefused() throws IOException {
        assertThatThrownBy(() -> ProgrammeFile.parse(
                        changed("          en: Hậu Giang Province\n", ""), "x", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("issuer");
    }

    @Test
    void onlyItsIssuerAmendsAProgramme() throws IOException {
        String yaml = Files.readString(PROGRAMMES.resolve("viet-nam-2025.yaml"))
                .replace("relation: working_target", "relation: amended_by_same_issuer");
        assertThatThrownBy(() -> ProgrammeFile.parse(yaml, "x", ReportingYears.calendar()))
                .hasMessageContaining(
                        "Expecting target 1 to be amended by its issuer 'National Assembly' but was 'Government'");
    }

    @Test
    void aFileThatIsNotInUtf8IsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'});

        assertThatThrownBy(() -> ProgrammeFile.readAll(folder, ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Expecting a readable YAML file in UTF-8 but was ")
                .hasMessageEndingWith(", in " + file + ": save it as UTF-8");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> ProgrammeFile.parse("", "x", ReportingYears.calendar()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Expecting keys but found none in x");
    }

    @Test
    void theSameProgrammeInTwoFilesIsRefused(@TempDir Path folder) throws IOException {
        Files.copy(PROGRAMMES.resolve("viet-nam-2025.yaml"), folder.resolve("a.yaml"));
        Files.copy(PROGRAMMES.resolve("viet-nam-2025.yaml"), folder.resolve("b.yaml"));

        assertThatThrownBy(() -> ProgrammeFile.readAll(folder, ReportingYears.calendar()))
                .hasMessageStartingWith("Expecting each programme in one file but found viet-nam-2025 again in ")
                .hasMessageEndingWith("b.yaml: remove one");
    }

    @Test
    void aVersionIsVisibleFromItsDayOfIssueOn() throws IOException {
        Target exports = vietNam().target("A1").orElseThrow();

        assertThat(exports.versionsAsOf(LocalDate.parse("2025-08-11"))).isEmpty();
        assertThat(exports.headline(LocalDate.parse("2025-08-11"))).isEmpty();
        assertThat(exports.versionsAsOf(LocalDate.parse("2025-08-12"))).hasSize(1);
        assertThat(exports.headline(LocalDate.parse("2025-08-12")).orElseThrow().relation())
                .isEqualTo(VersionRelation.ASSIGNED_BY_HIGHER_LEVEL);
    }

    @Test
    void theHeadlineFollowsTheAmendmentsOfTheIssuer() throws IOException {
        Target growth = vietNam().target("1").orElseThrow();

        assertThat(headline(growth, "2024-11-11")).isNaN();
        assertThat(headline(growth, "2024-11-12")).isEqualTo(6.5);
        assertThat(headline(growth, "2025-02-18")).isEqualTo(6.5);
        assertThat(headline(growth, "2025-02-19")).isEqualTo(8.0);
    }

    @Test
    void aWorkingTargetIsNeverTheHeadlineOfAnAdoptedOne() throws IOException {
        Target growth = hauGiang().target("5a").orElseThrow();

        assertThat(growth.versions()).extracting(TargetVersion::value).containsExactly(8.8, 10.14, 8.8);
        assertThat(growth.versions()).extracting(TargetVersion::number).containsExactly(0, 1, 2);
        assertThat(headline(growth, "2025-07-15")).isEqualTo(8.8);
        assertThat(growth.headline(LocalDate.parse("2025-07-15")).orElseThrow().number())
                .isZero();
    }

    @Test
    void theOrderOfVersionsInTheFileChangesNothing() throws IOException {
        Target growth = hauGiang().target("5a").orElseThrow();
        List<TargetVersion> v = growth.versions();
        Target shuffled = withVersions(growth, List.of(v.get(2), v.get(0), v.get(1)));

        assertThat(shuffled).isEqualTo(growth);
    }

    @Test
    void theAdoptedVersionIsNumberZeroEvenIfAWorkingTargetCameBefore() throws IOException {
        Target growth = hauGiang().target("5a").orElseThrow();
        TargetVersion early = new TargetVersion(
                9,
                LocalizedText.same("Tỉnh"),
                "Báo",
                LocalDate.parse("2024-10-01"),
                Basis.PRESS,
                9.5,
                VersionRelation.WORKING_TARGET);
        Target target = withVersions(growth, List.of(early, growth.versions().get(0)));

        assertThat(target.versions()).extracting(TargetVersion::value).containsExactly(8.8, 9.5);
        assertThat(target.headline(LocalDate.parse("2024-12-30"))).isEmpty();
    }

    @Test
    void aClosedProgrammeIsSeenAsOnItsLastDay() throws IOException {
        Programme programme = hauGiang();

        assertThat(programme.evaluatedOn(LocalDate.parse("2025-07-15"))).isEqualTo("2025-06-30");
        assertThat(programme.evaluatedOn(LocalDate.parse("2025-05-10"))).isEqualTo("2025-05-10");
        assertThat(programme.status(LocalDate.parse("2025-06-30"))).isEqualTo(Programme.Status.IN_FORCE);
        assertThat(programme.status(LocalDate.parse("2025-07-01"))).isEqualTo(Programme.Status.CLOSED);
        assertThat(programme.status(LocalDate.parse("2024-12-30"))).isEqualTo(Programme.Status.NOT_YET_ADOPTED);
    }

    private static double headline(Target target, String day) {
        return target.headline(LocalDate.parse(day)).map(TargetVersion::value).orElse(Double.NaN);
    }

    private static Target withVersions(Target t, List<TargetVersion> versions) {
        return new Target(
                t.id(),
                t.groupNo(),
                t.name(),
                t.measure(),
                t.indicatorCode(),
                t.activityCode(),
                t.unitCode(),
                t.goal(),
                t.leadUnit(),
                t.formula(),
                t.note(),
                versions);
    }

    private static String changed(String from, String to) throws IOException {
        String yaml = Files.readString(PROGRAMMES.resolve("hau-giang-2025.yaml"));
        assertThat(yaml).contains(from);
        int at = yaml.indexOf(from);
        return yaml.substring(0, at) + to + yaml.substring(at + from.length());
    }

    private static Programme vietNam() throws IOException {
        return ProgrammeFile.read(PROGRAMMES.resolve("viet-nam-2025.yaml"), ReportingYears.calendar());
    }

    private static Programme hauGiang() throws IOException {
        return ProgrammeFile.read(PROGRAMMES.resolve("hau-giang-2025.yaml"), ReportingYears.calendar());
    }
}
