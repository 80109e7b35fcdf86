package io.minewatch.alerting.app;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.CallHeard;
import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.desk.AccidentDesk;
import io.minewatch.alerting.desk.AttendanceDesk;
import io.minewatch.alerting.desk.CallDesk;
import io.minewatch.alerting.desk.CallPlan;
import io.minewatch.alerting.desk.Caller;
import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.Changes;
import io.minewatch.alerting.desk.ChannelWatch;
import io.minewatch.alerting.desk.Inbound;
import io.minewatch.alerting.desk.IncidentDesk;
import io.minewatch.alerting.desk.PlatformCalls;
import io.minewatch.alerting.desk.RosterDesk;
import io.minewatch.alerting.desk.RosterWatch;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.journal.CapRows;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.broadcast.BroadcastChannel;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.notify.console.ConsoleChannel;
import io.minewatch.alerting.notify.mail.MailChannel;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.notify.voice.HttpVoice;
import io.minewatch.alerting.notify.voice.VoiceChannel;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePacks;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever calls people in this service, put together. */
final class CallSystem implements AutoCloseable {
  /** Attempts that wait for one channel at one time; one that hangs holds no other channel up. */
  private static final int THREADS = 8;

  /** After which a thread that waits for nothing ends. */
  private static final long IDLE_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(CallSystem.class);

  private final Store store;
  private final IncidentDesk desk;
  private final AccidentDesk accidents;
  private final Caller caller;
  private final ChannelWatch watch;
  private final RosterWatch rosters;
  private final RosterDesk rosterDesk;
  private final AttendanceDesk attendance;
  private final Canary canary;
  private final Inbound inbound;
  private final @Nullable BroadcastChannel broadcast;
  private final Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();

  /** What the service has before anybody can be called. */
  record Ground(
      ChannelSettings settings,
      RulePacks packs,
      Mines mines,
      Store store,
      Access access,
      Troubles troubles,
      Bus bus,
      Clock clock) {}

  /** Puts it together. */
  CallSystem(Ground ground, Changes changes) {
    store = ground.store();
    Clock clock = ground.clock();
    SecureRandom random = new SecureRandom();
    CallPlan plan =
        new CallPlan(
            ground.packs().callout(),
            ground.settings().aims(),
            ground.access()::path,
            () -> 10 + random.nextInt(90));
    CallDesk calls = new CallDesk(store, plan);
    RulePacks packs = ground.packs();
    desk = new IncidentDesk(store, packs.chain(), packs.grouping(), clock, changes, calls);
    accidents = new AccidentDesk(store, packs.callout().reports(), clock, changes);
    PlatformCalls platform = new PlatformCalls(store, calls, plan, clock);
    watch = new ChannelWatch(ground.troubles(), platform, clock);
    caller = new Caller(store, desk, calls, clock, this::lane, watch);
    inbound = new Inbound(store, caller);
    attendance =
        new AttendanceDesk(
            store, packs.callout(), ground.mines()::paths, ground.troubles(), platform, clock);
    caller.add(new ConsoleChannel(attendance::hears, caller));
    broadcast = broadcast(ground);
    others(ground);
    rosters =
        new RosterWatch(
            store, packs.callout(), ground.mines()::paths, ground.troubles(), platform, clock);
    rosterDesk = new RosterDesk(store, calls, plan, rosters, clock);
    canary =
        new Canary(
            new TestReading(ground.bus(), clock),
            () -> caller.channels().values(),
            watch,
            task -> lane("canary").execute(task),
            new Canary.Alarm(
                ground.packs().callout().canary(),
                ground.troubles(),
                platform,
                List.of(BroadcastChannel.NAME)),
            clock);
  }

  private Executor lane(String channel) {
    return lanes.computeIfAbsent(
        channel,
        name -> {
          ThreadPoolExecutor lane =
              new ThreadPoolExecutor(
                  THREADS,
                  THREADS,
                  IDLE_SECONDS,
                  TimeUnit.SECONDS,
                  new LinkedBlockingQueue<>(),
                  task -> {
                    Thread thread = new Thread(task, "alerting-calls-" + name);
                    thread.setDaemon(true);
                    return thread;
                  });
          lane.allowCoreThreadTimeOut(true);
          return lane;
        });
  }

  private @Nullable BroadcastChannel broadcast(Ground ground) {
    var set = ground.settings().broadcast();
    if (set == null) {
      return null;
    }
    var channel = new BroadcastChannel(set, ground.bus()::publish, caller, ground.clock());
    caller.add(channel);
    return channel;
  }

  private void others(Ground ground) {
    ChannelSettings set = ground.settings();
    if (set.webhook() != null) {
      caller.add(new WebhookChannel(set.webhook(), ground.clock()));
    }
    if (set.mail() != null) {
      caller.add(new MailChannel(set.mail()));
    }
    if (set.sms() != null) {
      caller.add(new SmsChannel(set.sms()));
    }
    if (set.voice() != null) {
      caller.add(new VoiceChannel(new HttpVoice(set.voice(), ground.clock())));
    }
    if (set.cap() != null) {
      Store store = ground.store();
      caller.add(
          new CapChannel(
              set.cap(),
              new CapRows(store.database()),
              new CapIncidents(store, ground.mines()),
              store.database()::isAlive));
    }
  }

  /** What the leading instance looks at again and again, beside the calls themselves. */
  void round() {
    rosters.round();
    canary.round();
    accidents.round();
  }

  IncidentDesk desk() {
    return desk;
  }

  AttendanceDesk attendance() {
    return attendance;
  }

  AccidentDesk accidents() {
    return accidents;
  }

  Caller caller() {
    return caller;
  }

  ChannelWatch watch() {
    return watch;
  }

  RosterWatch rosters() {
    return rosters;
  }

  Canary canary() {
    return canary;
  }

  Inbound inbound() {
    return inbound;
  }

  RosterDesk rosterDesk() {
    return rosterDesk;
  }

  /** A message came from a mine; of concern here is what its devices did with a call. */
  void took(Object message) {
    if (message instanceof CallHeard heard && broadcast != null && isOfItsOwnCall(heard)) {
      broadcast.took(heard.receipt());
    }
  }

  /** A mine's devices speak of what was broadcast at that mine, and of nothing else. */
  private boolean isOfItsOwnCall(CallHeard heard) {
    Attempt attempt = store.calls().find(heard.receipt().id());
    boolean own =
        attempt != null
            && attempt.channel().equals(BroadcastChannel.NAME)
            && attempt.cause().mine().equals(heard.mine().value());
    if (!own) {
      LOG.warn("mine {} speaks of a call that was not broadcast there", heard.mine());
    }
    return own;
  }

  @Override
  public void close() {
    lanes.values().forEach(ExecutorService::shutdownNow);
    caller.channels().values().forEach(Channel::close);
  }
}
