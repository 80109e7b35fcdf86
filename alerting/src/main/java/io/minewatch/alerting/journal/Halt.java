package io.minewatch.alerting.journal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * For tests of kill -9: ends the process, without any clean-up, right before or after the commit of
 * that number, as the system property {@code minewatch.halt-at} says: {@code before:3}, {@code
 * after:1}. Without the property nothing happens.
 */
final class Halt {
  /** As a process ends that was killed. */
  private static final int KILLED = 137;

  private static final String PROPERTY = "minewatch.halt-at";
  private final int before;
  private final int after;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  private Halt(int before, int after) {
    this.before = before;
    this.after = after;
  }

  static Halt ofProperty() {
    String at = System.getProperty(PROPERTY, "");
    if (at.isEmpty()) {
      return new Halt(0, 0);
    }
    String[] parts = at.split(":", -1);
    int number = Integer.parseInt(parts[parts.length - 1]);
    return switch (parts[0]) {
      case "before" -> new Halt(number, 0);
      case "after" -> new Halt(0, number);
      default ->
          throw new IllegalArgumentException(PROPERTY + " is before:N or after:N, was " + at);
    };
  }

  void beforeCommit() {
    if (before > 0 && begun.incrementAndGet() == before) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  void afterCommit() {
    if (after > 0 && ended.incrementAndGet() == after) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
