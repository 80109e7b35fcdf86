package io.minewatch.alerting.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.roster.Sight;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastFindingTest {
  @Test
  void aPastFactOfAClockThatIsOffIsDatedByOurs() throws Exception {
    Finding fact = Messages.read(Samples.bytes("finding-opened.json"), Finding.class).asPast();

    PastFinding right = PastFinding.of(List.of(fact), null, Sight.STAFF).get(0);
    PastFinding ahead =
        PastFinding.of(List.of(fact.byClock(Duration.ofMinutes(6).toMillis())), null, Sight.STAFF)
            .get(0);

    assertThat(right.onset()).isEqualTo(fact.onset());
    assertThat(ahead.onset()).isEqualTo(fact.onset().minus(Duration.ofMinutes(6)));
    assertThat(ahead.id()).isEqualTo(right.id());
  }
}
