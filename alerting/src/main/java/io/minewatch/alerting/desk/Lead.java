package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.InstanceRows.Line;
import io.minewatch.alerting.journal.LeaseRows;
import io.minewatch.alerting.journal.LeaseRows.Lease;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of several instances is connected to the broker: two with one client id would push each
 * other off the line for ever. The others serve the API and run due steps all the same. A round is
 * a plain method, worked by one thread.
 *
 * <p>Who leads and has had no connection for a while gives the lead up if another lives that has
 * one all that time; who has none does not take it from one that has. Where nobody has one, as when
 * the broker is away, the lead stays where it is.
 */
public final class Lead {
  /** How often an instance looks, and one that leads says that it lives. */
  public static final Duration BEAT = Duration.ofMillis(500);

  /**
   * How long the beat of another may stand still. Killed right after a beat, one is followed a beat
   * until that is seen, this, and at most a beat until the next look later: three seconds, of the
   * five within which another must go on. What is left is for its line to the broker.
   */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How long who leads may be without a connection while another has one. */
  static final Duration CUT_OFF = Duration.ofSeconds(10);

  /**
   * The same for one that has given the lead up again and again: doubled each time up to this, and
   * as at first once it was connected for as long while it led. So a line on which nobody can lead
   * is handed to and fro ever more seldom.
   */
  static final Duration LONGEST_CUT_OFF = Duration.ofMinutes(10);

  /**
   * What one look can add to the time that others were watched. While the database fails nobody is
   * seen to live; that is no sign that nobody does.
   */
  static final Duration MOST_BETWEEN_LOOKS = Duration.ofSeconds(1);

  private static final String NAME = "broker";
  private static final Logger LOG = LoggerFactory.getLogger(Lead.class);
  private final Store store;
  private final Self self;
  private final Duration patience;
  private final LongSupplier nanos;
  private final Peers peers;
  private Duration cutOff = CUT_OFF;
  private boolean leading;
  private boolean gaveUp;

  /** When a look last succeeded, and how long others were watched until then. */
  private @Nullable Long lookedAt;

  private long watchedThen;

  /** How long others have been watched, in nanoseconds: the clock of every patience here. */
  private long watched;

  private @Nullable Lease seen;
  private long seenAt;

  /** Since when another could do better; null while none can. */
  private @Nullable Long worseSince;

  /** Since when this one leads and is connected; null while it is not. */
  private @Nullable Long wellSince;

  /** How this one is against the others. */
  private enum Fit {
    /** It has a connection, or no other has. */
    AS_GOOD,
    /** It has none, and another has. */
    WORSE
  }

  /**
   * This instance.
   *
   * @param name tells it from all others, also from itself before a restart
   * @param connected whether it has a connection to the broker now
   */
  public record Self(String name, BooleanSupplier connected) {}

  /**
   * Makes one.
   *
   * @param patience {@link #PATIENCE}; zero where no other can be
   * @param nanos a clock that only goes on, in nanoseconds
   */
  public Lead(Store store, Self self, Duration patience, LongSupplier nanos) {
    this.store = store;
    this.self = self;
    this.patience = patience;
    this.nanos = nanos;
    this.peers = new Peers(store.instances(), self.name(), patience, () -> watched);
  }

  /** Answers whether this instance leads now. While the database fails it stays what it was. */
  public boolean round() {
    if (patience.isZero()) {
      return true; // nobody else can have the database open
    }
    long now = nanos.getAsLong();
    long gone = lookedAt == null ? 0 : now - lookedAt;
    watched = watchedThen + Math.min(gone, MOST_BETWEEN_LOOKS.toNanos());
    gaveUp = false;
    boolean before = leading;
    leading = store.database().write(this::look);
    lookedAt = now;
    watchedThen = watched;
    if (gaveUp) {
      Duration doubled = cutOff.multipliedBy(2);
      cutOff = doubled.compareTo(LONGEST_CUT_OFF) < 0 ? doubled : LONGEST_CUT_OFF;
    }
    if (leading != before) {
      LOG.info("this instance {} the line to the broker", leading ? "takes" : "has lost");
      worseSince = null;
      wellSince = null;
    }
    return leading;
  }

  private boolean look() {
    Line line = self.connected().getAsBoolean() ? Line.UP : Line.DOWN;
    boolean another = peers.anotherIsConnected(line);
    Fit fit = another && line == Line.DOWN ? Fit.WORSE : Fit.AS_GOOD;
    if (!leading) {
      return takes(store.leases(), fit);
    }
    noteWell(line);
    return store.leases().beat(NAME, self.name()) && !givesUp(fit);
  }

  private void noteWell(Line line) {
    if (line == Line.DOWN) {
      wellSince = null;
    } else if (wellSince == null) {
      wellSince = watched;
    } else if (watched - wellSince >= LONGEST_CUT_OFF.toNanos()) {
      cutOff = CUT_OFF;
    }
  }

  private boolean givesUp(Fit fit) {
    if (fit == Fit.AS_GOOD) {
      worseSince = null;
      return false;
    }
    worseSince = worseSince == null ? Long.valueOf(watched) : worseSince;
    if (watched - worseSince < cutOff.toNanos()) {
      return false;
    }
    LOG.warn("no connection to the broker for {}, and another instance has one", cutOff);
    gaveUp = true;
    store.leases().giveBack(NAME, self.name());
    return true;
  }

  private boolean takes(LeaseRows leases, Fit fit) {
    Lease lease = leases.find(NAME);
    if (lease == null) {
      return fit == Fit.AS_GOOD && leases.take(NAME, self.name());
    }
    if (!lease.equals(seen)) {
      seen = lease;
      seenAt = watched;
    }
    boolean still = watched - seenAt >= patience.toNanos();
    return still && fit == Fit.AS_GOOD && leases.takeOver(NAME, lease, self.name());
  }

  /**
   * Gives the lead back, so that another takes it at once; else it is taken over a little later.
   */
  public void close() {
    if (patience.isZero()) {
      return;
    }
    leading = false;
    try {
      store
          .database()
          .write(
              () -> {
                store.leases().giveBack(NAME, self.name());
                peers.leave();
                return true;
              });
    } catch (RuntimeException e) {
      LOG.warn("the lead could not be given back: {}", e.getMessage());
    }
  }
}
