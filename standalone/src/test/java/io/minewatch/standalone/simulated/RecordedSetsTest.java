package io.minewatch.standalone.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.house.Recordings;
import io.minewatch.ingest.recorded.RecordedSet;
import io.minewatch.ingest.recorded.SetRegistry;
import io.minewatch.ingest.recorded.SetReplay;
import io.minewatch.ingest.recorded.Sets;
import io.minewatch.ingest.replay.Progress;
import io.minewatch.ingest.station.Gateway;
import io.minewatch.ingest.station.GatewayLink;
import io.minewatch.ingest.station.Links;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recorded set, replayed under the registry file that the replayer writes for it, is judged
 * by the packs as they are shipped: which rules find something in it, and how often. Time goes by
 * as it was recorded. The days of more than 50 mm of rain and the methane findings (112 at MM116,
 * as `validate` counts them) were counted apart; the other figures are what judging made of it when
 * they were written down, and tell when that changes. Silence is not counted: it hangs on the speed
 * of a replay, and a set may be of several years and paces.
 */
class RecordedSetsTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final GatewayId GATEWAY = new GatewayId("gw-replay");

  @TempDir private Path folder;
  private final Map<String, Integer> opened = new TreeMap<>();
  private @Nullable MineMemory memory;
  private long sequence;
  private long rejected;

  private static Arguments set(String name, String... found) {
    return arguments(name, List.of(found));
  }

  /** By set: the ends of the names of the rules, and how many findings they open. */
  static List<Arguments> sets() {
    return List.of(
        set("longwall", "26-ch4 29", "536-2 112", "flat 7", "gate-air-speed 1", "gate-methane 41"),
        set("prism", "course.course 11"),
        set("bazimen", "course.course 15", "gate-rainfall 3", "zaozhuang-24h.rain 15"),
        set(
            "baijiabao",
            "course.course 8",
            "gate-rainfall 1",
            "gate-water-level 1",
            "zaozhuang-24h.rain 1"),
        set("tailings-pond", "gate-pressure 5", "gate-temperature 2"),
        set("groundwater", "26-level 165", "gate-observation-hole 49"),
        set("people-corridor"),
        set("people-room"),
        set("people-hardhat", "people-leader 1", "people-overtime 2", "people-two-places 2"),
        set("people-uwb"),
        set("sensor-faults", "gate-temperature 178"),
        set("sensor-faults-raw"),
        set("sensor-clean", "gate-temperature 39"),
        set("air-quality-co", "60-co-change 10", "gate-carbon-monoxide 1", "gate-temperature 1"),
        set("seismic-bumps"));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everySetIsJudgedByTheRulesThatFitIt(String name, List<String> found) throws Exception {
    RecordedSet set = Objects.requireNonNull(Sets.all().get(name));
    Path recordings = Recordings.folder();
    Path part = first(recordings, set);
    if (!Files.isDirectory(part)) {
      System.out.println("SKIPPED: no recordings at " + part);
    }
    Assumptions.assumeTrue(Files.isDirectory(part), "no recordings at " + part);
    Files.writeString(folder.resolve("mine.yaml"), SetRegistry.yaml(set, recordings));
    MineEntry mine = Objects.requireNonNull(MineLoader.load(folder, PACKS).get(set.mine().value()));
    Links links =
        (code, gateway, filters, will, ear) ->
            new GatewayLink() {
              @Override
              public CompletableFuture<Void> publish(Outgoing message) {
                judge(mine, message);
                return CompletableFuture.completedFuture(null);
              }

              @Override
              public void close() {}
            };
    Gateway gateway =
        Gateway.sending(links, new Gateway.Identity(set.mine(), GATEWAY, "s1"), set.begin());
    Progress end =
        new SetReplay(gateway, Clock.fixed(set.begin(), ZoneOffset.UTC), progress -> {})
            .run(set, recordings, due -> {});

    assertThat(sequence).isPositive().isEqualTo(end.messages());
    assertThat(rejected).isZero();
    assertThat(opened.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()))
        .containsExactlyElementsOf(new TreeSet<>(found));
  }

  private static Path first(Path recordings, RecordedSet set) {
    String file = set.sources().get(0).file();
    return recordings.resolve(file.substring(0, file.indexOf('/')));
  }

  private void judge(MineEntry mine, Outgoing message) {
    try {
      Topic topic = Objects.requireNonNull(Topic.parse(message.topic()));
      if (topic.kind() == Topic.Kind.READINGS) {
        Envelope envelope =
            new Envelope(
                message.topic(), message.payload(), message.contentType(), "", -1, Lane.LIVE, 0);
        ReadingBatch batch = new ReadingBatch();
        Senml.read(envelope, topic, batch);
        long at = batch.measuredMillis(0);
        MineMemory known = until(mine, at);
        Moment moment = new Moment(at, 0);
        Verdicts out = new Verdicts();
        MineJudge.onReadings(known, batch, origin(moment), moment, out);
        take(out);
      } else if (topic.kind() == Topic.Kind.POSITIONS) {
        List<Fix> fixes = Positions.read(message.payload(), new ArrayList<>());
        long at = fixes.get(0).at().toEpochMilli();
        MineMemory known = until(mine, at);
        Moment moment = new Moment(at, 0);
        Verdicts out = new Verdicts();
        MineJudge.onFixes(known, fixes, List.of(), origin(moment), moment, out);
        take(out);
      }
    } catch (WireException e) {
      throw new IllegalStateException(message.topic(), e);
    }
  }

  private Origin origin(Moment moment) {
    return new Origin("t", GATEWAY, "s1", sequence++, Lane.LIVE, moment.now());
  }

  /** Lets time pass up to a message. */
  private MineMemory until(MineEntry mine, long at) {
    MineMemory known = memory == null ? new MineMemory(mine.plan(), at) : memory;
    memory = known;
    Verdicts out = new Verdicts();
    MineJudge.onTime(known, new Moment(at, 0), out);
    take(out);
    return known;
  }

  private void take(Verdicts out) {
    for (Finding each : out.findings()) {
      boolean silence =
          each.check() == Check.SILENCE
              || each.rule().endsWith("people-silent")
              || each.rule().endsWith("lost-while-rising");
      if (each.kind() == FindingKind.OPENED && !silence) {
        opened.merge(each.rule().substring(each.rule().indexOf(':') + 1), 1, Integer::sum);
      }
    }
    rejected += out.rejections().size();
  }

  @Test
  void everySetIsJudged() {
    Set<Object> named = new HashSet<>();
    sets().forEach(each -> named.add(each.get()[0]));

    assertThat(named).isEqualTo(Sets.all().keySet());
  }
}
