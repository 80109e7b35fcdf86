package io.minewatch.judge.compound;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.tape.Tape;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which findings of some rules are open, by rule and subject. */
final class Findings {
  /** Most findings of one rule that are remembered; with one open the answer is the same. */
  private static final int MOST = 1_000;

  private final TreeMap<String, TreeSet<String>> open = new TreeMap<>();

  void note(Finding finding, boolean isOpen) {
    TreeSet<String> subjects = open.computeIfAbsent(finding.rule(), rule -> new TreeSet<>());
    String subject = finding.subject().toString();
    if (!isOpen) {
      subjects.remove(subject);
    } else if (subjects.size() < MOST) {
      subjects.add(subject);
    }
    if (subjects.isEmpty()) {
      open.remove(finding.rule());
    }
  }

  /** Whether one is open, of this point or, for null, of anything. */
  boolean isOpen(String rule, @Nullable PointId point) {
    TreeSet<String> subjects = open.get(rule);
    return subjects != null && (point == null || subjects.contains(Subject.of(point).toString()));
  }

  void follow(Findings before, Predicate<String> asked) {
    before.open.forEach(
        (rule, subjects) -> {
          if (asked.test(rule)) {
            open.put(rule, subjects);
          }
        });
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
