package vn.chitieu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.chitieu");

    @Test
    void theScanFindsTheWholeProduct() {
        assertThat(CLASSES.size()).isGreaterThan(520);
    }

    @Test
    void aTestIsFoundBesideTheClassItProves() {
        Map<String, Set<String>> packages = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toSet())));
        Set<String> elsewhere = new TreeSet<>();
        for (JavaClass test : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("vn.chitieu")) {
            String proved = test.getSimpleName().replaceFirst("Test$", "");
            Set<String> beside = packages.getOrDefault(proved, Set.of(test.getPackageName()));
            if (test.isTopLevelClass() && !beside.contains(test.getPackageName())) {
                elsewhere.add(test.getName());
            }
        }
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
                .layer("mart")
                .definedBy("vn.chitieu.mart..")
                .layer("notebook")
                .definedBy("vn.chitieu.notebook..")
                .layer("cli")
                .definedBy("vn.chitieu.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("notebook")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("mart")
                .mayOnlyBeAccessedByLayers("notebook", "cli")
                .whereLayer("attainment")
                .mayOnlyBeAccessedByLayers("mart", "cli")
                .whereLayer("programme")
                .mayOnlyBeAccessedByLayers("attainment", "mart", "cli")
                .whereLayer("projection")
                .mayOnlyBeAccessedByLayers("attainment", "mart", "cli")
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers("projection", "attainment", "mart", "cli")
                .whereLayer("observation")
                .mayOnlyBeAccessedByLayers(
                        "account", "projection", "programme", "attainment", "mart", "notebook", "cli")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("observation", "mart", "cli")
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
