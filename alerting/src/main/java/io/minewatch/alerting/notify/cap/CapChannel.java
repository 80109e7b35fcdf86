package io.minewatch.alerting.notify.cap;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Puts each attempt into the feed: the first of an incident as Alert, further ones as Update, the
 * one of its end as Cancel. Others fetch it, so nothing is ever told back.
 */
public final class CapChannel implements Channel {
  public static final String NAME = "cap";
  private final Settings settings;
  private final Kept kept;
  private final CapSource source;
  private final BooleanSupplier alive;

  /**
   * Whose alerts these are.
   *
   * @param sender guaranteed to be one's own, for instance a domain; no spaces, commas, &lt; or
   *     &amp;
   */
  public record Settings(String sender) {
    public Settings {
      if (!sender.matches("[^\\s,<&]{1,100}")) {
        throw new IllegalArgumentException("a CAP sender has no spaces, commas, < or &");
      }
    }
  }

  /** A message of the feed. */
  public record Message(
      String identifier, String mine, String incident, String title, Instant sent, String body) {}

  /** Where the messages are kept. */
  public interface Kept {
    /** What was sent of an incident, the oldest first. */
    List<Message> of(String incident);

    /** Keeps one; one of the same identifier changes nothing. */
    void keep(Message message);
  }

  public CapChannel(Settings settings, Kept kept, CapSource source, BooleanSupplier alive) {
    this.settings = settings;
    this.kept = kept;
    this.source = source;
    this.alive = alive;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Aim aim() {
    return Aim.RUNG;
  }

  @Override
  public Result place(Attempt attempt) {
    Cause cause = attempt.cause();
    CapSource.About about =
        cause.why() == Cause.Why.TEST
            ? source.test(cause.mine(), attempt.queued())
            : source.about(cause.incident());
    if (about == null) {
      return Result.drop("no incident, so no alert");
    }
    List<Message> earlier = kept.of(attempt.cause().incident());
    String identifier = "mw-" + attempt.id();
    if (earlier.stream().anyMatch(each -> each.identifier().equals(identifier))) {
      return Result.ok();
    }
    boolean closed = about.standing() == CapSource.Standing.CLOSED;
    if (closed && earlier.isEmpty()) {
      return Result.drop("over before anything was sent");
    }
    CapAlert.MsgType type =
        earlier.isEmpty()
            ? CapAlert.MsgType.Alert
            : closed ? CapAlert.MsgType.Cancel : CapAlert.MsgType.Update;
    Instant sent = attempt.queued().truncatedTo(ChronoUnit.SECONDS);
    var self = new CapAlert.Reference(settings.sender(), identifier, sent);
    List<CapAlert.Reference> references =
        earlier.stream()
            .map(m -> new CapAlert.Reference(settings.sender(), m.identifier(), m.sent()))
            .toList();
    CapAlert.Status status = status(attempt, about);
    String body = CapWriter.alert(new CapWriter.Head(self, status, type, references), about);
    String mark =
        status == CapAlert.Status.Actual ? "" : status.name().toUpperCase(Locale.ROOT) + " ";
    String title = mark + type + " " + about.names().mine() + " " + about.names().mineEnglish();
    kept.keep(new Message(identifier, about.mine(), attempt.cause().incident(), title, sent, body));
    return Result.ok();
  }

  private static CapAlert.Status status(Attempt attempt, CapSource.About about) {
    return switch (attempt.cause().why()) {
      case TEST, PLATFORM, ANSWER -> CapAlert.Status.Test;
      case DRILL -> CapAlert.Status.Exercise;
      case INCIDENT ->
          about.marks().contains(CapSource.Mark.DRILL)
              ? CapAlert.Status.Exercise
              : CapAlert.Status.Actual;
    };
  }

  @Override
  public Result probe() {
    return alive.getAsBoolean() ? Result.ok() : Result.retry("the database does not answer");
  }

  @Override
  public void close() {}
}
