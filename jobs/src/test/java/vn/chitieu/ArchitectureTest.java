package vn.chitieu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.chitieu");

    /** Near the number of classes, so that a scan of half the product fails. */
    private static final int GUARD = 740;

    private static final int MOST_CLASSES_OF_A_ROOM = 30;
    private static final int MOST_COMPONENTS = 12;
    private static final int MOST_PARAMETERS = 7;

    /** Wide for a reason that stands in the class. */
    private static final Set<String> WIDE_RECORDS = Set.of("MethodConstants", "Observation");

    private static final Path SOURCES = Path.of(System.getProperty("chitieu.home"), "jobs/src/main/java");

    /** Comments and literals of a source file, so that a mark inside one does not begin another. */
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile(
            "/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'", Pattern.DOTALL);

    private static final Pattern VIETNAMESE = Pattern.compile(
            "[\\u1ea0-\\u1ef9\\u0102\\u0103\\u0110\\u0111\\u01a0\\u01a1\\u01af\\u01b0\\u00c0-\\u00c3\\u00c8-\\u00ca\\u00d2-\\u00d5\\u00e0-\\u00e3\\u00e8-\\u00ea\\u00ec\\u00ed\\u00f2-\\u00f5\\u00f9\\u00fa]");

    private static final Pattern COUNTRY = Pattern.compile(
            "\"(?:VN|PH)(?:-[A-Z0-9-]+)?\"|(?i)vietnam|viet nam|hau_giang|philippine|_vnd|vnd_|_php|php_|peso|\"dong\"");

    private static final Set<String> IN_MONEY_OF_THE_ACCOUNTS = Set.of(
            "AccountFigures.java",
            "AccountIdentities.java",
            "BalanceListing.java",
            "FigureListing.java",
            "FigureName.java",
            "Findings.java",
            "GrdpAccount.java",
            "GrdpChapter.java",
            "GrowthReference.java",
            "GrowthScenario.java",
            "MergedArea.java",
            "NumberFormats.java",
            "PerCapitaAccount.java",
            "ProgrammePlan.java",
            "RevenueAccount.java",
            "ShowTables.java");

    private static final Pattern CHOICE_OF_LANGUAGE =
            Pattern.compile("Language\\.(?:VI|EN)\\s*(?:\\)\\s*)?\\?|(?:isVi|isVietnamese)\\b");

    @Test
    void noRoomIsCrowded() {
        Map<String, Long> rooms = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(javaClass -> !javaClass.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()));
        assertThat(rooms)
                .allSatisfy(
                        (room, classes) -> assertThat(classes).as(room).isLessThanOrEqualTo(MOST_CLASSES_OF_A_ROOM));
    }

    @Test
    void recordsHaveAtMostTwelveComponents() {
        Set<String> wide = new TreeSet<>();
        for (JavaClass javaClass : CLASSES) {
            if (javaClass.isRecord() && javaClass.reflect().getRecordComponents().length > MOST_COMPONENTS) {
                wide.add(javaClass.getSimpleName());
            }
        }
        assertThat(wide).isEqualTo(new TreeSet<>(WIDE_RECORDS));
    }

    @Test
    void methodsTakeAtMostSevenParameters() {
        Set<String> wide = new TreeSet<>();
        for (JavaClass javaClass : CLASSES) {
            for (JavaCodeUnit unit : javaClass.getCodeUnits()) {
                boolean isWritten = !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !unit.getName().startsWith("lambda$")
                        && !(unit.isConstructor() && (javaClass.isRecord() || javaClass.isEnum()));
                if (isWritten && unit.getRawParameterTypes().size() > MOST_PARAMETERS) {
                    wide.add(unit.getFullName());
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void sentencesStandInBundles() throws IOException {
        Set<String> sentences = new TreeSet<>();
        Set<String> choices = new TreeSet<>();
        int files = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            COMMENT_OR_TEXT.matcher(source).results().map(MatchResult::group).forEach(text -> {
                if (text.startsWith("\"") && VIETNAMESE.matcher(text).find()) {
                    sentences.add(file.getFileName() + ": " + text);
                }
            });
            boolean isOfText =
                    file.getParent().endsWith("text") && file.toString().contains("chitieu/text");
            if (!isOfText && CHOICE_OF_LANGUAGE.matcher(source).find()) {
                choices.add(file.toString());
            }
            files++;
        }
        assertThat(files).isGreaterThan(550);
        assertThat(sentences).isEmpty();
        assertThat(choices).isEmpty();
    }

    /**
     * Countries are data: no code of an area, no name of a country and no money stands in a literal. The tables of
     * accounts, and what reads them, are in the money of the first office; no class may join them.
     */
    @Test
    void noCountryIsNamedInTheCode() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path file : sources()) {
            COMMENT_OR_TEXT
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .filter(text ->
                            text.startsWith("\"") && COUNTRY.matcher(text).find())
                    .forEach(text -> named.add(file.getFileName().toString()));
        }
        named.removeAll(IN_MONEY_OF_THE_ACCOUNTS);
        assertThat(named).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Other stages touch a stage's door and its top room; what else they use stands here, and may only become less. */
    private static final Set<String> OPEN_ROOMS = Set.of(
            "account.formula",
            "account.territory",
            "attainment.audit",
            "attainment.scenario",
            "catalog.rows",
            "catalog.run",
            "catalog.table",
            "observation.codelist",
            "observation.figures",
            "observation.ingest",
            "observation.rule",
            "projection.backtest",
            "projection.distribution",
            "source.delivery",
            "source.layout",
            "source.table",
            "source.workbook");

    @Test
    void otherStagesKnockAtTheDoor() {
        Set<String> used = new TreeSet<>();
        for (JavaClass javaClass : CLASSES) {
            for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
                String from = stageOf(javaClass);
                String to = stageOf(dependency.getTargetClass());
                boolean isWiring = Set.of("night", "cli").contains(from);
                boolean isOfOurs = dependency.getTargetClass().getPackageName().startsWith("vn.chitieu.");
                String room = dependency.getTargetClass().getPackageName().replaceFirst("^vn\\.chitieu\\.", "");
                boolean isRoom = room.contains(".") && !room.endsWith(".area") && !to.equals("method");
                if (isOfOurs && !isWiring && !from.equals(to) && isRoom) {
                    used.add(room);
                }
            }
        }
        assertThat(used).isEqualTo(new TreeSet<>(OPEN_ROOMS));
    }

    private static String stageOf(JavaClass javaClass) {
        String room = javaClass.getPackageName().replaceFirst("^vn\\.chitieu\\.?", "");
        return room.contains(".") ? room.substring(0, room.indexOf('.')) : room;
    }

    @Test
    void theScanFindsTheWholeProduct() {
        assertThat(CLASSES.size()).isGreaterThan(GUARD);
    }

    @Test
    void aTestIsFoundBesideTheClassItProves() {
        Map<String, Set<String>> packages = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toSet())));
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("vn.chitieu");
        Set<String> elsewhere = new TreeSet<>();
        for (JavaClass test : tests) {
            String proved = test.getSimpleName().replaceFirst("Test$", "");
            Set<String> beside = packages.getOrDefault(proved, Set.of(test.getPackageName()));
            if (test.isTopLevelClass() && !beside.contains(test.getPackageName())) {
                elsewhere.add(test.getName());
            }
        }
        assertThat(tests.size()).isGreaterThan(180);
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void stagesDependOnEarlierStagesOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("catalog")
                .definedBy("vn.chitieu.catalog..")
                .layer("source")
                .definedBy("vn.chitieu.source..")
                .layer("observation")
                .definedBy("vn.chitieu.observation..")
                .layer("account")
                .definedBy("vn.chitieu.account..")
                .layer("projection")
                .definedBy("vn.chitieu.projection..")
                .layer("programme")
                .definedBy("vn.chitieu.programme..")
                .layer("attainment")
                .definedBy("vn.chitieu.attainment..")
                .layer("track")
                .definedBy("vn.chitieu.track..")
                .layer("mart")
                .definedBy("vn.chitieu.mart..")
                .layer("notebook")
                .definedBy("vn.chitieu.notebook..")
                .layer("night")
                .definedBy("vn.chitieu.night..")
                .layer("cli")
                .definedBy("vn.chitieu.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("night")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("notebook")
                .mayOnlyBeAccessedByLayers("night", "cli")
                .whereLayer("mart")
                .mayOnlyBeAccessedByLayers("notebook", "night", "cli")
                .whereLayer("track")
                .mayOnlyBeAccessedByLayers("mart", "night", "cli")
                .whereLayer("attainment")
                .mayOnlyBeAccessedByLayers("track", "mart", "night", "cli")
                .whereLayer("programme")
                .mayOnlyBeAccessedByLayers("attainment", "track", "mart", "night", "cli")
                .whereLayer("projection")
                .mayOnlyBeAccessedByLayers("attainment", "track", "mart", "night", "cli")
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers("projection", "attainment", "mart", "night", "cli")
                .whereLayer("observation")
                .mayOnlyBeAccessedByLayers(
                        "account", "projection", "programme", "attainment", "track", "mart", "notebook", "night", "cli")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("observation", "mart", "night", "cli")
                .check(CLASSES);
    }

    @Test
    void notebooksReadMartsAndKnowOfTheOtherStagesOnlyWhatAPeriodIs() {
        noClasses()
                .that()
                .resideInAPackage("vn.chitieu.notebook..")
                .should()
                .dependOnClassesThat(resideInAPackage("vn.chitieu.observation..")
                        .and(not(name("vn.chitieu.observation.Period")))
                        .and(not(name("vn.chitieu.observation.ReportingPeriod")))
                        .and(not(name("vn.chitieu.observation.ReportingYear")))
                        .and(not(name("vn.chitieu.observation.Frequency"))))
                .check(CLASSES);
    }

    @Test
    void methodsOfSeveralStagesKnowNoStage() {
        noClasses()
                .that()
                .resideInAPackage("vn.chitieu.method..")
                .should()
                .dependOnClassesThat(resideInAPackage("vn.chitieu..").and(not(resideInAPackage("vn.chitieu.method.."))))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("vn.chitieu.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyJobsAndTheCatalogKnowSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.chitieu.catalog..", "vn.chitieu.night..")
                .and()
                .haveSimpleNameNotEndingWith("Job")
                .and(notNestedInAJob())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .check(CLASSES);
    }

    @Test
    void jobsDoNoArithmeticOnColumns() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Job")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.spark.sql.functions")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.spark.sql.Column")
                .check(CLASSES);
    }

    @Test
    void theClockIsReadInOnePlace() {
        classes().should(readNoClock()).check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)")
                .check(CLASSES);
    }

    @Test
    void nothingPrintsToTheStandardStreams() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass javaClass : CLASSES) {
            JavaPackage javaPackage = javaClass.getPackage();
            if (!javaPackage.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(javaPackage.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private static DescribedPredicate<JavaClass> notNestedInAJob() {
        return new DescribedPredicate<>("are not nested in a job") {
            @Override
            public boolean test(JavaClass javaClass) {
                return javaClass
                        .getEnclosingClass()
                        .map(enclosing -> !enclosing.getSimpleName().endsWith("Job"))
                        .orElse(true);
            }
        };
    }

    private static ArchCondition<JavaClass> readNoClock() {
        return new ArchCondition<>("read no clock but in RunClock") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                if (javaClass.getName().equals("vn.chitieu.night.RunClock")) {
                    return;
                }
                for (JavaCall<?> call : javaClass.getMethodCallsFromSelf()) {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getTarget().getName();
                    boolean now = name.equals("now") && owner.startsWith("java.time.");
                    boolean system = owner.equals("java.lang.System")
                            && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
                    boolean clock = owner.equals(Clock.class.getName()) && name.startsWith("system");
                    if (now || system || clock) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }
}
