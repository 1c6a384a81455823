package dev.migrate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDateTime;

/** The house: who may know whom. */
@AnalyzeClasses(packages = "dev.migrate", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule arrows_go_one_way_only = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.migrate..")
            .layer("application")
            .definedBy("dev.migrate")
            .layer("cli")
            .definedBy("dev.migrate.cli..")
            .layer("web")
            .definedBy("dev.migrate.web..")
            .layer("monitor")
            .definedBy("dev.migrate.monitor..")
            .layer("steering")
            .definedBy("dev.migrate.steering..")
            .layer("type")
            .definedBy("dev.migrate.type..")
            .layer("engine")
            .definedBy("dev.migrate.engine..")
            .layer("definition")
            .definedBy("dev.migrate.definition..")
            .layer("table")
            .definedBy("dev.migrate.table..")
            .layer("database")
            .definedBy("dev.migrate.database..")
            .layer("handler")
            .definedBy("dev.migrate.handler..")
            .layer("program")
            .definedBy("dev.migrate.program..")
            .layer("job")
            .definedBy("dev.migrate.job..")
            .whereLayer("application")
            .mayOnlyAccessLayers(
                    "cli",
                    "web",
                    "engine",
                    "monitor",
                    "steering",
                    "type",
                    "definition",
                    "table",
                    "database",
                    "program",
                    "job")
            .whereLayer("cli")
            .mayOnlyAccessLayers("web", "engine", "monitor", "steering", "definition", "job")
            .whereLayer("web")
            .mayOnlyAccessLayers("monitor", "steering", "job")
            .whereLayer("monitor")
            .mayOnlyAccessLayers("database", "job")
            .whereLayer("steering")
            .mayOnlyAccessLayers("database", "job")
            .whereLayer("type")
            .mayOnlyAccessLayers("definition", "table", "database", "program", "handler", "job")
            .whereLayer("engine")
            .mayOnlyAccessLayers("definition", "table", "database", "job")
            .whereLayer("definition")
            .mayOnlyAccessLayers("job")
            .whereLayer("table")
            .mayOnlyAccessLayers("database", "job")
            .whereLayer("database")
            .mayOnlyAccessLayers("job")
            .whereLayer("handler")
            .mayNotAccessAnyLayer()
            .whereLayer("program")
            .mayOnlyAccessLayers("job")
            .whereLayer("job")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule job_types_do_not_know_each_other =
            slices().matching("dev.migrate.type.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.migrate.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_words_are_plain_java = classes()
            .that()
            .resideInAPackage("dev.migrate.job..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.migrate.job..");

    @ArchTest
    static final ArchRule time_comes_in_through_the_constructor = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothing_is_printed_past_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackages("dev.migrate", "dev.migrate.cli..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule classes_are_final_unless_made_to_be_extended = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotRecords()
            .and(DescribedPredicate.not(new DescribedPredicate<JavaClass>("sealed, abstract or configuration") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
                            || type.isAnonymousClass()
                            || type.isAnnotatedWith("org.springframework.context.annotation.Configuration");
                }
            }))
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
