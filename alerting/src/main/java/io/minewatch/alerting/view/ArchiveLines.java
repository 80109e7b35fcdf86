package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.ArchiveRows;
import io.minewatch.alerting.journal.StepRows.Occasion;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Measure;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the lines of the archive: rows, with the names that things have now. */
public final class ArchiveLines {
  /** Points and zones of whose names a text is a part, of one mine; more are no answer. */
  private static final int MOST_NAMED = 50;

  private final Store store;
  private final Mines mines;

  public ArchiveLines(Store store, Mines mines) {
    this.store = store;
    this.mines = mines;
  }

  /**
   * A line for each row.
   *
   * @param sight what of a mine's people the reader may see
   */
  public List<ArchiveLine> of(List<ArchiveRows.Line> rows, Function<String, Sight> sight) {
    return rows.stream().map(row -> line(row, sight.apply(row.mine()))).toList();
  }

  private ArchiveLine line(ArchiveRows.Line row, Sight sight) {
    MineEntry mine = mines.find(row.mine());
    Plan plan = mine == null ? null : mine.plan();
    Names names = new Names(plan, sight);
    Finding worst = newest(row.worst());
    Closing how = row.how();
    Measure measure = worst == null ? null : worst.measure();
    boolean numbered = worst != null && Double.isFinite(worst.peak()) && !worst.unit().isEmpty();
    return new ArchiveLine(
        row.incident(),
        row.mine(),
        plan == null ? "" : plan.name(),
        plan == null ? "" : plan.nameEnglish(),
        row.opened(),
        row.closed(),
        row.stage().name(),
        row.severity().name(),
        row.hazards().stream().map(Enum::name).toList(),
        how == null ? null : how.name(),
        row.occasion() == Occasion.DRILL,
        row.people(),
        worst == null ? "" : names.subject(worst),
        worst == null ? "" : names.subjectEnglish(worst),
        worst == null ? "" : names.what(worst),
        worst == null ? "" : names.whatEnglish(worst),
        measure == null ? null : measure.name(),
        numbered && worst != null ? worst.peak() : null,
        worst == null ? "" : worst.unit(),
        worst == null ? null : worst.peakAt());
  }

  private @Nullable Finding newest(@Nullable FindingId id) {
    List<Finding> facts = id == null ? List.of() : store.findings().facts(id);
    return facts.isEmpty() ? null : facts.get(facts.size() - 1);
  }

  /** The ids of a mine's points and zones of whose names, in either language, this is a part. */
  public List<String> named(String mine, String text) {
    MineEntry entry = mines.find(mine);
    String part = text.toLowerCase(Locale.ROOT);
    if (entry == null || part.isBlank()) {
      return List.of();
    }
    Plan plan = entry.plan();
    Stream<String> zones =
        plan.zones().stream()
            .filter(each -> holds(part, each.name(), each.nameEnglish()))
            .map(each -> each.id().value());
    Stream<String> points =
        plan.points().stream()
            .filter(each -> holds(part, each.name(), each.nameEnglish()))
            .map(each -> each.id().value());
    return Stream.concat(zones, points).limit(MOST_NAMED).toList();
  }

  private static boolean holds(String part, String chinese, String english) {
    return chinese.toLowerCase(Locale.ROOT).contains(part)
        || english.toLowerCase(Locale.ROOT).contains(part);
  }
}
