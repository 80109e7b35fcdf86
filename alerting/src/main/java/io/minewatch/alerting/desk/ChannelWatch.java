package io.minewatch.alerting.desk;

import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Health;
import io.minewatch.alerting.notify.Result;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which channels work, shows those that do not, and has them called out by the others. */
public final class ChannelWatch implements Caller.Outcomes {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelWatch.class);
  private final Health health;
  private final Troubles troubles;
  private final PlatformCalls calls;
  private final Clock clock;

  public ChannelWatch(Troubles troubles, PlatformCalls calls, Clock clock) {
    this.health = new Health(clock);
    this.troubles = troubles;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public void took(Channel channel, Result result) {
    Health.Line down = health.took(channel.name(), result);
    List<String> all = health.down();
    troubles.stands(Troubles.Kind.CHANNEL, all, clock.instant());
    if (down != null) {
      LOG.error("channel {} is down: {}", down.channel(), down.reason());
      calls.call(
          new PlatformCalls.Trouble(
              Troubles.Kind.CHANNEL,
              clock.instant(),
              "叫应通道中断：" + String.join("、", all),
              "A channel for calls is down: " + String.join(", ", all)),
          all);
    }
  }

  /** How each fares, by name. */
  public Map<String, Health.Line> all() {
    return health.all();
  }
}
