package io.minewatch.bench.siddhi;

import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.peers.PeerEngine;
import io.minewatch.bench.peers.RuleText;
import io.minewatch.bench.peers.Sample;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.reading.Measure;
import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Siddhi 5 in one thread, a stream for each measure so that no event is looked at by rules of
 * others; the rules are {@code limit.siddhi}. Its patterns say when an excursion opens and when it
 * is over; steps, blindness and numbers of facts they do not, so it is held to less than the
 * others.
 */
public final class SiddhiEngine implements PeerEngine {
  private static final Set<FindingKind> SAYS = EnumSet.of(FindingKind.OPENED, FindingKind.CLEARED);

  private final SiddhiManager manager = new SiddhiManager();
  private final Map<String, InputHandler> inputs = new HashMap<>();
  private @Nullable SiddhiAppRuntime runtime;

  /** Makes an engine without rules. */
  public SiddhiEngine() {}

  @Override
  public String id() {
    return "SI";
  }

  @Override
  public String what() {
    return "Siddhi 5.1: patterns partitioned by sensor; says openings and ends alone";
  }

  @Override
  public void start(List<LimitRule> rules, Alarms alarms) {
    if (runtime != null) {
      runtime.shutdown();
    }
    StringBuilder app =
        new StringBuilder(
            "define stream Alarms (sensor string, rule string, kind string, onset long, measured long);\n");
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    rules.forEach(rule -> measures.add(rule.measure()));
    for (Measure measure : measures) {
      app.append("define stream ").append(measure).append("Samples");
      app.append(" (sensor string, value double, quality int, measured long);\n");
    }
    app.append(RuleText.of(SiddhiEngine.class, "limit.siddhi", which(rules, HoldIs.NONE)));
    app.append(
        RuleText.of(SiddhiEngine.class, "limit-with-hold.siddhi", which(rules, HoldIs.SOME)));
    SiddhiAppRuntime started = manager.createSiddhiAppRuntime(app.toString());
    started.addCallback(
        "Alarms",
        new StreamCallback() {
          @Override
          public void receive(Event[] events) {
            for (Event event : events) {
              Object[] data = event.getData();
              alarms.tell(
                  new Alarm(
                      (String) data[0],
                      (String) data[1],
                      FindingKind.valueOf((String) data[2]),
                      1,
                      (Long) data[3],
                      (Long) data[4],
                      0));
            }
          }
        });
    started.start();
    for (Measure measure : measures) {
      inputs.put(measure.name(), started.getInputHandler(measure + "Samples"));
    }
    runtime = started;
  }

  /** Whether an excursion ends with its first safe reading. */
  private enum HoldIs {
    NONE,
    SOME
  }

  private static List<LimitRule> which(List<LimitRule> rules, HoldIs hold) {
    return rules.stream().filter(r -> r.clearAfter().isZero() == (hold == HoldIs.NONE)).toList();
  }

  @Override
  public void judge(Sample sample) {
    InputHandler input = inputs.get(sample.getMeasure());
    if (input == null) {
      return; // no rule is about it
    }
    try {
      input.send(
          new Object[] {
            sample.getSensor(), sample.getValue(), sample.getQuality(), sample.getMeasured()
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Openings and ends, without the number of the fact and the step that was reached. */
  @Override
  public List<Told> heldTo(List<Told> expected) {
    Map<String, Told> opened = new HashMap<>();
    expected.stream()
        .filter(told -> told.kind() == FindingKind.OPENED)
        .forEach(told -> opened.put(key(told), told));
    return expected.stream()
        .filter(told -> SAYS.contains(told.kind()))
        .map(
            told ->
                new Told(
                    told.mine(),
                    told.point(),
                    told.rule(),
                    0,
                    told.kind(),
                    opened.getOrDefault(key(told), told).severity(),
                    told.onsetMillis(),
                    told.measuredMillis()))
        .toList();
  }

  private static String key(Told told) {
    return told.mine() + "/" + told.point() + "/" + told.rule() + "/" + told.onsetMillis();
  }

  @Override
  public void close() {
    if (runtime != null) {
      runtime.shutdown();
    }
    manager.shutdown();
  }
}
