package io.minewatch.alerting.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.calling.Told;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What every channel must keep; one small subclass each, against a real other end. */
public abstract class ChannelContract {
  protected static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  protected static final Duration TIMEOUT = Duration.ofMillis(500);
  protected static final String NUMBER = "13812345678";
  protected static final String SECRET = "a-secret-of-the-test-0123456789";
  protected final Map<String, List<Told>> told = new ConcurrentHashMap<>();
  protected final Receipts receipts =
      (attempt, what) -> {
        told.computeIfAbsent(attempt, id -> new CopyOnWriteArrayList<>()).add(what);
        return true;
      };
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Channel channel;

  /** How the other end answers. */
  public enum Answer {
    WELL,
    NOT_NOW,
    NEVER_THIS,
    NEVER_ANY,
    HANGS
  }

  protected abstract Channel open() throws Exception;

  /** Has the other end answer so from now on; false if it cannot. */
  protected abstract boolean answer(Answer answer) throws Exception;

  /** The ids that the other end has got, doubles as often as they came. */
  protected abstract List<String> arrived() throws Exception;

  protected String address() {
    return NUMBER;
  }

  @BeforeEach
  void start() throws Exception {
    log.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    channel = open();
  }

  @AfterEach
  void stop() {
    channel.close();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAppender(log);
    for (ILoggingEvent event : List.copyOf(log.list)) {
      assertThat(event.getFormattedMessage()).doesNotContain(address(), SECRET, "47");
    }
  }

  protected final Attempt attempt(String id) {
    return new Attempt(
        id,
        new Cause("i-1", "140921021337", 3, 1, Severity.RED, Cause.Why.INCIDENT),
        channel.name(),
        new Callee("14", "p-1", "张三", "zhang", address()),
        "47",
        "示范煤矿 红色告警。确认请回复47",
        "Model Colliery: red alarm. Answer with 47",
        NOW,
        0,
        new State.Queued(NOW));
  }

  protected final Channel channel() {
    return channel;
  }

  @Test
  void placesAnAttemptUnderItsId() throws Exception {
    assertThat(channel.place(attempt("a-1"))).isEqualTo(Result.ok());
    assertThat(arrived()).containsExactly("a-1");
  }

  @Test
  void theSameIdAgainIsKnownAtTheOtherEnd() throws Exception {
    assertThat(channel.place(attempt("a-1")).isOk()).isTrue();
    assertThat(channel.place(attempt("a-1")).isOk()).isTrue();
    assertThat(Set.copyOf(arrived())).containsExactly("a-1");
  }

  @Test
  void aRefusalIsClassified() throws Exception {
    Map<Answer, Result.Kind> wanted =
        Map.of(
            Answer.NOT_NOW, Result.Kind.RETRY,
            Answer.NEVER_THIS, Result.Kind.DROP,
            Answer.NEVER_ANY, Result.Kind.STOP);
    for (Map.Entry<Answer, Result.Kind> each : wanted.entrySet()) {
      if (answer(each.getKey())) {
        Result result = channel.place(attempt("a-" + each.getKey()));
        assertThat(result.kind()).as(each.getKey().name()).isEqualTo(each.getValue());
        assertThat(result.reason()).isNotBlank().doesNotContain(address(), SECRET, "47");
      }
    }
  }

  @Test
  void waitsNoLongerThanItsTimeout() throws Exception {
    assumeTrue(answer(Answer.HANGS), "the other end of this channel cannot hang");
    long start = System.nanoTime();
    assertThat(channel.place(attempt("a-1")).kind()).isEqualTo(Result.Kind.RETRY);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(20));
  }

  @Test
  void isAskedWithoutCallingAnybody() throws Exception {
    assertThat(channel.probe()).isEqualTo(Result.ok());
    assertThat(arrived()).doesNotContain("a-1");
    assertThat(told).isEmpty();
  }
}
