package io.minewatch.judge.compound;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.tape.Tape;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which findings of some rules are open, by rule and subject. There are no more than can be open:
 * one of a limit for each point of the plan, and those of a watch, which has a limit of its own.
 */
final class Findings {
  private final TreeMap<String, TreeSet<String>> open = new TreeMap<>();

  void note(String rule, Subject subject, boolean isOpen) {
    if (isOpen) {
      open.computeIfAbsent(rule, any -> new TreeSet<>()).add(subject.toString());
      return;
    }
    TreeSet<String> subjects = open.get(rule);
    if (subjects != null && subjects.remove(subject.toString()) && subjects.isEmpty()) {
      open.remove(rule);
    }
  }

  /** Whether one is open, of this point or, for null, of anything. */
  boolean isOpen(String rule, @Nullable PointId point) {
    TreeSet<String> subjects = open.get(rule);
    return subjects != null && (point == null || subjects.contains(Subject.of(point).toString()));
  }

  /** Takes over what was open under the plan before; {@link #become} says what of it still is. */
  void follow(Findings before) {
    open.putAll(before.open);
  }

  /** Is what stands now, and gives what stood. */
  Findings become(Findings now) {
    Findings before = new Findings();
    before.open.putAll(open);
    open.clear();
    open.putAll(now.open);
    return before;
  }

  void pass(Tape tape) {
    List<String> passed =
        tape.list(
            open.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(of -> each.getKey() + "\n" + of))
                .toList(),
            tape::text,
            from -> from.text(""));
    if (tape.isPlaying()) {
      open.clear();
      for (String each : passed) {
        String[] parts = each.split("\n", 2);
        open.computeIfAbsent(parts[0], rule -> new TreeSet<>()).add(parts[1]);
      }
    }
  }
}
