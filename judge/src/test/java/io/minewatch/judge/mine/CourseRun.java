package io.minewatch.judge.mine;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.judge.feed.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Judges a course as the judge job does: time passes by the timer, then something comes. */
public final class CourseRun {
  private final Course course;
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<Finding> told = new ArrayList<>();
  private final List<Object> all = new ArrayList<>();
  private IntPredicate twice = event -> false;
  private boolean again;
  private MineMemory memory;
  private long resumed = Bench.START;
  private long now = Bench.START;

  private CourseRun(Course course) {
    this.course = course;
    this.memory = new MineMemory(course.plan(), Bench.START);
  }

  /** What is found without an interruption. */
  public static List<Finding> findings(Course course) {
    return new CourseRun(course).play(-1, memory -> memory).told;
  }

  /** All that is told, where the memory is copied before each event. */
  static List<Object> copied(Course course, UnaryOperator<MineMemory> copy) {
    return new CourseRun(course).play(-1, copy).all;
  }

  /** All that is told, where the judge is killed and begins to listen again. */
  static List<Object> cut(Course course) {
    return new CourseRun(course).play(course.cut(), memory -> memory).all;
  }

  /** All that is told, where these events come twice; a message has the same number then. */
  static List<Object> doubled(Course course, IntPredicate twice) {
    CourseRun run = new CourseRun(course);
    run.twice = twice;
    return run.play(-1, memory -> memory).all;
  }

  private CourseRun play(int cut, UnaryOperator<MineMemory> copy) {
    for (int i = 0; i < course.events().size(); i++) {
      if (i == cut) {
        memory = ListTape.copy(memory);
        resumed = now;
      }
      memory = copy.apply(memory);
      Course.Event event = course.events().get(i);
      pass(Bench.millis(event.second()));
      take(event);
      if (twice.test(i)) {
        again = true;
        take(event);
        again = false;
      }
      pass(Bench.millis(event.second()));
    }
    return this;
  }

  /** Looks whenever one is due; between what comes, summaries change nothing and are left out. */
  private void pass(long to) {
    while (memory.nextLook <= to) {
      time(Math.max(now, memory.nextLook));
    }
    time(to);
  }

  private void time(long at) {
    now = at;
    Verdicts out = new Verdicts();
    MineJudge.onTime(memory, moment(), out);
    keep(out);
  }

  private void take(Course.Event event) {
    Verdicts out = new Verdicts();
    if (event instanceof Course.Said said) {
      MineJudge.onReadings(memory, batch(said), origin(said.gateway()), moment(), out);
    } else if (event instanceof Course.Seen seen) {
      Origin origin = origin(seen.gateway());
      MineJudge.onFixes(memory, seen.fixes(), List.of(), origin, moment(), out);
    } else if (event instanceof Course.Raised raised) {
      Origin origin = origin(raised.gateway());
      MineJudge.onOwnAlarms(memory, raised.alarms(), origin, moment(), out);
    } else if (event instanceof Course.State state) {
      MineJudge.onStatus(memory, status(state), by(state), moment(), out);
    } else if (event instanceof Course.Ordered ordered) {
      MineJudge.onOrders(memory, ordered.book(), moment(), out);
    }
    keep(out);
  }

  private void keep(Verdicts out) {
    if (out.rejections().stream().anyMatch(r -> r.reason() != RejectReason.UNKNOWN_ZONE)) {
      throw new IllegalStateException(course.name() + ": " + out.rejections());
    }
    told.addAll(out.findings());
    all.addAll(out.findings());
    Muster muster = out.muster();
    if (muster != null && !muster.orders().isEmpty()) {
      all.add(muster);
    }
  }

  private Moment moment() {
    return new Moment(now, resumed);
  }

  /** A second of a course, milliseconds since 1970 UTC. */
  public static long millis(int second) {
    return Bench.millis(second);
  }

  /** The readings of one message. */
  public static ReadingBatch batch(Course.Said said) {
    ReadingBatch batch = new ReadingBatch();
    for (Course.Row row : said.rows()) {
      batch.add(row.point(), row.value(), "", Bench.millis(row.measured()), row.quality());
    }
    return batch;
  }

  /** What a gateway says of itself, as a message. */
  public static GatewayStatus status(Course.State state) {
    return new GatewayStatus(
        Plans.MINE, new GatewayId(state.gateway()), "s1", state.state(), Bench.instant(0), "test");
  }

  private Origin by(Course.State state) {
    return new Origin("t", new GatewayId(state.gateway()), "s1", -1, Lane.LIVE, now);
  }

  private Origin origin(String gateway) {
    long number = again ? numbers.get(gateway) : numbers.merge(gateway, 1L, Long::sum);
    return new Origin("t", new GatewayId(gateway), "s1", number, Lane.LIVE, now);
  }
}
