package io.minewatch.alerting.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Refusal;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.journal.RegistryRows;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.reconcile.Pair;
import io.minewatch.alerting.seal.Sign;
import io.minewatch.alerting.seal.Watched;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.plan.TailingsItem;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Reason;
import io.minewatch.domain.withdrawal.Remaining;
import io.minewatch.judge.slope.AngleBand;
import io.minewatch.judge.slope.Outlook;
import io.minewatch.judge.slope.Stage;
import io.minewatch.judge.water.PointColour;
import io.minewatch.judge.water.PumpState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleFilesTest {
  private static final Path CONSOLE = Path.of("src", "main", "resources", "console");
  private static final int MOST_LINES = 250;
  private static final Pattern ENTRY = Pattern.compile("'([\\w.]+)': '((?:[^'\\\\]|\\\\.)*)'");
  private static final Pattern PLAIN_WORD = Pattern.compile("\\bt\\(\\s*'([\\w.]+)'");
  private static final Pattern LIBRARY = Pattern.compile("/webjars/[\\w./-]+\\.(?:js|css)");

  @Test
  void bothLanguagesHaveAWordForEveryKey() throws IOException {
    assertThat(words("zh").keySet()).isEqualTo(words("en").keySet());
    assertThat(words("zh").values()).noneMatch(String::isBlank);
    assertThat(words("en").values()).noneMatch(String::isBlank);
  }

  @Test
  void bothLanguagesFillInTheSameValuesUnlessTheGrammarNeedsFewer() throws IOException {
    Map<String, String> english = words("en");
    words("zh")
        .forEach(
            (key, text) ->
                assertThat(text.contains("{0}"))
                    .as(key)
                    .isEqualTo(english.get(key).contains("{0}")));
  }

  @Test
  void everyWordThatAModuleNamesIsInTheDictionary() throws IOException {
    Map<String, String> known = words("zh");
    for (Path module : files(".js")) {
      Matcher named = PLAIN_WORD.matcher(Files.readString(module));
      while (named.find()) {
        assertThat(known).as(module + " names " + named.group(1)).containsKey(named.group(1));
      }
    }
  }

  @Test
  void everyWordOfTheDomainIsShownByItsName() throws IOException {
    Map<String, String> known = words("zh");
    for (Quality one : Quality.values()) {
      assertThat(known).containsEntry("quality." + one, one.chinese());
    }
    for (Measure one : Measure.values()) {
      assertThat(known).containsEntry("measure." + one, one.chinese());
    }
    for (Grade one : Grade.values()) {
      assertThat(known).containsEntry("grade." + one, one.chinese());
    }
    for (Reason one : Reason.values()) {
      assertThat(known).containsEntry("reason." + one, one.chinese());
    }
    for (Remaining.State one : Remaining.State.values()) {
      assertThat(known).containsEntry("person." + one, one.chinese());
    }
    for (Check one : Check.values()) {
      assertThat(known).containsEntry("check." + one, one.chinese());
    }
    for (TailingsItem one : TailingsItem.values()) {
      assertThat(known).containsEntry("detail.item." + one, one.chinese());
    }
    for (Factor one : Factor.values()) {
      assertThat(known).containsEntry("factor." + one, one.chinese());
    }
    for (Pair one : Pair.values()) {
      assertThat(known).containsEntry("pair." + one, one.chinese());
    }
    for (Sign.Kind one : Sign.Kind.values()) {
      assertThat(known).containsEntry("sign." + one, one.chinese());
    }
    for (Watched one : Watched.values()) {
      assertThat(known).containsEntry("watched." + one, one.chinese());
    }
    for (OwnAlarm.Kind one : OwnAlarm.Kind.values()) {
      assertThat(known).containsKey("detail.reported." + one);
    }
    for (Step.Act one : Step.Act.values()) {
      assertThat(known).containsEntry("step." + one, one.chinese());
    }
    Stream.of(Severity.values()).forEach(one -> assertThat(known).containsKey("severity." + one));
    Stream.of(Confidence.values())
        .forEach(one -> assertThat(known).containsKey("confidence." + one));
    Stream.of(Troubles.Kind.values())
        .forEach(one -> assertThat(known).containsKey("platform." + one));
    Stream.of(RegistryRows.Origin.values())
        .forEach(one -> assertThat(known).containsKey("origin." + one));
    Stream.of(StageName.values()).forEach(one -> assertThat(known).containsKey("stage." + one));
    Stream.of(Refusal.values()).forEach(one -> assertThat(known).containsKey("refusal." + one));
    words("detail.stage.", Stage.values(), known);
    words("detail.outlook.", Outlook.values(), known);
    words("detail.band.", AngleBand.values(), known);
    words("detail.pumps.", PumpState.values(), known);
    words("colour.", PointColour.values(), known);
    Stream.of(FindingKind.values()).forEach(one -> assertThat(known).containsKey("kind." + one));
  }

  private static void words(String key, Enum<?>[] all, Map<String, String> known) {
    Stream.of(all).forEach(one -> assertThat(known).containsKey(key + one.name()));
  }

  @Test
  void theTenReasonsAreOfferedInTheOrderOfTheirCodes() throws IOException {
    String order = Files.readString(CONSOLE.resolve("js/order.js"));
    int before = order.indexOf("REASONS = [");
    for (Reason reason : Reason.values()) {
      int at = order.indexOf("'" + reason + "'", before);
      assertThat(at).as(reason.name()).isGreaterThan(before);
      before = at;
    }
  }

  @Test
  void nothingNeedsAnInlineScriptAnInlineStyleOrEval() throws IOException {
    assertThat(Files.readString(CONSOLE.resolve("index.html")))
        .doesNotContainPattern("<style|\\sstyle=|\\son\\w+=|<script(?![^>]*\\ssrc=)|https?://");
    for (Path module : files(".js")) {
      assertThat(Files.readString(module))
          .as(module.toString())
          .doesNotContainPattern("\\bstyle=|\\beval\\(|new Function|unsafeHTML|https?://");
    }
  }

  @Test
  void everyLibraryThatIsNamedIsOnTheClassPath() throws IOException {
    List<Path> naming = new ArrayList<>(files("lib.js"));
    naming.add(CONSOLE.resolve("index.html"));
    for (Path file : naming) {
      Matcher library = LIBRARY.matcher(Files.readString(file));
      while (library.find()) {
        assertThat(getClass().getResource("/META-INF/resources" + library.group()))
            .as(library.group())
            .isNotNull();
      }
    }
  }

  @Test
  void noFileIsLongerThanOneIdea() throws IOException {
    for (Path file : files("")) {
      if (file.toString().endsWith(".png")) {
        continue;
      }
      assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(MOST_LINES);
    }
  }

  private static List<Path> dictionaries(String language) throws IOException {
    try (Stream<Path> all = Files.list(CONSOLE.resolve("js"))) {
      return all.filter(file -> file.getFileName().toString().matches(language + "(-\\w+)?\\.js"))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> words(String language) throws IOException {
    Map<String, String> words = new TreeMap<>();
    for (Path file : dictionaries(language)) {
      Matcher entry = ENTRY.matcher(Files.readString(file));
      while (entry.find()) {
        assertThat(words.put(entry.group(1), entry.group(2)))
            .as("twice: " + entry.group(1))
            .isNull();
      }
    }
    assertThat(words).isNotEmpty();
    return words;
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(CONSOLE)) {
      return all.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(ending)).toList();
    }
  }
}
