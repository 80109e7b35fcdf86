package io.minewatch.alerting.journal;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an incident is found by. */
final class Gist {
  /** Of what an incident is about; of a flood the rest is found by its mine and time. */
  private static final int MOST_ABOUT = 4_000;

  private Gist() {}

  static @Nullable Finding worst(Incident incident) {
    return incident.findings().stream()
        .min(
            Comparator.comparing(Finding::severity, Comparator.reverseOrder())
                .thenComparing(Finding::onset))
        .orElse(null);
  }

  static String hazards(Incident incident) {
    return incident.findings().stream()
        .map(each -> each.hazard().name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(",", ",", ","));
  }

  /** At least: orders of several zones may list the same people, or others. */
  static int people(Incident incident) {
    var proof = incident.proof();
    if (proof == null) {
      return 0;
    }
    int listed = proof.orders().stream().mapToInt(OrderMuster::listed).max().orElse(0);
    long inside =
        proof.orders().stream()
            .flatMap(order -> order.remaining().stream())
            .map(Remaining::card)
            .distinct()
            .count();
    return Math.max(listed, (int) inside);
  }

  /** Never a person's card: it is masked for most who search. */
  static String about(Incident incident) {
    Set<String> told = new HashSet<>(List.of("", incident.id()));
    StringBuilder about = new StringBuilder(" ").append(incident.id()).append(' ');
    for (Finding each : incident.findings()) {
      for (String id : ids(each)) {
        if (!told.add(id)) {
          continue;
        }
        if (about.length() + id.length() >= MOST_ABOUT) {
          return about.toString().toLowerCase(Locale.ROOT); // what a flood adds is not looked at
        }
        about.append(id).append(' ');
      }
    }
    return about.toString().toLowerCase(Locale.ROOT);
  }

  private static List<String> ids(Finding finding) {
    Subject subject = finding.subject();
    return List.of(
        subject.kind() == Subject.Kind.CARD ? "" : subject.id(),
        String.valueOf(Objects.requireNonNullElse(finding.zone(), "")),
        finding.rule());
  }
}
