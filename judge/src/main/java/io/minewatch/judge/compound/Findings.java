package io.minewatch.judge.compound;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.tape.Tape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which findings of some rules are open, by rule and subject. There are no more than can be open:
 * one of a limit for each point of the plan, and those of a watch, which has a limit of its own.
 */
final class Findings {
  /** By rule and subject how many: of the mine's own systems several of a kind may stand. */
  private final TreeMap<String, TreeMap<String, Integer>> open = new TreeMap<>();

  void note(Finding finding) {
    boolean several = finding.check() == Check.REPORTED;
    String subject = finding.subject().toString();
    int before = open.getOrDefault(finding.rule(), new TreeMap<>()).getOrDefault(subject, 0);
    if (finding.kind() == FindingKind.CLEARED) {
      set(finding.rule(), subject, several ? before - 1 : 0);
    } else if (finding.kind() == FindingKind.OPENED) {
      set(finding.rule(), subject, several ? before + 1 : 1);
    } else {
      set(finding.rule(), subject, Math.max(before, 1));
    }
  }

  /** One stands, beside those that were told of. */
  void add(String rule, String subject) {
    open.computeIfAbsent(rule, any -> new TreeMap<>()).merge(subject, 1, Integer::sum);
  }

  private void set(String rule, String subject, int count) {
    TreeMap<String, Integer> subjects = open.computeIfAbsent(rule, any -> new TreeMap<>());
    if (count > 0) {
      subjects.put(subject, count);
    } else {
      subjects.remove(subject);
    }
    if (subjects.isEmpty()) {
      open.remove(rule);
    }
  }

  /** Whether one is open, of this point or, for null, of anything. */
  boolean isOpen(String rule, @Nullable PointId point) {
    TreeMap<String, Integer> subjects = open.get(rule);
    return subjects != null
        && (point == null || subjects.containsKey(Subject.of(point).toString()));
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
                .flatMap(each -> lines(each.getKey(), each.getValue()))
                .toList(),
            tape::text,
            from -> from.text(""));
    if (tape.isPlaying()) {
      open.clear();
      for (String each : passed) {
        String[] parts = each.split("\n", 2);
        add(parts[0], parts[1]);
      }
    }
  }

  /** One line for each that is open. */
  private static Stream<String> lines(String rule, Map<String, Integer> subjects) {
    return subjects.entrySet().stream()
        .flatMap(of -> Collections.nCopies(of.getValue(), rule + "\n" + of.getKey()).stream());
  }
}
