package io.minewatch.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house that every module's {@code RoomsTest} checks. */
public final class HouseRules {
  /** A file longer than this is not one idea. */
  public static final int MAX_LINES = 250;

  private static final String[] JDK = {
    "java.lang..",
    "java.time..",
    "java.util",
    "java.util.function",
    "java.util.stream",
    "java.security",
    "java.nio.charset",
    "org.jspecify.."
  };

  private static final String TAPE = "io.minewatch.judge.tape.Tape";

  /** What a collection is refilled with. */
  private static final Set<String> REFILLS =
      Set.of("clear", "addAll", "putAll", "removeIf", "removeAll", "retainAll");

  private HouseRules() {}

  /** The classes below these packages, tests left out. */
  public static JavaClasses classesOf(String... packages) {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests())
        .importPackages(packages);
  }

  /** A pure room knows the JDK's values, the domain's words and other pure rooms, nothing else. */
  public static void pureRoomsStayPure(JavaClasses ours, String... pure) {
    classes()
        .that()
        .resideInAnyPackage(pure)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(pure)
                .or(resideInAnyPackage(JDK))
                .or(
                    resideInAnyPackage("io.minewatch.domain..")
                        .and(not(resideInAnyPackage("io.minewatch.domain.wire.."))))
                .or(type(Serializable.class)))
        .check(ours);
  }

  /** No clock and no chance outside {@code app}: time and identity come in as values. */
  public static void noClockOutsideApp(JavaClasses ours) {
    noClasses()
        .that()
        .resideOutsideOfPackages("..app..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(ours);
  }

  /** Who refills a collection while a tape passes asks whether it plays: see {@code Tape}. */
  public static void recordingChangesNothing(JavaClasses ours) {
    methods()
        .that(
            DescribedPredicate.describe(
                "pass a tape",
                method ->
                    method.getRawParameterTypes().stream().anyMatch(t -> t.isAssignableTo(TAPE))))
        .should(refillOnlyWhilePlaying())
        .check(ours);
  }

  private static ArchCondition<JavaMethod> refillOnlyWhilePlaying() {
    return new ArchCondition<>("refill a collection only while the tape plays") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Set<JavaMethodCall> calls = method.getMethodCallsFromSelf();
        boolean asks = calls.stream().anyMatch(call -> call.getName().equals("isPlaying"));
        for (JavaMethodCall call : calls) {
          boolean refills =
              call.getTargetOwner().getPackageName().equals("java.util")
                  && REFILLS.contains(call.getName());
          if (refills && !asks) {
            events.add(SimpleConditionEvent.violated(method, call.getDescription()));
          }
        }
      }
    };
  }

  /** Nobody imports {@code app}. */
  public static void nobodyImportsApp(JavaClasses ours, String app) {
    noClasses()
        .that()
        .resideOutsideOfPackages(app)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(app)
        .allowEmptyShould(true)
        .check(ours);
  }

  /**
   * Every room says what it is for, and no file has outgrown a head. Run from the module's folder.
   */
  public static void filesStaySmallAndRoomsSayWhatTheyAreFor() {
    Path main = Path.of("src/main/java");
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(main)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        long lines = Files.readAllLines(file).size();
        if (lines > MAX_LINES) {
          wrong.add(file + " has " + lines + " lines, at most " + MAX_LINES);
        }
        if (!Files.exists(file.resolveSibling("package-info.java"))) {
          wrong.add(file.getParent() + " has no package-info.java");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(wrong).isEmpty();
  }
}
