package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import io.minewatch.jobs.series.SeriesBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alarms of a mine's own systems in the record. */
class OwnAlarmsKeptTest extends ArchiveHarness {
  @Test
  void alarmsOfTheMinesOwnSystemsAreKeptAndNeedNoPlan() throws Exception {
    send(message(ALARMS, Samples.bytes("own-alarms.json"), 3, Lane.LIVE));

    assertThat(batches()).hasSize(1);
    assertThat(new String(batches().get(0).lines(), UTF_8))
        .contains("own_alarm,mine=140921021337,about=OVER_LIMIT/14092102133701MN000101 ")
        .contains("ended=1767225720000i 1767225600000001000")
        .contains("own_alarm,mine=140921021337,about=DISTRESS/card/140921021337000123 ");
    send(message(ALARMS, Samples.bytes("own-alarms.json"), 3, Lane.LIVE));
    assertThat(batches()).as("a doubled message is left out").hasSize(1);
  }

  @Test
  void whatOwnAlarmsAreAboutIsBoundedAndWhatIsKnownGoesOn() throws Exception {
    int most = MineState.MOST_OWN_ALARMS;
    for (int from = 0; from <= most; from += OwnAlarms.MAX_ALARMS) {
      send(message(ALARMS, Messages.write(new OwnAlarms(many(from))), from, Lane.LIVE));
    }
    assertThat(batches().stream().mapToInt(SeriesBatch::count).sum()).isEqualTo(most);

    OwnAlarm ends = raised("c-0", Instant.parse("2026-01-01T00:00:01Z"));
    send(message(ALARMS, Messages.write(new OwnAlarms(List.of(ends))), most + 1_000, Lane.LIVE));
    assertThat(batches().stream().mapToInt(SeriesBatch::count).sum()).isEqualTo(most + 1);

    send(plan());
    send(oneMore("c-x", most + 1_001));
    assertThat(batches()).as("another plan makes room").hasSize(most / OwnAlarms.MAX_ALARMS + 2);
    fill(most + 1_002);
    int full = batches().size();
    send(plan()); // comes again with each connection
    send(oneMore("c-y", 3L * most));
    assertThat(batches()).as("the same plan again makes none").hasSize(full);
  }

  private void fill(long sequence) throws Exception {
    int most = MineState.MOST_OWN_ALARMS;
    for (int from = 0; from < most; from += OwnAlarms.MAX_ALARMS) {
      send(message(ALARMS, Messages.write(new OwnAlarms(many(from))), sequence + from, Lane.LIVE));
    }
  }

  private static List<OwnAlarm> many(int from) {
    List<OwnAlarm> alarms = new ArrayList<>();
    for (int i = from; i < from + OwnAlarms.MAX_ALARMS; i++) {
      alarms.add(raised("c-" + i, null));
    }
    return alarms;
  }

  private static Envelope oneMore(String card, long sequence) {
    OwnAlarms one = new OwnAlarms(List.of(raised(card, null)));
    return message(ALARMS, Messages.write(one), sequence, Lane.LIVE);
  }

  @Test
  void anOwnAlarmWithAnEndThatCannotBeIsLeftOutAndTheRestIsKept() throws Exception {
    OwnAlarms alarms =
        new OwnAlarms(
            List.of(
                raised("c-1", Instant.parse("9999-12-31T23:59:59Z")),
                raised("c-2", Instant.parse("2025-12-31T23:59:59Z")),
                raised("c-3", null)));
    send(message(ALARMS, Messages.write(alarms), 1, Lane.LIVE));
    assertThat(batches().get(0).count()).isEqualTo(1);
  }

  private static OwnAlarm raised(String card, Instant end) {
    Subject subject = new Subject(Subject.Kind.CARD, card);
    Instant begin = Instant.parse("2026-01-01T00:00:00Z");
    return new OwnAlarm(OwnAlarm.Kind.OVERTIME, subject, null, begin, end, Map.of());
  }
}
