package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Answers;
import io.minewatch.alerting.calling.Attempt;
import io.minewatch.domain.finding.FindingKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which codes texts to one number have, and which of them are guesses. */
class CodesOfTextsTest extends ByText {
  /** So many calls go to one number that there are not as many codes. */
  @Test
  void aCodeIsFoundHoweverManyWereSent() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    again(100);
    assertThat(store.calls().count(incident(MINE).id())).isEqualTo(101);
    assertThat(newest(Codes.MOST)).doesNotHaveDuplicates();
  }

  /** The newest texts are on the telephone, whenever they were sent and whatever became of them. */
  @Test
  void aCodeIsNoneOfTheNewestTextsHoweverOldTheyAre() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    assertThat(text(newest(1).get(0))).isEqualTo(Inbound.Taken.TAKEN);
    now = now.plus(Duration.ofDays(9));
    tell(OTHER, 0, FindingKind.OPENED, Map.of());
    assertThat(calls(OTHER).get(0).code()).isEqualTo("99");
  }

  /** Who sends back the code of another text has read it: that is no guess at this one. */
  @Test
  void theCodeOfATextThatWasSentAndAnswersNothingMoreIsNoWrongGuess() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    String first = newest(1).get(0);
    assertThat(text(first)).isEqualTo(Inbound.Taken.TAKEN);
    tell(OTHER, 0, FindingKind.OPENED, Map.of());
    Attempt asked = calls(OTHER).get(0);
    for (int i = 0; i <= Answers.MOST_WRONG; i++) {
      assertThat(text(first)).isEqualTo(Inbound.Taken.NO_PROOF);
    }
    assertThat(store.claims().wrongs(asked.id())).isZero();
    assertThat(text("11 " + first)).as("two at once").isEqualTo(Inbound.Taken.NO_PROOF);
    assertThat(text("11")).isEqualTo(Inbound.Taken.NO_PROOF);
    assertThat(store.claims().wrongs(asked.id())).isEqualTo(2);
    assertThat(text(asked.code())).isEqualTo(Inbound.Taken.TAKEN);
  }

  @Test
  void aCodeOfLongAgoIsAGuess() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    String first = newest(1).get(0);
    again(Inbound.SENT - 1);
    now = now.plusSeconds(1);
    assertThat(text(first)).as("the ladder has gone on").isEqualTo(Inbound.Taken.NO_PROOF);
    Attempt asked = calls(MINE).get(9);
    assertThat(store.claims().wrongs(asked.id())).isZero();
    again(1);
    assertThat(text(first)).isEqualTo(Inbound.Taken.NO_PROOF);
    assertThat(store.claims().wrongs(asked.id())).isEqualTo(1);
  }
}
