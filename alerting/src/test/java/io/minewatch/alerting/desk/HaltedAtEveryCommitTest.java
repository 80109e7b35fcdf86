package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.HaltedDatabase;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each script is worked undisturbed, and halted right before and right after its next commit, again
 * and again, until nothing is left to do: every commit that brings it further is met both ways, and
 * what is there in the end is what an undisturbed process leaves. A halt throws away all that is
 * not on disk; of each event the first commit is met by real processes as well, which end there
 * without any clean-up.
 *
 * <p>A receiver outside of the database cannot be told anything in the same transaction: it gets
 * each call, may get it again under the same id with the same words, and who drops what has come
 * under its id has each call once.
 */
class HaltedAtEveryCommitTest {
  /** More halts than any script has commits, twice. */
  private static final int MOST = 400;

  private static final List<String> BOTH = List.of("before:", "after:");

  @TempDir Path folder;
  private final List<HttpEnd> receivers = new ArrayList<>();

  @AfterEach
  void close() {
    receivers.forEach(HttpEnd::close);
  }

  @ParameterizedTest
  @EnumSource
  void noStepIsLostAndNoneIsDoubled(HaltedScript script) throws Exception {
    HttpEnd calmly = receiver();
    HaltedLeft calm = calm(script, calmly);
    HttpEnd disturbed = receiver();
    Path halted = place("halted");
    HaltedRun.Time time = new HaltedRun.Time();
    WebhookChannel webhook = HaltedRun.webhook(disturbed.url(), time);
    int halts = 0;
    try (Database database = Database.open(HaltedLeft.url(halted), "", "")) {
      Set<String> met = new HashSet<>();
      while (halts(halting(database, met), halted, time, webhook, script)) {
        assertThat(++halts).isLessThan(MOST);
      }
      assertThat(met).as("each both ways").hasSize(halts);
    }
    System.out.println(script + ": halted " + halts + " times");
    assertThat(halts)
        .as("both ways, and not once a kind of event")
        .isGreaterThanOrEqualTo(calm.types().size());
    assertIsWhatACalmOneLeaves(calm, calmly, halted, disturbed);
    if (!calmly.requests.isEmpty()) {
      assertThat(disturbed.requests.size())
          .as("some were met between sending and noting it")
          .isGreaterThan(calmly.requests.size());
    }
  }

  /**
   * The events that the first script lacks are met in the second, each by a real kill, before and
   * after its commit in turn; with {@code -Dminewatch.kills=both} by one before and one after.
   */
  @ParameterizedTest
  @EnumSource(names = {"ON_EVIDENCE", "FORCED"})
  void norIsAnyByARealKill(HaltedScript script) throws Exception {
    HttpEnd calmly = receiver();
    HaltedLeft calm = calm(script, calmly);
    Set<String> met = new HashSet<>();
    if (script != HaltedScript.ON_EVIDENCE) {
      met.addAll(calm(HaltedScript.ON_EVIDENCE, receiver()).types());
    }
    HttpEnd disturbed = receiver();
    Path killed = place("killed");
    List<String> kills = new ArrayList<>();
    boolean isBoth = "both".equals(System.getProperty("minewatch.kills"));
    boolean isAfter = true;
    for (String event : calm.types()) {
      if (!met.contains(event) && !types(killed).contains(event)) {
        // Whoever is told by the webhook is told twice where the process ends before it is noted.
        isAfter = !isAfter && !event.equals(HaltedLeft.TOLD);
        for (String when : isBoth ? BOTH : BOTH.subList(isAfter ? 1 : 0, isAfter ? 2 : 1)) {
          assertThat(HaltedRun.process(killed, disturbed, script, when + event))
              .as(when + event)
              .isEqualTo(HaltedRun.KILLED);
          assertThat(types(killed).contains(event))
              .as(when + event)
              .isEqualTo(when.equals(BOTH.get(1)));
          kills.add(when + event);
        }
      }
    }
    assertThat(HaltedRun.process(killed, disturbed, script, "never:")).isZero();
    System.out.println(script + ": killed " + kills);
    assertIsWhatACalmOneLeaves(calm, calmly, killed, disturbed);
    if (kills.contains(BOTH.get(0) + HaltedLeft.TOLD)) {
      assertThat(disturbed.requests.size()).as("told twice").isGreaterThan(calm.calling());
    }
  }

  @Test
  void theScriptsMeetEveryEventEveryCloseAndEveryWayBack() throws Exception {
    Set<String> events = new TreeSet<>();
    Set<Closing> closings = EnumSet.noneOf(Closing.class);
    Set<Event.Back> backs = EnumSet.noneOf(Event.Back.class);
    for (HaltedScript script : HaltedScript.values()) {
      HaltedLeft left = calm(script, receiver());
      left.events().forEach(event -> events.add(event.getClass().getSimpleName()));
      for (Event event : left.events()) {
        if (event instanceof Event.Closed closed) {
          closings.add(closed.how());
        } else if (event instanceof Event.Unshelved back) {
          backs.add(back.why());
        }
      }
    }
    assertThat(events)
        .isEqualTo(
            Stream.of(Event.class.getPermittedSubclasses())
                .filter(type -> type != Event.ActRefused.class)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(calm(HaltedScript.ON_EVIDENCE, receiver()).types()).contains(HaltedLeft.TOLD);
    assertThat(closings).containsExactly(Closing.values());
    assertThat(backs).containsExactly(Event.Back.values());
  }

  private static void assertIsWhatACalmOneLeaves(
      HaltedLeft calm, HttpEnd calmly, Path disturbed, HttpEnd told) throws Exception {
    assertThat(HaltedLeft.of(disturbed)).isEqualTo(calm);
    assertThat(calm.types()).as("it went to its end").contains("Closed");
    assertThat(calmly.requests).as("an undisturbed one tells once").hasSize(calm.calling());
    assertThat(HaltedLeft.byId(calmly)).hasSize(calm.calling());
    System.out.printf("told %d times of %d calls%n", told.requests.size(), calm.calling());
    assertThat(HaltedLeft.byId(told))
        .as("none lost, none another")
        .isEqualTo(HaltedLeft.byId(calmly));
  }

  private HttpEnd receiver() throws IOException {
    HttpEnd end = new HttpEnd();
    receivers.add(end);
    return end;
  }

  private Path place(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private HaltedLeft calm(HaltedScript script, HttpEnd receiver) throws Exception {
    Path place = place("calm-" + script);
    HaltedRun.Time time = new HaltedRun.Time();
    try (Database database = Database.open(HaltedLeft.url(place), "", "")) {
      WebhookChannel webhook = HaltedRun.webhook(receiver.url(), time);
      new HaltedRun(database, HaltedRun.acknowledged(place), time, webhook).work(script);
    }
    return HaltedLeft.of(place);
  }

  /**
   * A process that is halted before and after each commit that brings a run further, once each.
   *
   * @param met those where one was halted
   */
  private static Database halting(Database database, Set<String> met) {
    AtomicReference<String> written = new AtomicReference<>("");
    AtomicBoolean over = new AtomicBoolean();
    Consumer<String> halt =
        when -> {
          assertThat(over).as("who is halted does nothing more").isFalse();
          if (met.add(when + written)) {
            over.set(true);
            throw new HaltedDatabase.Halted(when + written);
          }
        };
    return HaltedDatabase.of(
        database,
        () -> {
          written.set(HaltedDatabase.standing(database));
          halt.accept("before ");
        },
        () -> halt.accept("after "));
  }

  /** Whether a process that begins with the database as it is was halted. */
  private static boolean halts(
      Database its, Path place, HaltedRun.Time time, WebhookChannel webhook, HaltedScript script)
      throws Exception {
    try {
      new HaltedRun(its, HaltedRun.acknowledged(place), time, webhook).work(script);
      return false;
    } catch (HaltedDatabase.Halted e) {
      return true;
    }
  }

  private static Set<String> types(Path place) {
    try (Database database = Database.open(HaltedLeft.url(place), "", "")) {
      return HaltedLeft.types(Store.of(database));
    }
  }
}
