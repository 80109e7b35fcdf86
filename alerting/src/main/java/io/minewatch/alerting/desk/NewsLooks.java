package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.News;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Looks at what is new, of each mine once. What fails of one mine stops no other, and is looked at
 * again with what is new by then. For one thread.
 */
final class NewsLooks {
  /** What another instance commits late is looked at once more. */
  private static final Duration MARGIN = Duration.ofMinutes(15);

  private final String about;
  private final Map<String, News> failed = new TreeMap<>();
  private Instant seen;

  /**
   * Has not looked yet.
   *
   * @param about what is looked at, for the log
   * @param since what was brought before is not new
   */
  NewsLooks(String about, Instant since) {
    this.about = about;
    this.seen = since;
  }

  /**
   * One look.
   *
   * @param brought what was brought after an instant, of each mine once
   * @param isPast whether what failed is about so old a time that it is given up
   * @param looks at one mine; whether that is done with
   */
  void look(
      Instant now,
      Function<Instant, List<News>> brought,
      Predicate<News> isPast,
      Predicate<News> looks) {
    Map<String, News> due = new TreeMap<>();
    brought.apply(seen.minus(MARGIN)).forEach(each -> due.put(each.mine(), each));
    seen = now;
    failed.values().removeIf(isPast);
    failed.forEach((mine, each) -> due.merge(mine, each, News::and));
    failed.clear();
    due.forEach(
        (mine, news) -> {
          if (!isDone(news, looks)) {
            failed.put(mine, news);
          }
        });
  }

  private boolean isDone(News news, Predicate<News> looks) {
    boolean[] all = {false};
    boolean ended =
        Raising.guarded(about + " of mine " + news.mine(), () -> all[0] = looks.test(news));
    return ended && all[0];
  }
}
