package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.journal.ArchiveRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds room in the archive for incidents of before there was one, some at a time: each is read
 * from the journal while others write, and written in a step that holds up nobody. What is open and
 * acted on is written by the act itself. For one thread.
 */
public final class ArchiveFilling {
  /** Incidents of one step. */
  static final int AT_ONCE = 50;

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFilling.class);

  private final Store store;
  private final ArchiveRows rows;
  private final Function<String, @Nullable Incident> journal;
  private String last = "";
  private boolean whole;

  public ArchiveFilling(Store store, ArchiveRows rows) {
    this(store, rows, store.journal()::incident);
  }

  ArchiveFilling(Store store, ArchiveRows rows, Function<String, @Nullable Incident> journal) {
    this.store = store;
    this.rows = rows;
    this.journal = journal;
  }

  /**
   * Makes some rows that are missing. An incident that cannot be read is skipped.
   *
   * @return whether there may be more
   */
  public boolean some() {
    if (whole) {
      return false;
    }
    List<String> missing = rows.missing(last, AT_ONCE);
    List<Incident> read = new ArrayList<>();
    for (String id : missing) {
      try {
        Incident incident = journal.apply(id);
        if (incident != null) {
          read.add(incident);
        }
      } catch (RuntimeException e) {
        LOG.error("incident {} cannot be read and is not found by a search", id, e);
      }
    }
    if (!read.isEmpty()) {
      store.database().write(() -> rows.keepMissing(read));
    }
    whole = missing.size() < AT_ONCE;
    last = missing.isEmpty() ? last : missing.get(missing.size() - 1);
    return !whole;
  }
}
