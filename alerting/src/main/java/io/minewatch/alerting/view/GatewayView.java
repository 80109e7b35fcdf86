package io.minewatch.alerting.view;

import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Summary;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
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
 * @param rewritten points that it told of twice, differently, of late
 */
public record GatewayView(
    String gateway,
    GatewayStatus.@Nullable State state,
    @Nullable Instant at,
    @Nullable String session,
    @Nullable String software,
    @Nullable GatewayHealth health,
    Summary.@Nullable Gateway feed,
    List<Rewritten> rewritten) {
  /** Readings of a point that say something else than what was kept of the same time: how many. */
  public record Rewritten(String point, Rewrite.Cause cause, long count) {}

  /** The gateways that said, sent or rewrote something, by name. */
  public static List<GatewayView> of(
      List<GatewayStatus> said, @Nullable Summary summary, List<RewriteCount> rewritten) {
    Map<String, GatewayStatus> statuses = new TreeMap<>();
    said.forEach(status -> statuses.put(status.gateway().value(), status));
    Map<String, List<Rewritten>> twice = new TreeMap<>();
    for (RewriteCount each : rewritten) {
      twice
          .computeIfAbsent(each.gateway().value(), name -> new ArrayList<>())
          .add(new Rewritten(each.point(), each.cause(), each.count()));
    }
    Map<String, GatewayView> all = new TreeMap<>();
    if (summary != null) {
      for (Summary.Gateway feed : summary.gateways()) {
        String name = feed.id().value();
        all.put(name, of(name, statuses.remove(name), feed, twice.getOrDefault(name, List.of())));
      }
    }
    statuses.forEach(
        (name, status) ->
            all.put(name, of(name, status, null, twice.getOrDefault(name, List.of()))));
    // Of whom nothing else is heard any more, what it rewrote is heard all the same.
    twice.forEach((name, told) -> all.computeIfAbsent(name, n -> of(n, null, null, told)));
    return new ArrayList<>(all.values());
  }

  private static GatewayView of(
      String name,
      @Nullable GatewayStatus said,
      Summary.@Nullable Gateway feed,
      List<Rewritten> rewritten) {
    return said == null
        ? new GatewayView(name, null, null, null, null, null, feed, rewritten)
        : new GatewayView(
            name,
            said.state(),
            said.at(),
            said.session(),
            said.software(),
            said.health(),
            feed,
            rewritten);
  }
}
