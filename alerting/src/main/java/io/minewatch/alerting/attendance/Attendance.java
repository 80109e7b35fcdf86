package io.minewatch.alerting.attendance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody hears a call at the console.
 *
 * @param pages the newest beats of those who may answer a call
 */
public record Attendance(List<Beat> pages) {
  /**
   * The newest beat of a page that sounds.
   *
   * @param scope path of the jurisdiction that its person sees; empty for the nation
   * @param at wall time
   */
  public record Beat(String scope, Instant at) {
    boolean sees(String path) {
      return scope.isEmpty() || (path + "/").startsWith(scope + "/");
    }
  }

  public Attendance {
    pages = List.copyOf(pages);
  }

  /**
   * Whether a call would be heard now.
   *
   * @param path of the mine; empty for what is about no mine, which anybody hears
   */
  public boolean hears(String path, AttendanceRules rules, Instant now) {
    return pages.stream()
        .filter(page -> path.isEmpty() || page.sees(path))
        .anyMatch(page -> !page.at().plus(rules.heard()).isBefore(now));
  }

  /** When somebody last heard what is called at this mine; null when nobody ever did. */
  private @Nullable Instant last(String path) {
    return pages.stream()
        .filter(page -> page.sees(path))
        .map(Beat::at)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /**
   * Those that nobody has attended for too long.
   *
   * @param paths of mines
   * @param from since when it is looked: before it nobody is missed
   * @return by path, since when
   */
  public Map<String, Instant> missing(
      Collection<String> paths, AttendanceRules rules, Instant from, Instant now) {
    Map<String, Instant> missing = new TreeMap<>();
    for (String path : paths) {
      Instant heard = last(path);
      Instant since = heard == null || heard.isBefore(from) ? from : heard;
      if (since.plus(rules.unattended()).isBefore(now)) {
        missing.put(path, since);
      }
    }
    return missing;
  }
}
