package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.access.SignedIn;
import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.view.CardMasks;
import io.minewatch.alerting.view.IncidentViews;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.withdrawal.Muster;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Everybody who watches, and what is sent to them. A watcher that cannot keep up is let go. */
public final class Streams implements AutoCloseable {
  /** Watchers at one time; one more is refused. */
  static final int MAX_WATCHERS = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private final Access access;
  private final Present present;
  private final IncidentViews views;
  private final Plans plans;
  private final Latest latest;
  private final Clock clock;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean sending = new AtomicBoolean();
  private final Map<String, Map<String, Latest.Live>> lastLive = new HashMap<>();
  private final ExecutorService senders =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "alerting-stream");
            thread.setDaemon(true);
            return thread;
          });

  public Streams(
      Access access,
      Present present,
      IncidentViews views,
      Plans plans,
      Latest latest,
      Clock clock) {
    this.access = access;
    this.present = present;
    this.views = views;
    this.plans = plans;
    this.latest = latest;
    this.clock = clock;
  }

  /** Starts a watcher of one mine, or of all that the account sees when the mine is empty. */
  SseEmitter watch(SignedIn who, String session, String mine) {
    if (watchers.size() >= MAX_WATCHERS) {
      throw new Refusals.Problem(HttpStatus.SERVICE_UNAVAILABLE, "too many watchers");
    }
    Account account = present.account(who);
    if (account == null) {
      throw new Refusals.Problem(HttpStatus.UNAUTHORIZED, "sign in first");
    }
    Watcher watcher = new Watcher(who, account, session, mine, watchers::remove);
    watchers.add(watcher);
    watcher.offer("tick", Map.of("at", clock.instant()));
    senders.execute(watcher);
    return watcher.emitter();
  }

  /** A session has ended, and with it what it watched. */
  public void ended(String session) {
    watchers.stream().filter(each -> each.session().equals(session)).forEach(Watcher::end);
  }

  /**
   * Lets those go whose account is gone or has another password, and reads the others anew. Called
   * when an account has changed.
   */
  public void accountsChanged() {
    Map<SignedIn, Optional<Account>> known = new HashMap<>();
    for (Watcher watcher : watchers) {
      known
          .computeIfAbsent(watcher.who(), who -> Optional.ofNullable(present.account(who)))
          .ifPresentOrElse(watcher::is, watcher::end);
    }
  }

  /** Beside the ticks: a database that does not answer must not look like a lost line. */
  private void lookAtAccounts() {
    if (looking.compareAndSet(false, true)) {
      senders.execute(
          () -> {
            try {
              accountsChanged();
            } catch (RuntimeException e) {
              LOG.warn("who may watch on cannot be read now: {}", e.getMessage());
            } finally {
              looking.set(false);
            }
          });
    }
  }

  /**
   * An incident changed: it is sent at once, and once however often it changes while the sending of
   * the change before is under way. In a flood of findings everybody sees the newest state.
   */
  public void incident(String id) {
    if (!watchers.isEmpty() && changed.add(id) && sending.compareAndSet(false, true)) {
      boolean begun = false;
      try {
        senders.execute(this::sendChanged);
        begun = true;
      } finally {
        if (!begun) {
          sending.set(false); // else no change would ever be sent again
        }
      }
    }
  }

  private void sendChanged() {
    do {
      try {
        sendEach();
      } finally {
        sending.set(false); // whatever ended it, the next change begins anew
      }
      // What was told between the last look and now is taken by whoever was faster.
    } while (!changed.isEmpty() && sending.compareAndSet(false, true));
  }

  private void sendEach() {
    for (String id : List.copyOf(changed)) {
      changed.remove(id);
      try {
        sendIncident(id);
      } catch (RuntimeException e) {
        LOG.error("incident {} cannot be shown to those who watch", id, e);
      }
    }
  }

  private void sendIncident(String id) {
    String mine = views.mineOf(id);
    send(mine, sight -> Map.entry("incident", Objects.requireNonNull(views.one(id, any -> sight))));
  }

  /** Sends to everybody who sees a mine what each may see of its people, made once for each. */
  private void send(String mine, Function<Sight, Map.Entry<String, Object>> body) {
    Map<Sight, Map.Entry<String, Object>> made = new HashMap<>();
    for (Watcher watcher : watchers) {
      if (watcher.sees(mine, access)) {
        var his = made.computeIfAbsent(access.sight(watcher.account(), mine), body);
        watcher.offer(his.getKey(), his.getValue());
      }
    }
  }

  /** A summary or a head count came. */
  public void seen(Object message) {
    if (message instanceof Summary summary) {
      send("summary", summary.mine().value(), summary);
    } else if (message instanceof Muster muster) {
      send(muster.mine().value(), sight -> Map.entry("muster", CardMasks.of(muster, sight)));
    }
  }

  /**
   * Sends the live values that changed since the last call; called at most once a second. Of a mine
   * that nobody watches nothing is compared: whoever comes first is sent all.
   */
  public synchronized void live() {
    for (Plan plan : plans.all()) {
      String mine = plan.mine().value();
      if (watchers.stream().anyMatch(watcher -> watcher.sees(mine, access))) {
        live(mine);
      } else {
        lastLive.remove(mine);
      }
    }
  }

  private void live(String mine) {
    List<Latest.Live> now = latest.live(mine);
    Map<String, Latest.Live> before = lastLive.getOrDefault(mine, Map.of());
    List<Latest.Live> changed =
        now.stream().filter(each -> !each.equals(before.get(each.point()))).toList();
    if (!changed.isEmpty()) {
      Map<String, Latest.Live> known = new HashMap<>();
      now.forEach(each -> known.put(each.point(), each));
      lastLive.put(mine, known);
      send("live", mine, Map.of("mine", mine, "readings", changed));
    }
  }

  /** The server is there; called every two seconds. */
  public void tick() {
    lookAtAccounts();
    watchers.forEach(watcher -> watcher.offer("tick", Map.of("at", clock.instant())));
  }

  private void send(String name, String mine, Object body) {
    for (Watcher watcher : watchers) {
      if (watcher.sees(mine, access)) {
        watcher.offer(name, body);
      }
    }
  }

  @Override
  public void close() {
    watchers.forEach(Watcher::end);
    senders.shutdownNow();
  }
}
