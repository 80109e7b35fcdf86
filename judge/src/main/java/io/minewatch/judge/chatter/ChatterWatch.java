package io.minewatch.judge.chatter;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.ChatterRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Slots;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one condition of excursions that come and go too often (频繁抖动). The excursions stay findings
 * of their own, each marked by the detail {@code chatter} with how many there were, so that whoever
 * calls does so once. Of a point without excursions nothing is kept.
 *
 * <p>Late, missing, double: excursions come in order; calm is counted from reading to reading and
 * never by silence. It is a finding of maintenance: a point that falls silent leaves it as it is.
 */
public final class ChatterWatch implements Watch {
  static final String DETAIL = "chatter";

  private final Slots<ChatterRule> slots;

  /** By number of the rule. */
  private final Terms[] ruled;

  private final ChatterTerms[] terms;

  /** Of points that opened lately, one slot each; in the order of points. */
  private final TreeMap<Integer, ChatterMemory> lately = new TreeMap<>();

  private final Conditions conditions = new Conditions();
  private final Sample last = new Sample();

  private ChatterWatch(Slots<ChatterRule> slots, Plan plan) {
    this.slots = slots;
    ruled = slots.terms(Check.CHATTER);
    terms =
        plan.rulesOf(ChatterRule.class).stream()
            .map(rule -> new ChatterTerms(rule.openings(), rule.within(), rule.calm()))
            .toArray(ChatterTerms[]::new);
  }

  private ChatterWatch(ChatterWatch other) {
    slots = other.slots;
    ruled = other.ruled;
    terms = other.terms;
  }

  @Override
  public Watch beside() {
    return new ChatterWatch(this);
  }

  /** Null when no point of the plan has such a rule. */
  public static @Nullable Watch of(Plan plan) {
    Slots<ChatterRule> slots = new Slots<>(plan, ChatterRule.class, point -> true);
    return slots.isEmpty() ? null : new ChatterWatch(slots, plan);
  }

  @Override
  public String name() {
    return "chatter";
  }

  @Override
  public boolean watches(int point) {
    return slots.of(point) >= 0;
  }

  @Override
  public Map<String, String> onExcursion(int point, FindingKind kind, Sample by, Told told) {
    int slot = slots.of(point);
    if (kind != FindingKind.OPENED) {
      return marked(lately.get(slot));
    }
    ChatterMemory memory = lately.computeIfAbsent(slot, none -> new ChatterMemory(1));
    Chatter found = ChatterJudge.onOpened(memory, 0, terms(slot), by.event());
    if (found == Chatter.BEGINS) {
      double count = memory.count(0);
      last.set(count, by.measured(), told.now(), Quality.GOOD).at(by.event());
      Look look =
          Look.of(last, slots.rule(slot).severity(), count, terms(slot).openings())
              .with(Map.of(DETAIL, Integer.toString(memory.count(0))));
      conditions.look(ruled[slots.ruleNumber(slot)], slots.about(slot), Truth.HOLDS, look, told);
    }
    return marked(memory);
  }

  private ChatterTerms terms(int slot) {
    return terms[slots.ruleNumber(slot)];
  }

  private static Map<String, String> marked(@Nullable ChatterMemory memory) {
    return memory == null || !memory.chatters(0)
        ? Map.of()
        : Map.of(DETAIL, Integer.toString(memory.count(0)));
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    if (lately.isEmpty()) {
      return;
    }
    int slot = slots.of(point);
    ChatterMemory memory = lately.get(slot);
    if (memory == null) {
      return;
    }
    int count = memory.count(0);
    if (ChatterJudge.onTime(memory, 0, terms(slot), sample.event()) == Chatter.ENDS) {
      Look look = Look.of(sample, slots.rule(slot).severity(), count, terms(slot).openings());
      conditions.end(ruled[slots.ruleNumber(slot)], slots.about(slot), look, told);
      lately.remove(slot);
    } else if (memory.isOver(0, terms(slot), sample.event())) {
      lately.remove(slot);
    }
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    Iterator<Map.Entry<Integer, ChatterMemory>> passed =
        tape.list(lately.entrySet(), each -> record(tape, each), ChatterWatch::play).iterator();
    if (tape.isPlaying()) {
      lately.clear();
      passed.forEachRemaining(each -> lately.put(each.getKey(), each.getValue()));
    }
    conditions.pass(tape);
  }

  private static Map.Entry<Integer, ChatterMemory> record(
      Tape tape, Map.Entry<Integer, ChatterMemory> held) {
    tape.whole(held.getKey());
    held.getValue().pass(tape);
    return held;
  }

  private static Map.Entry<Integer, ChatterMemory> play(Tape tape) {
    int slot = tape.whole(0);
    ChatterMemory memory = new ChatterMemory(1);
    memory.pass(tape);
    return Map.entry(slot, memory);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof ChatterWatch older) {
      for (int slot = 0; slot < slots.size(); slot++) {
        ChatterMemory memory = older.lately.get(slots.before(slot, older.slots));
        if (memory != null) {
          lately.put(slot, memory);
        }
      }
      conditions.follow(
          older.conditions, (rule, subject) -> slots.still(rule, subject, older.slots), told);
    }
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
