package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.domain.wire.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journals of the programs before: one person closed by force, an acknowledgement never lapsed. */
class OldJournalTest {
  private static final String DUE = "{'what':'RESPOND','at':'2026-01-01T00:05:00Z','rung':2}";
  private static final List<String> ROWS =
      List.of(
          "Opened {'at':'2026-01-01T00:00:00Z','incident':'i-1','mine':'140921021337',"
              + "'drill':false,'onset':'2026-01-01T00:00:00Z'}",
          "Warned {'at':'2026-01-01T00:00:00Z','severity':'ORANGE','due':" + DUE + "}",
          "Acknowledged {'at':'2026-01-01T00:01:00Z','by':'ann','due':" + DUE + "}",
          "Worsened {'at':'2026-01-01T00:02:00Z','severity':'RED','due':" + DUE + "}",
          "Escalated {'at':'2026-01-01T00:05:00Z','missed':"
              + DUE
              + ",'due':"
              + DUE
              + ",'position':'head','overdue':'PT0S','occasion':'ON_TIME'}",
          "Closed {'at':'2026-01-01T00:06:00Z','by':'bob','note':'probe','how':'FORCED',"
              + "'missing':['READINGS_NOT_RESTORED']}",
          "Unshelved {'at':'2026-01-01T00:07:00Z','why':'TIME','due':" + DUE + "}");

  @Test
  void stayReadableAndMeanWhatTheyMeant() throws Exception {
    List<Event> events = new ArrayList<>();
    for (String row : ROWS) {
      int space = row.indexOf(' ');
      events.add(
          (Event)
              Messages.read(
                  row.substring(space).replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                  Class.forName("io.minewatch.alerting.chain.Event$" + row.substring(0, space))));
    }
    Incident before = Fold.replay(events.subList(0, 5));
    assertThat(before.stage().name()).isEqualTo(StageName.ACKNOWLEDGED);
    assertThat(before.shelf()).isNull();
    assertThat(before.rescuers()).isEmpty();
    assertThat(((Event.Acknowledged) events.get(2)).version()).isNull();
    Event.Unshelved back = (Event.Unshelved) events.get(6);
    assertThat(back.overdue()).isNull();
    assertThat(back.occasion()).isNull();
    Event.Closed closed = (Event.Closed) events.get(5);
    assertThat(closed.first()).isNull();
    assertThat(closed.how()).isEqualTo(Closing.FORCED);
    assertThat(Fold.replay(events.subList(0, 6)).isOpen()).isFalse();
  }
}
