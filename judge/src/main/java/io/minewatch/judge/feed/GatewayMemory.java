package io.minewatch.judge.feed;

import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Hole;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.judge.tape.Tape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one gateway: its numbering, its clock, what it says of itself, when last heard.
 *
 * <p>The running session is the one that began last. Of those before, whose backlog may still come,
 * {@link #MOST_SESSIONS} less one are kept; one more pushes out the oldest that is whole, or else
 * the oldest. What is missing of a session pushed out is given up and counted, and so is what the
 * gateway says that it gave up itself: nobody can send it any more.
 */
public final class GatewayMemory {
  /**
   * The running session and three before it: a gateway that cannot stay up may start this often.
   */
  static final int MOST_SESSIONS = 4;

  private final GatewayId id;
  private final IntSupplier numbers;
  private final List<Numbering> sessions = new ArrayList<>();
  private final GatewayClock clock = new GatewayClock();
  private final Presence presence = new Presence();
  private @Nullable Numbering current;
  private boolean leads;
  private long lastReceived;
  private long duplicates;
  private long recovered;
  private final Losses losses = new Losses();

  GatewayMemory(GatewayId id, IntSupplier numbers) {
    this.id = id;
    this.numbers = numbers;
  }

  public GatewayId id() {
    return id;
  }

  /** Tells whether a message is here for the first time. Unnumbered ones always are. */
  public boolean isNew(Origin origin) {
    lastReceived = Math.max(lastReceived, origin.received());
    Numbering numbering = session(origin.session(), origin.received());
    current = numbering;
    if (origin.sequence() < 0) {
      leads = false;
      return true;
    }
    Numbering.Seen seen =
        numbering.see(origin.sequence(), origin.received(), origin.counted(), losses.holes());
    leads = seen == Numbering.Seen.NEXT && origin.lane() == Lane.LIVE && numbering == running();
    if (seen == Numbering.Seen.DUPLICATE) {
      duplicates++;
      return false;
    }
    return true;
  }

  /**
   * Of the message just taken: whether it came in its turn, live and of the running session. What
   * fills a hole, is sent again, or is not numbered tells nothing of how the clock goes on.
   */
  public boolean leads() {
    return leads;
  }

  /** Of the message just taken: the number of its session, as {@link Gateways} counts them. */
  public int source() {
    return current == null ? 0 : current.number();
  }

  /**
   * Of the message just taken: what is to be taken off its measured times to get event times.
   *
   * @param newest the newest of them, or {@link Long#MIN_VALUE} if there is none
   */
  public long shift(long newest, Origin origin) {
    if (newest == Long.MIN_VALUE || origin.lane() != Lane.LIVE) {
      return 0;
    }
    if (origin.sequence() < 0) {
      if (!isNumbered()) {
        clock.watch(newest, origin.received());
      }
      return 0;
    }
    return leads ? clock.on(newest, origin.received()) : clock.shift();
  }

  /**
   * Of the message just taken: what is to be taken off its measured times to compare them with
   * those of other gateways.
   *
   * @param newest the newest of them, or {@link Long#MIN_VALUE} if there is none
   */
  public long lag(long newest, Origin origin) {
    long shift = shift(newest, origin);
    boolean unknown = origin.sequence() < 0 || newest == Long.MIN_VALUE;
    return (unknown ? shift : clock.ahead()) - clock.behind();
  }

  /** How its clock goes. */
  public GatewayClock clock() {
    return clock;
  }

  private Numbering session(String name, long at) {
    if (current != null && current.session().equals(name)) {
      return current;
    }
    for (int i = sessions.size() - 1; i >= 0; i--) {
      if (sessions.get(i).session().equals(name)) {
        return sessions.get(i);
      }
    }
    if (sessions.size() == MOST_SESSIONS) {
      pushOut();
    }
    Numbering fresh = new Numbering(name, numbers.getAsInt(), at);
    sessions.add(fresh);
    return fresh;
  }

  private void pushOut() {
    int out = 0;
    for (int i = sessions.size() - 2; i >= 0; i--) {
      out = sessions.get(i).isWhole() ? i : out;
    }
    Numbering gone = sessions.remove(out);
    if (gone == current) {
      current = null;
    }
    recovered += gone.recovered();
    losses.giveUp(gone, 0, gone.highest());
  }

  private boolean isNumbered() {
    return sessions.stream().anyMatch(each -> each.highest() >= 0);
  }

  boolean knows(int source) {
    for (Numbering each : sessions) {
      if (each.number() == source) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Numbering running() {
    return sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
  }

  /** Takes what the gateway says of itself, or what the broker says for it. */
  public void onStatus(GatewayStatus status, long received) {
    presence.on(status, received);
    if (status.state() == GatewayStatus.State.ONLINE) {
      Numbering told = session(status.session(), received);
      sessions.forEach(Numbering::touch);
      GatewayHealth health = status.health();
      if (health != null) {
        losses.on(told, health);
      }
    }
  }

  /** One receipt for each session that is numbered. */
  public List<Due> receipts(MineCode mine, Instant at) {
    List<Due> all = new ArrayList<>();
    for (Numbering s : sessions) {
      if (!s.session().isEmpty() && s.touches() > 0) {
        Receipt receipt = new Receipt(mine, id, s.session(), s.highest(), s.gaps(), at);
        all.add(new Due(s.number(), s.touches(), receipt));
      }
    }
    return all;
  }

  /**
   * A receipt and what it is to be compared with.
   *
   * @param source number of the session
   * @param touches grows whenever the receipt should be told again
   */
  public record Due(int source, long touches, Receipt receipt) {}

  /** What is to be shown, with so many runs of missing messages at most, the newest. */
  Summary.Gateway summary(int mostHoles) {
    List<Hole> newest = losses.holes().told(mostHoles);
    return new FeedCount(sessions).summary(this, newest, clock.offset(), presence);
  }

  long lastReceived() {
    return lastReceived;
  }

  long duplicates() {
    return duplicates;
  }

  long recoveredBefore() {
    return recovered;
  }

  /** The runs of missing messages that changed since they were last asked for here. */
  public List<Hole> changedHoles() {
    return losses.holes().changed();
  }

  Losses losses() {
    return losses;
  }

  GatewayMemory record(Tape tape) {
    tape.text(id.value());
    return pass(tape);
  }

  static GatewayMemory play(Tape tape, IntSupplier numbers) {
    return new GatewayMemory(new GatewayId(tape.text("")), numbers).pass(tape);
  }

  private GatewayMemory pass(Tape tape) {
    lastReceived = tape.whole(lastReceived);
    duplicates = tape.whole(duplicates);
    recovered = tape.whole(recovered);
    losses.pass(tape);
    clock.pass(tape);
    presence.pass(tape);
    List<Numbering> passed = tape.list(sessions, s -> s.record(tape), Numbering::play);
    if (tape.isPlaying()) {
      sessions.clear();
      sessions.addAll(passed);
    }
    return this;
  }
}
