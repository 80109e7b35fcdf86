package io.minewatch.dashboards.grafana;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One dashboard. Refuses a uid that Grafana would not take, and two panels of one id or title.
 *
 * @param id always null: Grafana gives its own
 * @param uid fixed for ever, 8 to 40 letters, digits, '-' or '_': links point to it
 * @param graphTooltip 1 for one cross-hair over all panels
 * @param refresh how often it asks anew, as Grafana writes it: {@code 10s}
 */
public record Dashboard(
    @Nullable Integer id,
    String uid,
    String title,
    String description,
    List<String> tags,
    String timezone,
    int graphTooltip,
    int schemaVersion,
    int version,
    String refresh,
    TimeRange time,
    Templating templating,
    List<Link> links,
    List<Panel> panels) {
  /** The schema of Grafana 10.3; a newer server lifts a dashboard to its own when it loads it. */
  public static final int SCHEMA_VERSION = 39;

  public Dashboard {
    if (!uid.matches("[A-Za-z0-9_-]{8,40}")) {
      throw new IllegalArgumentException("a dashboard's uid is 8 to 40 letters, was " + uid);
    }
    tags = List.copyOf(tags);
    links = List.copyOf(links);
    panels = List.copyOf(panels);
    Set<Integer> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (Panel panel : panels) {
      if (!ids.add(panel.id()) || !titles.add(panel.title())) {
        throw new IllegalArgumentException("two panels have the id or title of " + panel.title());
      }
    }
  }

  /** The same opening on a longer time up to now, and asking anew less often. */
  public Dashboard opening(String from, String asking) {
    return new Dashboard(
        id,
        uid,
        title,
        description,
        tags,
        timezone,
        graphTooltip,
        schemaVersion,
        version,
        asking,
        new TimeRange(from, "now"),
        templating,
        links,
        panels);
  }

  /** What is shown when it is opened. */
  public record TimeRange(String from, String to) {}

  /** The drop-down lists at the top. */
  public record Templating(List<Variable> list) {
    public Templating {
      list = List.copyOf(list);
    }
  }
}
