package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.record.Records;
import io.minewatch.judge.mine.Course;
import io.minewatch.judge.mine.CourseRun;
import io.minewatch.judge.mine.Courses;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of judging inside the function, without Kryo: by its one timer, and the same where the
 * job is killed in the middle and goes on from its state elsewhere.
 */
class JudgeCourseTest {
  /** Into so many steps at most a pause is divided; a timer rings at the first step after it. */
  private static final int STEPS = 60;

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> flink;
  private final Map<String, Long> numbers = new LinkedHashMap<>();
  private final List<Outgoing> sent = new ArrayList<>();
  private MineCode mine;
  private long now;

  @AfterEach
  void stop() throws Exception {
    flink.close();
  }

  static Stream<Course> all() {
    return Courses.all();
  }

  private void open(@Nullable OperatorSubtaskState saved) throws Exception {
    flink =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new JudgeFunction(JudgeLimits.DEFAULTS)),
            (Envelope message) -> Topic.mineOf(message.topic()),
            Types.STRING);
    Configuration noKryo = new Configuration();
    noKryo.set(PipelineOptions.GENERIC_TYPES, false);
    flink.getExecutionConfig().configure(noKryo, getClass().getClassLoader());
    flink.setup(
        Records.OUTGOING.createSerializer(flink.getExecutionConfig().getSerializerConfig()));
    if (saved != null) {
      flink.initializeState(saved);
    }
    flink.open();
    flink.setProcessingTime(now);
  }

  /** Plays a course, killed before this event; -1 for never. */
  private void play(Course course, int cut) throws Exception {
    numbers.clear();
    sent.clear();
    mine = course.plan().mine();
    now = CourseRun.millis(0);
    open(null);
    send(Topic.of(Topic.Kind.PLAN, mine), "", Messages.write(course.plan()));
    for (int i = 0; i < course.events().size(); i++) {
      if (i == cut) {
        sent.addAll(flink.extractOutputValues());
        OperatorSubtaskState saved = flink.snapshot(1, now);
        flink.close();
        open(saved);
      }
      pass(CourseRun.millis(course.events().get(i).second()));
      take(course.events().get(i));
    }
    sent.addAll(flink.extractOutputValues());
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
    assertThat(flink.numKeyedStateEntries()).isEqualTo(1);
    flink.close();
  }

  private void pass(long to) throws Exception {
    long step = Math.max(1_000, (to - now) / STEPS);
    while (now < to) {
      now = Math.min(to, now + step);
      flink.setProcessingTime(now);
    }
  }

  private void take(Course.Event event) throws Exception {
    if (event instanceof Course.Said said) {
      Topic topic = topic(Topic.Kind.READINGS, said.gateway());
      send(topic, said.gateway(), Senml.writeJson(topic, CourseRun.batch(said)));
    } else if (event instanceof Course.Seen seen) {
      Topic topic = topic(Topic.Kind.POSITIONS, seen.gateway());
      send(topic, seen.gateway(), Positions.write(seen.fixes()));
    } else if (event instanceof Course.Raised raised) {
      Topic topic = topic(Topic.Kind.OWN_ALARMS, raised.gateway());
      send(topic, raised.gateway(), Messages.write(raised.alarms()));
    } else if (event instanceof Course.State state) {
      byte[] status = Messages.write(CourseRun.status(state));
      send(topic(Topic.Kind.STATUS, state.gateway()), "", status);
    } else if (event instanceof Course.Ordered ordered) {
      send(Topic.of(Topic.Kind.ORDERS, mine), "", Messages.write(ordered.book()));
    }
  }

  private Topic topic(Topic.Kind kind, String gateway) {
    return Topic.of(kind, mine, new GatewayId(gateway));
  }

  private void send(Topic topic, String gateway, byte[] payload) throws Exception {
    boolean numbered = !gateway.isEmpty();
    long number = numbered ? numbers.merge(gateway, 1L, Long::sum) : Envelope.NO_SEQUENCE;
    String session = numbered ? "s1" : "";
    flink.processElement(
        new StreamRecord<>(
            new Envelope(topic.toString(), payload, "", session, number, Lane.LIVE, now)));
  }

  /** What was told by a topic; a finding that comes again, because nobody answered, counts once. */
  private List<String> told(Topic.Kind kind) {
    String topic = Topic.of(kind, mine).toString();
    return sent.stream()
        .filter(message -> message.topic().equals(topic))
        .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
        .distinct()
        .toList();
  }

  /** Of an order; the others only count heads, from whenever the job began. */
  private List<String> musters() {
    return told(Topic.Kind.MUSTER).stream()
        .filter(muster -> !muster.contains("\"orders\":[]"))
        .toList();
  }

  private List<FindingKind> kinds(String rule) throws Exception {
    List<FindingKind> kinds = new ArrayList<>();
    for (String payload : told(Topic.Kind.FINDINGS)) {
      byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
      Finding finding = Messages.read(bytes, Finding.class);
      if (finding.rule().equals(rule)) {
        kinds.add(finding.kind());
      }
    }
    return kinds;
  }

  @ParameterizedTest
  @MethodSource("all")
  void findsTheSameWithAndWithoutAKillInTheMiddle(Course course) throws Exception {
    play(course, -1);
    List<String> findings = told(Topic.Kind.FINDINGS);
    List<String> musters = musters();
    assertThat(kinds(course.rule())).isEqualTo(course.kinds());

    play(course, course.cut());

    assertThat(told(Topic.Kind.FINDINGS)).isEqualTo(findings);
    assertThat(musters()).isEqualTo(musters);
  }
}
