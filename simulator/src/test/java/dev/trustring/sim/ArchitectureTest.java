package dev.trustring.sim;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.BaseStream;

/** The rules of the code's shape; each says why it is one. */
@AnalyzeClasses(packages = "dev.trustring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String AKKA = "akka..";
  private static final String CLI = "dev.trustring.sim.cli..";
  private static final String WIRE = "dev.trustring.sim.wire..";
  private static final String BENCH = "dev.trustring.sim.bench..";

  /** Stands between Akka and the JVM's own time and chance, so it must know both. */
  private static final String HOOKS = "dev.trustring.sim.instrument.LoopHooks";

  @ArchTest
  static final ArchRule modulesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("atm-actors")
          .definedBy("dev.trustring.atm..")
          .layer("trust-ring")
          .definedBy("dev.trustring.trust..")
          .layer("kv-replication")
          .definedBy("dev.trustring.kv..")
          .layer("devices")
          .definedBy("dev.trustring.device..")
          .layer("simulation-configs")
          .definedBy("dev.trustring.config..")
          .layer("simulator")
          .definedBy("dev.trustring.sim..")
          .whereLayer("atm-actors")
          .mayNotAccessAnyLayer()
          .whereLayer("trust-ring")
          .mayNotAccessAnyLayer()
          .whereLayer("kv-replication")
          .mayOnlyAccessLayers("atm-actors", "trust-ring")
          .whereLayer("devices")
          .mayOnlyAccessLayers("atm-actors", "trust-ring", "kv-replication")
          .whereLayer("simulation-configs")
          .mayOnlyAccessLayers("atm-actors", "trust-ring", "kv-replication", "devices")
          .because("a part that knows the parts built on it cannot be understood or used alone");

  @ArchTest
  static final ArchRule everythingIsInAModule =
      classes()
          .that()
          .resideInAPackage("dev.trustring..")
          .should()
          .resideInAnyPackage(
              "dev.trustring.atm..",
              "dev.trustring.trust..",
              "dev.trustring.kv..",
              "dev.trustring.device..",
              "dev.trustring.config..",
              "dev.trustring.sim..")
          .because("the rule on modules sees only what is in one of them");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("dev.trustring.(**)")
          .should()
          .beFreeOfCycles()
          .because("two packages that need each other are one package with two names");

  @ArchTest
  static final ArchRule onlyActorsKnowAkka =
      noClasses()
          .that(
              resideInAnyPackage(
                      "dev.trustring.atm..",
                      "dev.trustring.trust..",
                      "dev.trustring.kv..",
                      "dev.trustring.device..",
                      "dev.trustring.config..")
                  .and(DescribedPredicate.not(belongToAnActor())))
          .should()
          .dependOnClassesThat(resideInAPackage(AKKA))
          .because("rules are pure: they are asked by actors, tests and other engines alike");

  @ArchTest
  static final ArchRule onlyHostsOfTheSimulatorKnowAkka =
      noClasses()
          .that(
              resideInAPackage("dev.trustring.sim..")
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              "dev.trustring.sim.loop..",
                              "dev.trustring.sim.fabric..",
                              "dev.trustring.sim.cluster..",
                              "dev.trustring.sim.disk..",
                              "dev.trustring.sim.process..",
                              "dev.trustring.sim.journal..",
                              "dev.trustring.sim.world..",
                              "dev.trustring.sim.workers..",
                              WIRE,
                              BENCH))))
          .should()
          .dependOnClassesThat(resideInAPackage(AKKA))
          .because(
              "oracles, faults and reports must not see on what a world runs;"
                  + " benchmarks bring nodes of their own to compare with");

  @ArchTest
  static final ArchRule timeComesFromTheWorld =
      noClasses()
          .that(areNot(CLI).and(areNot(WIRE)).and(areNot(BENCH)))
          .and()
          .doNotHaveFullyQualifiedName(HOOKS)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .because(
              "a run has the same events on every machine, however fast it is;"
                  + " the wire alone is on real time, and benchmarks measure it");

  @ArchTest
  static final ArchRule chanceComesFromTheSeed =
      noClasses()
          .that(areNot(CLI))
          .and()
          .doNotHaveFullyQualifiedName(HOOKS)
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callConstructor(SecureRandom.class)
          .orShould()
          .callMethod(SecureRandom.class, "getInstance", String.class)
          .orShould()
          .callMethod(SecureRandom.class, "getInstanceStrong")
          .because("every draw comes from a named stream of the seed");

  @ArchTest
  static final ArchRule onlyTheSeedingOfAkkaKnowsTheThreadsOwnChance =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.trustring.sim.loop.ThreadRandomness")
          .and()
          .doNotHaveFullyQualifiedName(HOOKS)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ThreadLocalRandom.class)
          .because("Akka draws from it, so it is seeded or bypassed, and nobody else may shift it");

  @ArchTest
  static final ArchRule everythingRunsOnTheLoop =
      noClasses()
          .that(areNot(CLI))
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(CompletableFuture.class)
          .orShould()
          .callMethodWhere(isParallel())
          .because("work on another thread is not seen by the loop and not in its order");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that(areNot(CLI))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("results go through one place, which knows what is a terminal");

  @ArchTest
  static final ArchRule nothingButTheCommandLineKnowsBenchmarks =
      noClasses()
          .that(areNot(CLI).and(areNot(BENCH)))
          .should()
          .dependOnClassesThat(resideInAPackage(BENCH))
          .because("what is measured must not know that it is");

  @ArchTest
  static final ArchRule noPackageIsADrawerForEverything =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..common..", "..impl..", "..model..", "..manager..", "..helper..")
          .because("a package is named after what it is about");

  private static DescribedPredicate<JavaClass> areNot(String packages) {
    return DescribedPredicate.not(resideInAPackage(packages));
  }

  /** An actor is a class of that name; what is nested in it is part of it. */
  private static DescribedPredicate<JavaClass> belongToAnActor() {
    return DescribedPredicate.describe(
        "belong to an actor", javaClass -> outermost(javaClass).getSimpleName().endsWith("Actor"));
  }

  private static JavaClass outermost(JavaClass javaClass) {
    return javaClass.getEnclosingClass().map(ArchitectureTest::outermost).orElse(javaClass);
  }

  private static DescribedPredicate<JavaMethodCall> isParallel() {
    return DescribedPredicate.describe(
        "a stream is made parallel",
        call ->
            call.getName().equals("parallelStream")
                || (call.getName().equals("parallel")
                    && call.getTargetOwner().isAssignableTo(BaseStream.class)));
  }
}
