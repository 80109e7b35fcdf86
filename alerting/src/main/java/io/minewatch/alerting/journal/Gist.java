package io.minewatch.alerting.journal;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    Stream<String> found =
        incident.findings().stream()
            .flatMap(
                each ->
                    Stream.of(
                        each.subject().kind() == Subject.Kind.CARD ? "" : each.subject().id(),
                        String.valueOf(Objects.requireNonNullElse(each.zone(), "")),
                        each.rule()));
    String all =
        Stream.concat(Stream.of(incident.id()), found)
            .filter(each -> !each.isBlank())
            .distinct()
            .collect(Collectors.joining(" ", " ", " "))
            .toLowerCase(Locale.ROOT);
    return all.length() <= MOST_ABOUT
        ? all
        : all.substring(0, all.lastIndexOf(' ', MOST_ABOUT) + 1);
  }
}
