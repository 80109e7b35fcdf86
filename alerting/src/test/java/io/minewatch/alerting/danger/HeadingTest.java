package io.minewatch.alerting.danger;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.danger.Heading.Way;
import io.minewatch.domain.place.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeadingTest {
  private static Heading way(String from, String to, String... found) {
    Set<ZoneId> danger = Set.of(found).stream().map(ZoneId::new).collect(Collectors.toSet());
    return new Heading.Distances(DangerZonesTest.PLAN, danger).of(new ZoneId(from), new ZoneId(to));
  }

  @Test
  void whoWalksToTheShaftComesCloserToTheExitAndFartherFromTheFace() {
    assertThat(way("intake", "shaft", "face"))
        .isEqualTo(new Heading(new ZoneId("intake"), Way.CLOSER, Way.FARTHER));
    assertThat(way("shaft", "intake", "face"))
        .isEqualTo(new Heading(new ZoneId("shaft"), Way.FARTHER, Way.CLOSER));
  }

  @Test
  void theWayOutCanLeadPastTheDanger() {
    assertThat(way("face", "intake", "shaft"))
        .isEqualTo(new Heading(new ZoneId("face"), Way.CLOSER, Way.CLOSER));
  }

  @Test
  void asFarAsBeforeIsNoDirectionAndWhatThePlanDoesNotKnowIsUnknown() {
    assertThat(way("intake", "pump", "shaft").exit()).isEqualTo(Way.SAME);
    assertThat(way("elsewhere", "shaft", "face"))
        .isEqualTo(new Heading(new ZoneId("elsewhere"), Way.UNKNOWN, Way.UNKNOWN));
    assertThat(way("intake", "shaft").danger()).as("nothing was found").isEqualTo(Way.UNKNOWN);
  }

  @Test
  void thatOneCanWalkFromOneZoneToTheOtherNeedsToBeToldOnceOnly() {
    // "old" names the pump room as its neighbour, the pump room does not name "old".
    assertThat(way("pump", "old", "face").exit()).isEqualTo(Way.FARTHER);
  }
}
