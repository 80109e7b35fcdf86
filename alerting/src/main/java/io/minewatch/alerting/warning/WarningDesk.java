package io.minewatch.alerting.warning;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.WarningRows;
import io.minewatch.alerting.journal.WarningRows.Taken;
import io.minewatch.alerting.notify.cap.CapAlert;
import io.minewatch.alerting.notify.cap.CapAlert.MsgType;
import io.minewatch.alerting.notify.cap.CapAlert.Status;
import io.minewatch.alerting.notify.cap.CapArea;
import io.minewatch.alerting.notify.cap.CapException;
import io.minewatch.alerting.notify.cap.CapReader;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.MineCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes warnings of others as CAP 1.2. An actual one opens an incident at each mine that it
 * concerns, by a finding like any other; an update raises or lowers it and may reach further mines;
 * a cancellation, or its own end, clears it. Exercises, tests and drafts are kept and open nothing.
 */
public final class WarningDesk {
  /** A warning that names no end is over after this, unless it is updated. */
  private static final Duration WITHOUT_END = Duration.ofHours(24);

  private static final int BATCH = 100;
  private static final Logger LOG = LoggerFactory.getLogger(WarningDesk.class);
  private final Store store;
  private final WarningRows rows;
  private final Consumer<Finding> desk;
  private final Clock clock;

  /**
   * Makes a desk.
   *
   * @param desk takes findings, and knows doubles
   */
  public WarningDesk(Store store, Consumer<Finding> desk, Clock clock) {
    this.store = store;
    this.rows = new WarningRows(store.database());
    this.desk = desk;
    this.clock = clock;
  }

  /** What came of a warning: the mines for which it is open now. */
  public record Answer(CapAlert alert, List<String> mines) {}

  /**
   * Takes a document.
   *
   * @param mines that whoever brings it may warn
   * @throws CapException if it is no warning that can be used
   */
  public Answer take(byte[] document, List<MineEntry> mines) throws CapException {
    CapAlert alert = CapReader.read(document);
    if (alert.msgType() == MsgType.Ack || alert.msgType() == MsgType.Error) {
      throw new CapException("a " + alert.msgType() + " warns of nothing");
    }
    Taken known = rows.find(alert.reference());
    Taken before = known == null ? before(alert) : known;
    String root = before == null ? alert.sender() + " " + alert.identifier() : before.root();
    boolean meant = alert.status() == Status.Actual;
    Set<String> told = meant ? warn(root, alert, mines) : Set.of();
    TreeSet<String> open = new TreeSet<>(told);
    if (before != null) {
      // Whoever brings it ends nothing at mines that are not theirs to warn.
      TreeSet<String> theirs = new TreeSet<>();
      mines.forEach(mine -> theirs.add(mine.plan().mine().value()));
      for (String mine : before.mines()) {
        if (!meant || !theirs.contains(mine)) {
          open.add(mine);
        } else if (!told.contains(mine)) {
          clear(root, mine, alert.sent());
        }
      }
    }
    String body = new String(document, StandardCharsets.UTF_8);
    Taken taken = new Taken(alert.reference(), root, body, List.copyOf(open), expires(alert));
    store.database().write(() -> rows.keep(taken, alert.msgType(), clock.instant()));
    LOG.info("warning {} {} concerns {} mines", alert.sender(), alert.identifier(), told.size());
    return new Answer(alert, List.copyOf(told));
  }

  /** Warns those that it concerns; a Cancel concerns nobody any more. */
  private Set<String> warn(String root, CapAlert alert, List<MineEntry> mines) {
    TreeSet<String> told = new TreeSet<>();
    for (MineEntry mine : mines) {
      CapAlert.Info info = alert.msgType() == MsgType.Cancel ? null : worst(alert, mine);
      if (info != null) {
        told.add(mine.plan().mine().value());
        tell(root, mine.plan().mine(), alert, info);
      }
    }
    return told;
  }

  /** What it updates or cancels, if that was taken in. */
  private @Nullable Taken before(CapAlert alert) throws CapException {
    if (alert.msgType() == MsgType.Alert) {
      return null;
    }
    for (CapAlert.Reference each : alert.references()) {
      Taken known = rows.find(each);
      if (known != null) {
        List<Taken> open = rows.open(known.root());
        return open.isEmpty() ? known : open.get(0);
      }
    }
    if (alert.msgType() == MsgType.Cancel) {
      throw new CapException("cancels nothing that is known here");
    }
    return null; // an update of what was never heard is a warning all the same
  }

  /** The worst part of the alert that concerns the mine, or null. */
  private static CapAlert.@Nullable Info worst(CapAlert alert, MineEntry mine) {
    CapArea.Place place = mine.place();
    CapAlert.Info worst = null;
    for (CapAlert.Info info : alert.infos()) {
      boolean concerns =
          info.areas().stream()
              .anyMatch(
                  area -> area.names(mine.jurisdiction()) || (place != null && area.holds(place)));
      if (concerns
          && (worst == null
              || Warnings.severity(info.severity()).compareTo(Warnings.severity(worst.severity()))
                  > 0)) {
        worst = info;
      }
    }
    return worst;
  }

  private void tell(String root, MineCode mine, CapAlert alert, CapAlert.Info info) {
    List<Finding> facts = facts(root, mine);
    Finding last = facts.isEmpty() ? null : facts.get(facts.size() - 1);
    if (last == null) {
      desk.accept(Warnings.opened(root, mine, alert, info, clock.instant()));
      return;
    }
    int order = Warnings.severity(info.severity()).compareTo(last.severity());
    boolean again = last.kind() == FindingKind.CLEARED;
    if (order != 0 || again) {
      FindingKind kind = order > 0 || again ? FindingKind.RAISED : FindingKind.LOWERED;
      desk.accept(
          Warnings.next(last, kind, Warnings.severity(info.severity()), alert.sent(), clock));
    }
  }

  private void clear(String root, String mine, Instant at) {
    List<Finding> facts = facts(root, new MineCode(mine));
    if (!facts.isEmpty()) {
      Finding last = facts.get(facts.size() - 1);
      if (last.kind() != FindingKind.CLEARED) {
        desk.accept(Warnings.next(last, FindingKind.CLEARED, last.severity(), at, clock));
      }
    }
  }

  private List<Finding> facts(String root, MineCode mine) {
    return store.findings().facts(Warnings.id(root, mine));
  }

  private static Instant expires(CapAlert alert) {
    return alert.infos().stream()
        .map(CapAlert.Info::expires)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(alert.sent().plus(WITHOUT_END));
  }

  /** Ends what is over by itself. */
  public void round() {
    for (Taken over : rows.expired(clock.instant(), BATCH)) {
      over.mines().forEach(mine -> clear(over.root(), mine, over.expires()));
      store
          .database()
          .write(
              () -> {
                rows.end(over.root());
                return true;
              });
    }
  }
}
