package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A backup of the real service while it works, and a start on it: what was kept is there, and a
 * judge that has lived on hears what is decided from then on.
 */
class BackupTest extends BackupStory {
  private final Judge judge = new Judge();

  /** What judging knows of the mine, by all that was published. */
  private final class Judge {
    private MineMemory memory;
    private Muster muster;
    private int heard;

    void listen() throws Exception {
      Moment now = new Moment(clock.instant().toEpochMilli(), START.toEpochMilli());
      for (; heard < bus.published.size(); heard++) {
        Outgoing message = bus.published.get(heard);
        Verdicts out = new Verdicts();
        if (message.topic().equals("mw/v1/" + MINE + "/plan")) {
          Plan plan = Messages.read(message.payload(), Plan.class);
          if (memory == null) {
            memory = new MineMemory(plan, now.now());
          } else {
            MineJudge.onPlan(memory, plan, now, out);
          }
        } else if (message.topic().equals(ORDERS)) {
          OrderBook book = Messages.read(message.payload(), OrderBook.class);
          MineJudge.onOrders(memory, book, now, out);
          muster = out.muster() == null ? muster : out.muster();
        }
      }
    }

    int limit() {
      return memory.plan().zones().stream()
          .filter(Judge::isFace)
          .findFirst()
          .orElseThrow()
          .peopleLimit();
    }

    static boolean isFace(ZonePlan zone) {
      return zone.id().value().equals("face-0101");
    }

    List<String> orders() {
      return muster == null
          ? List.of()
          : muster.orders().stream().map(order -> order.order().value()).toList();
    }
  }

  private void awaitJudge(int limit, int orders) {
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              judge.listen();
              assertThat(judge.limit()).isEqualTo(limit);
              assertThat(judge.orders()).hasSize(orders);
            });
  }

  @Test
  void aBackupMadeWhileItWorksIsStartedOnAndJudgingHearsWhatFollows() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    done("dispatcher", act("ACKNOWLEDGE"));
    done("dispatcher", "{'act':'RESPOND','version':0,'measures':'停止作业，断电'}");
    done("dispatcher", order("'face-0101'"));
    limit(1, 12);
    awaitJudge(12, 1);
    JsonNode then = incident();
    JsonNode accounts = api.get("administrator", "/api/accounts");
    JsonNode roster = api.get("administrator", REGISTRY + "/versions");

    Path file = folder.resolve("monday.db");
    Recorded.Told made = backup("make", file.toString(), "--database", database(folder));

    assertThat(made.words()).startsWith("backed up to ").contains("the ledger is intact up to row");
    assertThat(made.code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String root = made.words().replaceAll("(?s).*row (\\d+), hash (\\w{64}).*", "$1:$2");

    clock.move(Duration.ofMinutes(1));
    limit(2, 10);
    limit(3, 9);
    done("dispatcher", order("'return-0101'"));
    awaitJudge(9, 2);
    final long known = judge.memory.plan().version();
    final long book = judge.muster.orderBook();
    service.close();

    Path anew = folder.resolve("new/home");
    clock.move(Duration.ofMinutes(1));
    Recorded.Told restored = backup("restore", file.toString(), "--database", database(anew));
    assertThat(restored.words())
        .contains("restored: ", "2 plans and 2 order books (1 open orders)");
    assertThat(restored.code()).isZero();
    service = Running.start(anew, clock, bus);
    api = new Api(service.port());

    assertThat(incident().at("/stage").asText()).isEqualTo("WITHDRAWING");
    assertThat(incident().at("/orders")).isEqualTo(then.at("/orders")).hasSize(1);
    assertThat(api.get("administrator", "/api/accounts")).isEqualTo(accounts);
    assertThat(api.get("administrator", REGISTRY + "/versions")).isEqualTo(roster).hasSize(2);
    assertThat(Recorded.verify(anew.resolve("alerting.db"), "--root", root).words())
        .as("up to the backup it is the ledger that was")
        .startsWith("intact: ");
    awaitJudge(12, 1);
    assertThat(judge.memory.plan().version()).isGreaterThan(known);
    assertThat(judge.muster.orderBook()).isGreaterThan(book);

    limit(2, 8);
    done("dispatcher", order("'return-0101'"));
    awaitJudge(8, 2);
    assertThat(Recorded.verify(anew.resolve("alerting.db"), "--root", root).code()).isZero();
  }

  @Test
  void theFirstOrderOfAMineThatTheBackupDoesNotKnowIsLiftedAndTheNextIsHeard() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    done("dispatcher", act("ACKNOWLEDGE"));
    done("dispatcher", "{'act':'RESPOND','version':0,'measures':'停止作业，断电'}");
    Path file = folder.resolve("monday.db");
    assertThat(backup("make", file.toString(), "--database", database(folder)).code()).isZero();
    final List<String> kept = calls();
    finding(1, FindingKind.RAISED, Severity.RED, 1.6);
    await().untilAsserted(() -> assertThat(calls()).hasSizeGreaterThan(kept.size()));
    final List<String> gone = new ArrayList<>(calls());
    gone.removeAll(kept);
    done("dispatcher", order("'face-0101'"));
    done("dispatcher", order("'return-0101'"));
    int limit = plan().zones().stream().filter(Judge::isFace).findFirst().get().peopleLimit();
    awaitJudge(limit, 2);
    final List<String> lost = judge.orders();
    final long book = judge.muster.orderBook();
    service.close();

    Path anew = folder.resolve("anew");
    clock.move(Duration.ofMinutes(1));
    assertThat(backup("restore", file.toString(), "--database", database(anew)).words())
        .contains("2 plans and 2 order books (0 open orders)");
    service = Running.start(anew, clock, bus);
    api = new Api(service.port());
    awaitJudge(limit, 0);
    done("dispatcher", order("'face-0101'"));
    awaitJudge(limit, 1);
    assertThat(judge.muster.orderBook()).isGreaterThan(book);
    assertThat(judge.orders())
        .as("no order has the id of a lost one")
        .doesNotContainAnyElementsOf(lost);

    finding(1, FindingKind.RAISED, Severity.RED, 1.6);
    await().untilAsserted(() -> assertThat(calls()).hasSizeGreaterThan(kept.size()));
    assertThat(calls())
        .as("a receiver that had the lost calls does not take these for them")
        .containsAll(kept)
        .doesNotContainAnyElementsOf(gone);
  }

  @Test
  void aMineRegisteredAfterTheBackupGetsNumbersThatJudgingHasNotHeard() throws Exception {
    String plan = "mw/v1/" + Running.OTHER_MINE + "/plan";
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    Path file = folder.resolve("monday.db");
    assertThat(backup("make", file.toString(), "--database", database(folder)).code()).isZero();
    service.close();
    service = Running.startTwoMines(folder, clock, bus);
    await().untilAsserted(() -> assertThat(bus.newest(plan, Plan.class)).isNotNull());
    assertThat(bus.newest(plan, Plan.class).version()).isEqualTo(1);
    service.close();

    Path anew = folder.resolve("anew");
    clock.move(Duration.ofMinutes(1));
    long from = clock.instant().getEpochSecond();
    assertThat(backup("restore", file.toString(), "--database", database(anew)).code()).isZero();
    clock.move(Duration.ofMinutes(1));
    bus.published.clear();
    service = Running.startTwoMines(anew, clock, bus);
    await().untilAsserted(() -> assertThat(bus.newest(plan, Plan.class)).isNotNull());
    assertThat(bus.newest(plan, Plan.class).version()).isEqualTo(from);
    OrderBook book = bus.newest("mw/v1/" + Running.OTHER_MINE + "/orders", OrderBook.class);
    assertThat(book.version()).as("nothing stands open that nobody could lift").isEqualTo(from);
    assertThat(book.open()).isEmpty();
  }
}
