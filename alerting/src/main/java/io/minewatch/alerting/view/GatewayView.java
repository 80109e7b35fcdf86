package io.minewatch.alerting.view;

import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One gateway of a mine: what it last said of itself, and what of its messages came.
 *
 * @param state null, like all that it says of itself, if it said nothing yet
 * @param feed as judging counts it, every run of messages that did not come in its turn among it;
 *     null if no message of it came
 */
public record GatewayView(
    String gateway,
    GatewayStatus.@Nullable State state,
    @Nullable Instant at,
    @Nullable String session,
    @Nullable String software,
    @Nullable GatewayHealth health,
    Summary.@Nullable Gateway feed) {
  /** The gateways that said something or of which something came, by name. */
  public static List<GatewayView> of(List<GatewayStatus> said, @Nullable Summary summary) {
    Map<String, GatewayStatus> statuses = new TreeMap<>();
    said.forEach(status -> statuses.put(status.gateway().value(), status));
    Map<String, GatewayView> all = new TreeMap<>();
    if (summary != null) {
      for (Summary.Gateway feed : summary.gateways()) {
        String name = feed.id().value();
        all.put(name, of(name, statuses.remove(name), feed));
      }
    }
    statuses.forEach((name, status) -> all.put(name, of(name, status, null)));
    return new ArrayList<>(all.values());
  }

  private static GatewayView of(
      String name, @Nullable GatewayStatus said, Summary.@Nullable Gateway feed) {
    return said == null
        ? new GatewayView(name, null, null, null, null, null, feed)
        : new GatewayView(
            name, said.state(), said.at(), said.session(), said.software(), said.health(), feed);
  }
}
