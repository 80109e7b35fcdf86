package io.minewatch.alerting.notify.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Answers;
import io.minewatch.alerting.calling.Proof;
import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.ChannelContract;
import io.minewatch.alerting.notify.voice.SimulatedVoice.Behaviour;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedVoiceTest extends ChannelContract {
  private Behaviour behaviour = Behaviour.NO_ANSWER;
  private SimulatedVoice exchange;

  @Override
  protected Channel open() {
    exchange =
        new SimulatedVoice(
            number -> behaviour, receipts, (id, digits) -> Answers.keys(attempt(id), digits));
    return new VoiceChannel(exchange);
  }

  @Override
  protected boolean answer(Answer answer) {
    behaviour =
        switch (answer) {
          case WELL, HANGS -> Behaviour.NO_ANSWER;
          case NOT_NOW -> Behaviour.BUSY;
          case NEVER_THIS -> Behaviour.NO_SUCH_NUMBER;
          case NEVER_ANY -> Behaviour.REFUSED;
        };
    return answer != Answer.HANGS;
  }

  @Override
  protected List<String> arrived() {
    return new ArrayList<>(told.keySet());
  }

  @Test
  void ringsOnceForOneId() {
    channel().place(attempt("a-1"));
    channel().place(attempt("a-1"));
    assertThat(exchange.rings(NUMBER)).isEqualTo(1);
  }

  @Test
  void tellsAMachineFromAHumanAndAHumanFromAProof() {
    assertThat(heard(Behaviour.MACHINE)).last().isEqualTo(new Told.Machine());
    assertThat(heard(Behaviour.HUMAN)).last().isEqualTo(new Told.Human());
    assertThat(heard(Behaviour.DECLINES)).last().isEqualTo(new Told.Declined());
    assertThat(heard(Behaviour.CONFIRMS))
        .containsExactly(
            new Told.Delivered(), new Told.Human(), new Told.Confirmed("zhang", Proof.KEYPAD));
  }

  private List<Told> heard(Behaviour next) {
    behaviour = next;
    channel().place(attempt("a-" + next));
    return told.get("a-" + next);
  }
}
