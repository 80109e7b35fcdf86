package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service says to the judge job, and to a broker that has forgotten. */
class AnsweringTest {
  private static final String FINDINGS = "mw/v1/140921021337/findings";
  private static final String RECEIPT = FINDINGS + "/receipt";
  private static final String PLAN = "mw/v1/140921021337/plan";

  @TempDir private Path folder;
  private final MemoryBus bus = new MemoryBus();
  private AlertingService service;

  @BeforeEach
  void start() {
    service = Running.start(folder, new MovedClock(Instant.parse("2026-03-01T08:00:00Z")), bus);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private long plans() {
    return bus.published.stream().filter(each -> each.topic().equals(PLAN)).count();
  }

  @Test
  void aFindingIsAnsweredWhenItIsCommittedAndAgainWhenItComesAgain() throws Exception {
    byte[] payload = Samples.bytes("finding-opened.json");
    for (int i = 0; i < 2; i++) {
      bus.published.clear();
      bus.raw(FINDINGS, payload);
      await()
          .untilAsserted(
              () -> {
                FindingsReceipt receipt = bus.newest(RECEIPT, FindingsReceipt.class);
                assertThat(receipt).isNotNull();
                assertThat(receipt.taken()).containsExactly(FindingsReceipt.keyOf(payload));
              });
    }
  }

  @Test
  void aBrokerThatForgotIsToldThePlansAgainAndTheJudgeIsAskedForWhatNobodyAnswered()
      throws Exception {
    await().until(() -> plans() == 1);
    bus.forgotten.set(true);

    await().until(() -> plans() == 2);
    await()
        .untilAsserted(
            () -> {
              FindingsReceipt question = bus.newest(RECEIPT, FindingsReceipt.class);
              assertThat(question).isNotNull();
              assertThat(question.taken()).isEqualTo(List.of());
            });
  }
}
