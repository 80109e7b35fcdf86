package io.minewatch.alerting.api;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.document.FieldChange;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.journal.RegistryRows.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Registries and their changes as the API tells them; names and cards only to who may read them.
 */
final class RegistryViews {
  private RegistryViews() {}

  /** One difference. */
  record DiffRow(String path, @Nullable Object before, @Nullable Object after) {
    static List<DiffRow> of(List<FieldChange> changes, boolean names) {
      return changes.stream()
          .map(each -> names ? each : each.masked())
          .map(each -> new DiffRow(each.where(), each.before(), each.after()))
          .toList();
    }
  }

  /** A version with its document. */
  record RegistryView(VersionView version, Map<String, Object> document) {
    static RegistryView of(Version version, boolean names) {
      return new RegistryView(VersionView.of(version, names), shown(version.document(), names));
    }
  }

  /** A version without its document. */
  record VersionView(
      String mine,
      long version,
      Instant at,
      String by,
      @Nullable String approvedBy,
      String origin,
      String why,
      List<DiffRow> diff,
      List<Lowering> lowered,
      long planVersion,
      @Nullable String backTest) {
    static VersionView of(Version version, boolean names) {
      return new VersionView(
          version.mine(),
          version.version(),
          version.at(),
          version.actor(),
          version.approvedBy(),
          version.origin().name(),
          version.why(),
          DiffRow.of(version.changes(), names),
          version.lowered(),
          version.planVersion(),
          version.backTest());
    }
  }

  /** A change that waits, or what became of it. */
  record ChangeView(
      String id,
      String mine,
      long base,
      String origin,
      String state,
      Instant at,
      String by,
      String why,
      List<DiffRow> diff,
      List<Lowering> lowered,
      List<String> problems,
      @Nullable String backTest,
      @Nullable Instant decidedAt,
      @Nullable String decidedBy,
      @Nullable String reason,
      Map<String, Object> document) {
    static ChangeView of(Change change, boolean names) {
      return new ChangeView(
          change.id(),
          change.mine(),
          change.base(),
          change.origin().name(),
          change.state().name(),
          change.askedAt(),
          change.askedBy(),
          change.why(),
          DiffRow.of(change.changes(), names),
          change.lowered(),
          change.problems(),
          change.backTest(),
          change.decidedAt(),
          change.decidedBy(),
          change.reason(),
          shown(change.document(), names));
    }
  }

  private static Map<String, Object> shown(Document document, boolean names) {
    return (names ? document : document.masked()).root();
  }
}
