package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.feed.CallOut;
import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever calls for help by a tag is answered there. */
class TagAnswerTest extends CallingStory {
  /** What a finding of a mine's own alarm says of it. */
  private static final Map<String, String> REPORTED =
      Map.of("reported", OwnAlarm.Kind.DISTRESS.name());

  @Test
  void whoCallsForHelpByATagIsAnsweredThereOnceSomebodyHasAcknowledged() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    PeopleRule distress =
        plan().rules().stream()
            .filter(PeopleRule.class::isInstance)
            .map(PeopleRule.class::cast)
            .filter(rule -> rule.asks() == PeopleRule.Asks.DISTRESS)
            .findFirst()
            .orElseThrow();
    bus.finding(FINDINGS, distress(Check.PEOPLE, distress.id(), Map.of()));
    awaitStage("CALLED");
    assertThat(answers()).as("a machine has heard it, nobody has answered").isEmpty();
    done("dispatcher", act("ACKNOWLEDGE"));
    await().untilAsserted(() -> assertThat(answers()).hasSize(1));
    CallOut answer = answers().get(0);
    assertThat(answer.card()).isEqualTo(new CardId("card-1234567"));
    assertThat(answer.devices()).containsExactly(CallOut.Device.TAG);
    assertThat(answer.drill()).isFalse();
    done("dispatcher", "{'act':'RESPOND','version':0,'measures':'救援'}");
    bus.live(
        "mw/v1/140921021337/calls/receipt",
        Messages.write(
            new CallReceipt(
                answer.id(), CallReceipt.What.DELIVERED, "tag-system", clock.instant())));
    await()
        .untilAsserted(() -> assertThat(incident().at("/calls").toString()).contains("DELIVERED"));
    assertThat(incident().at("/findings/0/subject").asText()).matches("card/x-[0-9a-f]{10}");
    assertThat(api.get("leader", "/api/incidents/" + ID).at("/findings/0/subject").asText())
        .isEqualTo("card/card-1234567");
  }

  /** RYQJ and kin: the tag pressed, and the positioning system says so itself. */
  @Test
  void soIsOneOfWhoseCallTheMinesOwnSystemTells() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    bus.finding(FINDINGS, distress(Check.REPORTED, "platform:own-distress", REPORTED));
    awaitStage("CALLED");
    done("dispatcher", act("ACKNOWLEDGE"));
    await().untilAsserted(() -> assertThat(answers()).hasSize(1));
    assertThat(answers().get(0).card()).isEqualTo(new CardId("card-1234567"));
  }

  @Test
  void whoCallsTwiceBeforeAnybodyAnswersIsAnsweredOnce() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    Finding first = distress(Check.REPORTED, "platform:own-distress", REPORTED);
    bus.finding(FINDINGS, first);
    awaitStage("CALLED");
    String again = new String(Messages.write(first), StandardCharsets.UTF_8);
    bus.raw(FINDINGS, again.replace("ae3b0dd7", "be3b0dd7").getBytes(StandardCharsets.UTF_8));
    await().untilAsserted(() -> assertThat(incident().at("/findings")).hasSize(2));
    done("dispatcher", act("ACKNOWLEDGE"));
    await().untilAsserted(() -> assertThat(answers()).isNotEmpty());
    done("dispatcher", "{'act':'RESPOND','version':0,'measures':'救援'}");
    assertThat(answers()).hasSize(1);
  }

  private List<CallOut> answers() throws Exception {
    List<CallOut> found = new ArrayList<>();
    for (Outgoing each : bus.published) {
      if (each.topic().equals("mw/v1/140921021337/calls")) {
        CallOut call = Messages.read(each.payload(), CallOut.class);
        if (call.card() != null) {
          found.add(call);
        }
      }
    }
    return found;
  }

  private Finding distress(Check check, String rule, Map<String, String> detail) {
    return new Finding(
        new FindingId("ae3b0dd7f7f1c0a54f2d6f0d9f1c2b3a"),
        0,
        FindingKind.OPENED,
        MINE,
        Subject.of(new CardId("card-1234567")),
        new ZoneId("face-0101"),
        null,
        "",
        check,
        rule,
        Severity.RED,
        START,
        START,
        START,
        START,
        null,
        Quality.GOOD,
        0,
        0,
        START,
        1,
        detail);
  }
}
