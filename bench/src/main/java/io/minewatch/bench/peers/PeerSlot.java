package io.minewatch.bench.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.minewatch.bench.measure.Feed;
import io.minewatch.bench.measure.Outcome;
import io.minewatch.bench.measure.Slot;
import io.minewatch.bench.measure.Stretch;
import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.script.PointKind;
import io.minewatch.bench.script.Rulebook;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.reading.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An engine of others as a slot: messages are decoded by a streaming parser, the best that its
 * users would write, and each reading is handed over as an event. Positions are counted and left
 * out: these engines are asked for limits alone.
 */
public final class PeerSlot implements Slot {
  private static final int MILLIS = 1_000;

  /** By what the names of points begin with. */
  private static final Map<String, Measure> MEASURES = measures();

  private final PeerEngine engine;
  private final JsonFactory json = new JsonFactory();

  /**
   * A slot.
   *
   * @param engine begun anew for each run, so that what a compiler has learned of it stays
   */
  public PeerSlot(PeerEngine engine) {
    this.engine = engine;
  }

  @Override
  public String id() {
    return engine.id();
  }

  @Override
  public String what() {
    return engine.what();
  }

  @Override
  public List<Told> heldTo(List<Told> expected) {
    return engine.heldTo(expected);
  }

  /** What one run knows. */
  private final class Run implements PeerEngine.Alarms {
    final Map<String, LimitRule> rules =
        Rulebook.rules().stream().collect(Collectors.toMap(LimitRule::id, Function.identity()));
    final Map<String, Long> lastSequence = new HashMap<>();
    final List<Told> told = new ArrayList<>();
    long messages;
    long readings;
    long fixes;

    Run() {
      engine.start(Rulebook.rules(), this);
    }

    void judge(Parcel parcel) throws IOException {
      messages++;
      if (parcel.isPositions()) {
        fixes += parcel.size();
        return;
      }
      boolean isNew = parcel.sequence() > lastSequence.getOrDefault(parcel.topic(), -1L);
      if (isNew) {
        lastSequence.put(parcel.topic(), parcel.sequence());
      }
      String mine = parcel.topic().split("/", -1)[2];
      try (JsonParser in = json.createParser(parcel.payload())) {
        in.nextToken();
        long at = 0;
        while (in.nextToken() == JsonToken.START_OBJECT) {
          at = reading(in, mine, isNew, at);
        }
      }
    }

    private long reading(JsonParser in, String mine, boolean isNew, long base) throws IOException {
      long at = base;
      String name = "";
      double value = 0;
      int code = 0;
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String key = in.currentName();
        in.nextToken();
        switch (key) {
          case "bt" -> at = in.getLongValue() * MILLIS;
          case "n" -> name = in.getText();
          case "v" -> value = in.getDoubleValue();
          case "vb" -> value = in.getBooleanValue() ? 1 : 0;
          case "q" -> code = quality(in.getText());
          default -> in.skipChildren();
        }
      }
      readings++;
      if (isNew) {
        Measure measure =
            Objects.requireNonNull(MEASURES.get(name.substring(0, name.indexOf('-'))), name);
        engine.judge(new Sample(mine + "/" + name, measure, value, new Sample.Trust(at, code)));
      }
      return at;
    }

    @Override
    public void tell(PeerEngine.Alarm alarm) {
      LimitRule rule = Objects.requireNonNull(rules.get(alarm.rule()), alarm.rule());
      Severity severity = rule.steps().get(alarm.level() - 1).severity();
      int stroke = alarm.sensor().indexOf('/');
      told.add(
          new Told(
              alarm.sensor().substring(0, stroke),
              alarm.sensor().substring(stroke + 1),
              alarm.rule(),
              alarm.fact(),
              alarm.kind(),
              alarm.kind() == FindingKind.BLIND ? severity.raised() : severity,
              alarm.onset(),
              alarm.at()));
    }
  }

  private static Map<String, Measure> measures() {
    Map<String, Measure> byPrefix = new HashMap<>();
    for (PointKind kind : PointKind.values()) {
      byPrefix.put(kind.prefix(), kind.measure());
    }
    return byPrefix;
  }

  /** 0 for one that measures, 1 for one that blinds, 2 for one that does neither. */
  private static int quality(String text) {
    return text.startsWith("O") ? 0 : text.startsWith("C") ? 2 : 1;
  }

  @Override
  public Outcome run(Workload workload, Stretch stretch) {
    try {
      Run run = new Run();
      Feed feed = new Feed(workload, stretch, Feed.Drain.NOTHING);
      for (Parcel parcel = feed.next(); parcel != null; parcel = feed.next()) {
        run.judge(parcel);
      }
      return feed.outcome(
          new Outcome.Count(run.messages, run.readings, run.fixes), run.told, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
