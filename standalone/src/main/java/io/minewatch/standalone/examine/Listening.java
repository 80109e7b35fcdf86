package io.minewatch.standalone.examine;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.standalone.doctor.Fact;
import io.minewatch.standalone.doctor.LineFact;
import io.minewatch.standalone.doctor.MachineFact;
import io.minewatch.standalone.doctor.MineFact;
import io.minewatch.standalone.doctor.ProgramFact;
import io.minewatch.standalone.examine.Installation.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with each account, under a client id that is nobody's and a session that ends with it,
 * and listens for a while to plans and summaries. What it hears stays where it is.
 */
final class Listening {
  private static final long SIGN_IN_SECONDS = 15;

  private final Clock clock;
  private final Duration listen;
  private final Map<String, Long> retained = new ConcurrentHashMap<>();
  private final Map<String, Summary> summaries = new ConcurrentHashMap<>();
  private final Map<String, Duration> offsets = new ConcurrentHashMap<>();

  private final Map<String, String> unreadable = new ConcurrentHashMap<>();

  Listening(Clock clock, Duration listen) {
    this.clock = clock;
    this.listen = listen;
  }

  /**
   * Versions of plans by mine in the database.
   *
   * @param before before anything is heard; null if it was not looked at
   * @param after the same afterwards
   */
  record Plans(@Nullable Map<String, Long> before, Supplier<@Nullable Map<String, Long>> after) {}

  /** Looks at all accounts. */
  void look(List<Account> accounts, Plans kept, List<Fact> facts) {
    boolean heard = false;
    for (Account account : accounts) {
      Ear ear = new Ear();
      boolean hears = account.hears() && !heard;
      List<String> filters =
          hears
              ? List.of(Topic.filter(Topic.Kind.PLAN), Topic.filter(Topic.Kind.SUMMARY))
              : List.of();
      try (MqttLink link =
          MqttLink.open(
              account
                  .line()
                  .withClientId(account.name() + "-doctor-" + Long.toHexString(clock.millis()))
                  .withSessionExpiry(Duration.ZERO),
              filters,
              ear,
              clock)) {
        ear.itself.complete(link);
        String problem = ear.problem();
        facts.add(new LineFact.SignIn(account.name(), account.line().server().toString(), problem));
        if (problem == null && hears) {
          TimeUnit.MILLISECONDS.sleep(listen.toMillis());
          heard = true;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (heard) {
      tell(kept, facts);
    } else if (!accounts.isEmpty()) {
      facts.add(
          new ProgramFact.Unseen("plans and summaries", "no account of alerting could sign in"));
    }
  }

  private static long version(@Nullable Map<String, Long> plans, String mine) {
    return plans == null ? -1 : plans.getOrDefault(mine, 0L);
  }

  private void tell(Plans kept, List<Fact> facts) {
    Map<String, Long> before = kept.before();
    Map<String, Long> after = kept.after().get();
    unreadable.forEach((topic, why) -> facts.add(new ProgramFact.Unseen(topic, why)));
    Set<String> mines = new TreeSet<>(retained.keySet());
    mines.addAll(before == null ? Set.of() : before.keySet());
    Instant now = clock.instant();
    for (String mine : mines) {
      Summary summary = summaries.get(mine);
      facts.add(
          new MineFact.PlanOf(
              mine,
              version(before, mine),
              version(after, mine),
              retained.getOrDefault(mine, 0L),
              summary == null ? 0 : summary.planVersion()));
      facts.add(
          new MineFact.Heard(mine, summary == null ? null : Duration.between(summary.at(), now)));
    }
    // The newest of each mine was on its way the shortest; the nearest clock is the judge job's.
    offsets.values().stream()
        .min((a, b) -> a.abs().compareTo(b.abs()))
        .ifPresentOrElse(
            offset -> facts.add(new MachineFact.Clock("the judge job", offset)),
            () ->
                facts.add(
                    new ProgramFact.Unseen(
                        "clock of the judge job", "no summary came while we listened")));
  }

  /** What one link hears. */
  private final class Ear implements MqttListener {
    final CompletableFuture<MqttLink> itself = new CompletableFuture<>();
    private final CompletableFuture<@Nullable String> answer = new CompletableFuture<>();

    /** Why it cannot sign in; null when it has. */
    @Nullable String problem() throws InterruptedException {
      try {
        return answer.get(SIGN_IN_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        return "no answer within " + SIGN_IN_SECONDS + " s";
      } catch (ExecutionException e) {
        return String.valueOf(e.getCause());
      }
    }

    @Override
    public void onConnected(boolean sessionPresent) {
      answer.complete(null);
    }

    @Override
    public void onLost(Throwable cause) {
      Throwable inner = cause.getCause() == null ? cause : cause.getCause();
      answer.complete(String.valueOf(cause.getMessage()) + " " + inner.getMessage());
    }

    @Override
    public void onMessage(Delivery delivery) {
      Topic topic = Topic.parse(delivery.envelope().topic());
      byte[] payload = delivery.envelope().payload();
      try {
        if (topic != null && topic.kind() == Topic.Kind.PLAN && payload.length > 0) {
          retained.merge(
              topic.mine().value(), Messages.read(payload, Plan.class).version(), Math::max);
        } else if (topic != null && topic.kind() == Topic.Kind.SUMMARY) {
          summary(Messages.read(payload, Summary.class));
        }
      } catch (WireException e) {
        unreadable.put(String.valueOf(topic), "cannot be read: " + e.getMessage());
      }
      var unused = itself.thenAccept(link -> link.acknowledge(delivery));
    }

    private void summary(Summary summary) {
      Summary before = summaries.put(summary.mine().value(), summary);
      if (before != null) { // the first may have been retained
        offsets.put(summary.mine().value(), Duration.between(clock.instant(), summary.at()));
      }
    }
  }
}
