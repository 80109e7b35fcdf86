package io.minewatch.alerting.app;

import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.Troubles;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What a watchdog and a balancer ask: whether an alarm would get through. */
final class AlarmsHealth implements HealthIndicator {
  /** The health of an instance that is well and does not lead: it vouches for no alarm. */
  static final String STANDS_BY = "STANDS_BY";

  /** The worst first. */
  static final String ORDER = "DOWN,OUT_OF_SERVICE," + STANDS_BY + ",UP,UNKNOWN";

  private static final Set<Troubles.Kind> CUT =
      EnumSet.of(Troubles.Kind.DATABASE, Troubles.Kind.BROKER);

  private final Canary canary;
  private final Troubles troubles;

  AlarmsHealth(Canary canary, Troubles troubles) {
    this.canary = canary;
    this.troubles = troubles;
  }

  @Override
  public Health health() {
    if (canary.isDead() || troubles.all().stream().anyMatch(each -> CUT.contains(each.kind()))) {
      return Health.down().build();
    }
    return canary.isResting() ? Health.status(STANDS_BY).build() : Health.up().build();
  }
}
