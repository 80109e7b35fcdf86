package io.minewatch.alerting.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.shift.Handover.Answer;
import io.minewatch.alerting.shift.Handover.Refusal;
import io.minewatch.alerting.shift.Handover.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every act on every standing: exactly these move, all others are refused. */
class HandoverTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant LATER = T.plusSeconds(600);
  private static final Handover GIVEN = new Handover("s-1", "14", "wang", T, "", "", null, null);

  @Test
  void anotherPersonTakesItOnceAndNobodyElseEver() {
    Handover taken = moved(GIVEN.take("li", LATER, "清楚"));
    assertThat(taken.standing()).isEqualTo(Standing.TAKEN);
    assertThat(taken.taken()).isEqualTo(new Handover.Taken("li", LATER, "清楚"));
    refused(taken.take("zhao", LATER, ""), Refusal.TAKEN_ALREADY);
    refused(taken.withdraw("wang", LATER), Refusal.TAKEN_ALREADY);
    Handover again = new Handover("s-2", "14", "li", LATER, "", "", null, null);
    assertThat(taken.next(again)).as("who took it gives it").isNull();
    Handover other = new Handover("s-2", "14", "zhao", LATER, "", " ", null, null);
    assertThat(taken.next(other)).isEqualTo(Refusal.NOT_THE_LAST);
    Handover explained = new Handover("s-2", "14", "zhao", LATER, "", "李生病", null, null);
    assertThat(taken.next(explained)).isNull();
  }

  @Test
  void whoGaveItCannotTakeItAndAloneCallsItBack() {
    refused(GIVEN.take("wang", LATER, ""), Refusal.SAME_PERSON);
    refused(GIVEN.withdraw("li", LATER), Refusal.NOT_YOURS);
    assertThat(GIVEN.next(GIVEN)).isEqualTo(Refusal.WAITS_ALREADY);
    Handover back = moved(GIVEN.withdraw("wang", LATER));
    assertThat(back.standing()).isEqualTo(Standing.WITHDRAWN);
    refused(back.take("li", LATER, ""), Refusal.CALLED_BACK);
    refused(back.withdraw("wang", LATER), Refusal.CALLED_BACK);
    assertThat(back.next(GIVEN)).isNull();
  }

  @Test
  void aTextHasAnEndAndNoHandoverIsBothTakenAndCalledBack() {
    String endless = "x".repeat(Handover.MOST_TEXT + 1);
    assertThatThrownBy(() -> GIVEN.take("li", LATER, endless)).hasMessageContaining("remarks");
    assertThatThrownBy(() -> new Handover("s-1", "", "a", T, "", endless, null, null))
        .hasMessageContaining("notes");
    assertThatThrownBy(
            () -> new Handover("s-1", "", "a", T, "", "", new Handover.Taken("b", T, ""), LATER))
        .hasMessageContaining("not both");
  }

  private static Handover moved(@Nullable Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Moved.class);
    return ((Answer.Moved) answer).handover();
  }

  private static void refused(@Nullable Answer answer, Refusal why) {
    assertThat(answer).isEqualTo(new Answer.Refused(why));
  }
}
