package io.minewatch.alerting.notify.cap;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an alert of OASIS CAP 1.2 is used. Words are the standard's.
 *
 * @param references of the alerts that this one updates, cancels or acknowledges
 */
public record CapAlert(
    String identifier,
    String sender,
    Instant sent,
    Status status,
    MsgType msgType,
    List<Reference> references,
    List<Info> infos) {
  /** Whether it is meant. */
  public enum Status {
    Actual,
    Exercise,
    System,
    Test,
    Draft
  }

  /** What it does. */
  public enum MsgType {
    Alert,
    Update,
    Cancel,
    Ack,
    Error
  }

  /** How bad. */
  public enum Severity {
    Extreme,
    Severe,
    Moderate,
    Minor,
    Unknown
  }

  /** Names another alert for ever. */
  public record Reference(String sender, String identifier, Instant sent) {
    @Override
    public String toString() {
      return sender + "," + identifier + "," + CapTime.of(sent);
    }
  }

  /** The alert in one language. */
  public record Info(
      String language,
      String event,
      Severity severity,
      @Nullable Instant onset,
      @Nullable Instant expires,
      String headline,
      String description,
      List<CapArea> areas) {
    public Info {
      areas = List.copyOf(areas);
    }
  }

  public CapAlert {
    references = List.copyOf(references);
    infos = List.copyOf(infos);
  }

  public Reference reference() {
    return new Reference(sender, identifier, sent);
  }
}
