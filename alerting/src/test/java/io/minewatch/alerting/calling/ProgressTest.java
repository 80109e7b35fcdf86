package io.minewatch.alerting.calling;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");
  private static final Told.Confirmed PROOF = new Told.Confirmed("zhang", Proof.KEYPAD);
  private static final List<Told> NO_PROOF =
      List.of(
          new Told.Placed(),
          new Told.Delivered(),
          new Told.Machine(),
          new Told.Human(),
          new Told.Declined(),
          new Told.Failed("busy"),
          new Told.Expired(),
          new Told.Superseded());

  @Test
  void nothingButAProofConfirmsWhateverCameBefore() {
    for (Told first : NO_PROOF) {
      State after = Progress.next(new State.Queued(T), first, T);
      for (Told second : NO_PROOF) {
        assertThat(Progress.next(after, second, T)).isNotInstanceOf(State.Confirmed.class);
      }
      State proven = Progress.next(after, PROOF, T);
      if (first instanceof Told.Declined) {
        assertThat(proven).isEqualTo(after);
      } else {
        assertThat(proven)
            .as("%s", first)
            .isEqualTo(new State.Confirmed(T, "zhang", PROOF.proof()));
      }
    }
  }

  @Test
  void whatIsToldTwiceOrTooLateChangesNothing() {
    State human = new State.Human(T);
    for (Told earlier : NO_PROOF.subList(0, 4)) {
      assertThat(Progress.next(human, earlier, T.plusSeconds(1))).isEqualTo(human);
    }
    State confirmed = new State.Confirmed(T, "zhang", Proof.CODE);
    for (Told any : NO_PROOF) {
      assertThat(Progress.next(confirmed, any, T.plusSeconds(1))).isEqualTo(confirmed);
    }
    assertThat(Progress.next(confirmed, PROOF, T.plusSeconds(1))).isEqualTo(confirmed);
  }

  @Test
  void aCodeIsTheOnlyNumberInATextExactly() {
    Attempt attempt =
        new Attempt(
            "a-1",
            new Cause("i-1", "", 1, 1, Severity.RED, Cause.Why.INCIDENT),
            "sms",
            new Callee("", "p-1", "张三", "", "138"),
            "47",
            "",
            "",
            T,
            0,
            new State.Placed(T));
    for (String right : List.of("47", " 47\n", "收到47", "ok, 47.", "４７")) {
      assertThat(Answers.isCode(attempt, right)).as(right).isTrue();
    }
    for (String wrong : List.of("", "ok", "4 7", "147", "470", "47 48", "11", "４８")) {
      assertThat(Answers.isCode(attempt, wrong)).as(wrong).isFalse();
    }
    assertThat(Answers.keys(attempt, "1")).isEqualTo(new Told.Confirmed("p-1", Proof.KEYPAD));
    assertThat(Answers.keys(attempt, "9")).isEqualTo(new Told.Declined());
    assertThat(Answers.keys(attempt, "2")).isNull();
  }
}
