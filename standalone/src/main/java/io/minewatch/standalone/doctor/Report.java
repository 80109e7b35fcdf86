package io.minewatch.standalone.doctor;

import io.minewatch.standalone.doctor.Finding.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All findings as one table, the worst first. What is good of many is told once, with a count. */
public record Report(List<Finding> findings) {
  /** Of one kind more than this are counted. */
  private static final int SHOWN = 20;

  private static final int WIDEST = 44;

  public Report {
    findings = List.copyOf(findings);
  }

  /** What follows from the facts. */
  public static Report of(List<Fact> facts) {
    return new Report(facts.stream().map(Fact::finding).toList());
  }

  public boolean isWrong() {
    return findings.stream().anyMatch(each -> each.level() == Level.WRONG);
  }

  /** The table. */
  public String table() {
    List<Finding> rows = new ArrayList<>();
    Map<String, List<Finding>> byKind = new LinkedHashMap<>();
    for (Finding each : findings) {
      String kind = each.level() + each.what().replaceAll(" \\d{12}$", "");
      byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(each);
    }
    for (List<Finding> kind : byKind.values()) {
      boolean good = kind.get(0).level() == Level.GOOD;
      int shown = good && kind.size() > 1 ? 1 : Math.min(kind.size(), SHOWN);
      rows.addAll(kind.subList(0, shown));
      if (kind.size() > shown) {
        Finding last = kind.get(kind.size() - 1);
        String more = "and " + (kind.size() - shown) + " more";
        rows.add(new Finding(last.level(), "", more, last.act()));
      }
    }
    rows.sort(Comparator.comparing(Finding::level).reversed());
    int width =
        Math.min(WIDEST, rows.stream().mapToInt(each -> each.what().length()).max().orElse(1));
    StringBuilder text = new StringBuilder();
    for (Finding row : rows) {
      text.append(
          "%-5s  %s  %s%n".formatted(row.level(), pad(row.what(), width), lines(row, width)));
    }
    long wrong = findings.stream().filter(each -> each.level() == Level.WRONG).count();
    long look = findings.stream().filter(each -> each.level() == Level.LOOK).count();
    return text.append(
            "%d wrong, %d to look at, %d good%n".formatted(wrong, look, good(wrong + look)))
        .toString();
  }

  private long good(long others) {
    return findings.size() - others;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String lines(Finding row, int width) {
    String under = System.lineSeparator() + " ".repeat(5 + 2 + width + 2);
    String found = row.found().strip().replaceAll("\\R\\s*", under);
    return row.act().isEmpty() ? found : found + under + "-> " + row.act();
  }
}
