package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.Proof;
import io.minewatch.alerting.calling.State;
import io.minewatch.domain.finding.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What every database must keep of the attempts to call somebody. */
abstract class CallRowsContract extends BookContract {
  /** As exact as rows keep it. */
  static final Instant AT = T.truncatedTo(ChronoUnit.MILLIS);

  static final String MINE = "140000000001";
  private static final String CHANNEL = "sms";
  private static final String NUMBER = "13812345678";

  final void write(Runnable step) {
    database.write(
        () -> {
          step.run();
          return true;
        });
  }

  private static Attempt attempt(String id, Instant queued) {
    return attempt(id, "47", NUMBER, queued);
  }

  private static Attempt attempt(String id, String code, String number, Instant queued) {
    return new Attempt(
        id,
        new Cause("i-1", MINE, 3, 1, Severity.RED, Cause.Why.INCIDENT),
        CHANNEL,
        new Callee("14", "p-1", "张三", "zhang", number),
        code,
        "红色告警",
        "red alarm",
        queued,
        0,
        new State.Queued(queued));
  }

  @Test
  void anAttemptIsClaimedByOneAndTriedAgain() {
    CallRows calls = new CallRows(database);
    CallClaims claims = new CallClaims(database);
    Attempt second = attempt("c-2", T.plusSeconds(1));
    write(
        () -> {
          calls.queue(second);
          calls.queue(attempt("c-1", T));
          calls.queue(attempt("c-1", T.plusSeconds(9))); // a second time changes nothing
        });
    assertThat(calls.waiting(AT, 9)).containsExactly(attempt("c-1", T), second);
    assertThat(calls.waiting(AT, 1)).containsExactly(attempt("c-1", T));

    long claim = AT.plusSeconds(60).toEpochMilli();
    long begun = AT.plusSeconds(90).toEpochMilli();
    assertThat(database.write(() -> claims.claim("c-1", AT, claim))).isTrue();
    assertThat(database.write(() -> claims.claim("c-1", AT, claim))).as("another has it").isFalse();
    assertThat(calls.waiting(AT, 9)).containsExactly(second);
    assertThat(database.write(() -> claims.begin("c-1", claim, begun))).isTrue();
    assertThat(database.write(() -> claims.begin("c-1", claim, begun))).as("once").isFalse();
    assertThat(calls.find("c-1").tries()).isEqualTo(1);

    Instant next = AT.plusSeconds(120);
    write(() -> claims.again("c-1", 7, next));
    assertThat(calls.waiting(next.minusMillis(1), 9)).containsExactly(second);
    assertThat(calls.waiting(next, 9)).extracting(Attempt::tries).containsExactly(7, 0);
    assertThat(calls.waiting()).isEqualTo(2);
    write(
        () -> {
          claims.wrong("c-1");
          claims.wrong("c-1");
        });
    assertThat(claims.wrongs("c-1")).isEqualTo(2);
    assertThat(claims.wrongs("c-9")).isZero();
  }

  @Test
  void anAttemptIsFoundByItsAddressUntilItIsOverAndKeepsWhoHasAnswered() {
    CallRows calls = new CallRows(database);
    write(
        () -> {
          calls.queue(attempt("c-1", T));
          calls.queue(attempt("c-2", T.plusSeconds(1)));
          calls.state("c-1", new State.Placed(T.plusSeconds(2)));
          calls.state("c-2", new State.Failed(T.plusSeconds(3), "unknown number"));
        });
    assertThat(calls.to(CHANNEL, NUMBER, 9)).extracting(Attempt::id).containsExactly("c-1");
    assertThat(calls.placed(CHANNEL, 9)).extracting(Attempt::id).containsExactly("c-1");
    assertThat(calls.open("i-1")).extracting(Attempt::id).containsExactly("c-1");
    assertThat(calls.isPlaced("i-1", 3)).isTrue();
    assertThat(calls.isPlaced("i-1", 4)).isFalse();
    assertThat(calls.pressed("i-1", CHANNEL, "zhang").id()).isEqualTo("c-2");
    assertThat(calls.pressed("i-1", CHANNEL, "li")).isNull();

    Instant answered = T.plusSeconds(30);
    write(() -> calls.state("c-1", new State.Confirmed(answered, "zhang", Proof.CODE)));
    assertThat(calls.isConfirmed("i-1", "zhang", answered)).isTrue();
    assertThat(calls.isConfirmed("i-1", "li", answered)).isFalse();
    assertThat(calls.open("i-1")).isEmpty();
    assertThat(calls.to(CHANNEL, NUMBER, 9)).isEmpty();
    CallRows.Row first =
        new CallRows.Row(
            attempt("c-1", T).in(new State.Confirmed(answered, "zhang", Proof.CODE)),
            T.plusSeconds(2),
            answered);
    CallRows.Row failed =
        new CallRows.Row(
            attempt("c-2", T.plusSeconds(1))
                .in(new State.Failed(T.plusSeconds(3), "unknown number")),
            null,
            null);
    assertThat(calls.of("i-1", 9)).containsExactly(first, failed);
    assertThat(calls.of("i-1", 1)).as("the newest").containsExactly(failed);
    assertThat(calls.page("i-1", 1, 9)).containsExactly(failed);
    assertThat(calls.count("i-1")).isEqualTo(2);
  }

  @Test
  void theCodesOfANumberAreThoseOfItsNewestTextsWhateverBecameOfThem() {
    CallRows calls = new CallRows(database);
    write(
        () -> {
          for (int i = 10; i < 90; i++) {
            calls.queue(attempt("c-" + i, String.valueOf(i), NUMBER, T.plusSeconds(i / 20)));
          }
          calls.queue(attempt("d-1", "98", "13812345679", T.plusSeconds(9)));
          calls.state("c-89", new State.Confirmed(AT, "zhang", Proof.CODE));
          calls.state("c-88", new State.Superseded(AT));
          calls.state("c-87", new State.Failed(AT, "unknown number"));
        });
    assertThat(calls.codes(CHANNEL, NUMBER, 4)).containsExactlyInAnyOrder("89", "88", "87", "86");
    assertThat(calls.codes(CHANNEL, NUMBER, 60)).hasSize(60).contains("30").doesNotContain("29");
    assertThat(calls.codes("voice", NUMBER, 60)).isEmpty();
    assertThat(calls.codes(CHANNEL, "13812345670", 60)).isEmpty();
  }
}
