package io.minewatch.alerting.notify;

import java.util.Objects;

/**
 * How handing over went.
 *
 * @param reason for people, without number, text or secret; empty when it went well
 */
public record Result(Kind kind, String reason) {
  /** What follows. */
  public enum Kind {
    /** The channel has it. */
    OK,
    /** Not now: try again. */
    RETRY,
    /** Never this one; others may go. */
    DROP,
    /** Nothing goes until somebody mends the channel's settings. */
    STOP
  }

  private static final Result WELL = new Result(Kind.OK, "");

  public Result {
    Objects.requireNonNull(kind, "kind");
  }

  public static Result ok() {
    return WELL;
  }

  public static Result retry(String reason) {
    return new Result(Kind.RETRY, reason);
  }

  public static Result drop(String reason) {
    return new Result(Kind.DROP, reason);
  }

  public static Result stop(String reason) {
    return new Result(Kind.STOP, reason);
  }

  public boolean isOk() {
    return kind == Kind.OK;
  }
}
