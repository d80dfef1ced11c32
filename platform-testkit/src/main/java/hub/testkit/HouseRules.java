package hub.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import hub.platform.mongo.Documents;
import java.util.List;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Controller;

/** The rules of docs/architecture.md that a compiler cannot hold. */
public final class HouseRules {
    private static final DescribedPredicate<JavaClass> RECORDS_OF_THE_MODEL = DescribedPredicate.describe(
            "records and enums of the model",
            type -> (type.isRecord() || type.isEnum())
                    && !type.getPackageName().endsWith(".web")
                    && !type.getPackageName().startsWith("hub.platform.forms")
                    && !type.getPackageName().startsWith("hub.platform.security")
                    && !type.getPackageName().startsWith("hub.platform.queue")
                    && !type.getPackageName().startsWith("hub.platform.events")
                    && !type.getPackageName().startsWith("hub.platform.due")
                    && !type.getPackageName().startsWith("hub.platform.mail")
                    && !type.getPackageName().startsWith("hub.platform.cache")
                    && !type.getPackageName().startsWith("hub.platform.mongo"));

    private HouseRules() {}

    public static void check(String... packages) {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
        all().forEach(rule -> rule.allowEmptyShould(true).check(house));
        slices().matching("hub.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .because("whoever reads one package of the platform need not read all of them")
                .allowEmptyShould(true)
                .check(house);
    }

    /** What people wrote in groups is read for somebody: the rule of who may is part of each reading. */
    private static final Set<String> STORES_OF_CONTENT = Set.of(
            "PostStore",
            "ThreadStore",
            "ReportStore",
            "SuggestionStore",
            "RotaStore",
            "HubHomeStore",
            "SleepoverStore",
            "ConcernStore",
            "MentorshipStore",
            "MentorStore",
            "EnquiryStore",
            "AmbassadorStore",
            "ActivityStore");

    private static final Set<String> READINGS = Set.of(
            "find",
            "findAll",
            "firstSince",
            "beginning",
            "after",
            "from",
            "before",
            "newest",
            "older",
            "latest",
            "endingAfter",
            "ended",
            "waiting",
            "open",
            "findWords",
            "asMentor",
            "findMatched",
            "matched",
            "between");

    private static final ArchCondition<JavaMethod> TAKE_THE_VISIBILITY =
            new ArchCondition<>("take the Visibility or the Viewer of whoever reads") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean takes = method.getRawParameterTypes().stream()
                            .anyMatch(type -> Set.of("Visibility", "Viewer").contains(type.getSimpleName()));
                    events.add(new SimpleConditionEvent(method, takes, method.getFullName()));
                }
            };

    private static List<ArchRule> all() {
        return List.of(
                noClasses()
                        .that()
                        .resideInAPackage("hub.forum..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("hub.resources..")
                        .because("the services never import each other"),
                noClasses()
                        .that()
                        .resideInAPackage("hub.resources..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("hub.forum.."),
                noClasses()
                        .that()
                        .resideInAPackage("hub.platform..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("hub.forum..", "hub.resources.."),
                classes()
                        .that()
                        .areAnnotatedWith(Controller.class)
                        .should()
                        .bePackagePrivate()
                        .andShould()
                        .resideInAPackage("..web"),
                noClasses()
                        .that(doNotBelongToAStore())
                        .and()
                        .doNotHaveSimpleName("LightSessions")
                        .and()
                        .resideOutsideOfPackages("hub.platform.mongo..", "hub.testkit..")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Documents.class)
                        .because("only a Store touches documents, and the sessions, which the library stores"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("hub.platform.mongo..", "hub.testkit..")
                        .and(DescribedPredicate.describe(
                                "are not migrations", type -> !type.getName().contains("Migrations")))
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ReactiveMongoTemplate.class)
                        .because("there is one way to documents, which tells the caches"),
                noClasses()
                        .that(RECORDS_OF_THE_MODEL)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("org.springframework..", "reactor..", "com.mongodb..", "org.bson.."))
                        .because("the model is plain Java"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..web")
                        .and()
                        .resideInAnyPackage("hub.forum..", "hub.resources..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.web..", "org.springframework.http..")
                        .because("the web stays in web"),
                methods()
                        .that(DescribedPredicate.describe(
                                "read what people wrote in groups",
                                method -> STORES_OF_CONTENT.contains(
                                                method.getOwner().getSimpleName())
                                        && READINGS.contains(method.getName())))
                        .should(TAKE_THE_VISIBILITY),
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Controller.class)
                        .should()
                        .notHaveModifier(JavaModifier.PUBLIC)
                        .because("nobody calls a controller but the framework"));
    }

    private static DescribedPredicate<JavaClass> doNotBelongToAStore() {
        return DescribedPredicate.describe(
                "do not belong to a Store",
                type -> !type.getSimpleName().endsWith("Store")
                        && !type.getEnclosingClass()
                                .map(outer -> outer.getSimpleName().endsWith("Store"))
                                .orElse(false));
    }
}
