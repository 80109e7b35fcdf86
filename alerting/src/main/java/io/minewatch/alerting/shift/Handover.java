package io.minewatch.alerting.shift;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shift that is handed over. It is over when another person than who gave it has taken it; until
 * then who gave it is still responsible, and may call it back. Times are wall time.
 *
 * @param scope path of the jurisdiction whose work is handed over; empty for the nation
 * @param giver account that gives it
 * @param receiver who is expected to take it, as people write it; empty where nobody was named
 * @param taken null until somebody has
 * @param withdrawn when it was called back, or null
 */
public record Handover(
    String id,
    String scope,
    String giver,
    Instant given,
    String receiver,
    String notes,
    @Nullable Taken taken,
    @Nullable Instant withdrawn) {
  /** Of a text that a person writes. */
  public static final int MOST_TEXT = 4_000;

  /**
   * That somebody has taken it.
   *
   * @param by account that took it
   * @param remarks what that person has to say to it; empty for nothing
   */
  public record Taken(String by, Instant at, String remarks) {
    public Taken {
      bounded("remarks", remarks);
    }
  }

  /** How it stands. */
  public enum Standing {
    /** Nobody has taken it yet. */
    GIVEN,
    TAKEN,
    WITHDRAWN
  }

  public Handover {
    bounded("receiver", receiver);
    bounded("notes", notes);
    if (taken != null && withdrawn != null) {
      throw new IllegalArgumentException("a handover is taken or called back, not both: " + id);
    }
  }

  private static void bounded(String name, String text) {
    if (text.length() > MOST_TEXT) {
      throw new IllegalArgumentException(
          name + " has at most " + MOST_TEXT + " characters, was " + text.length());
    }
  }

  public Standing standing() {
    return taken != null ? Standing.TAKEN : withdrawn != null ? Standing.WITHDRAWN : Standing.GIVEN;
  }

  /**
   * What the last one of its scope says to another one: one waits at a time, and who gives what
   * somebody else has taken says why.
   *
   * @return why not, or null
   */
  public @Nullable Refusal next(Handover other) {
    if (standing() == Standing.GIVEN) {
      return Refusal.WAITS_ALREADY;
    }
    Taken last = taken;
    boolean isHis = last == null || last.by().equals(other.giver());
    return isHis || !other.notes().isBlank() ? null : Refusal.NOT_THE_LAST;
  }

  /** Somebody takes it. */
  public Answer take(String by, Instant at, String remarks) {
    if (standing() != Standing.GIVEN) {
      return new Answer.Refused(over());
    }
    return by.equals(giver)
        ? new Answer.Refused(Refusal.SAME_PERSON)
        : new Answer.Moved(
            new Handover(
                id, scope, giver, given, receiver, notes, new Taken(by, at, remarks), null));
  }

  /** Whether who takes it is who it was meant for. */
  public enum Named {
    /** Nobody was named. */
    NOBODY,
    AS_NAMED,
    /** Another one was named: written by a person, so a short form or a nickname is another one. */
    ANOTHER
  }

  /**
   * How who takes it stands to who was named.
   *
   * @param display the name that people read
   */
  public Named named(String by, String display) {
    String meant = bare(receiver);
    return meant.isEmpty()
        ? Named.NOBODY
        : meant.equals(bare(by)) || meant.equals(bare(display)) ? Named.AS_NAMED : Named.ANOTHER;
  }

  private static String bare(String name) {
    return name.replaceAll("[\\s·•]+", "").toLowerCase(Locale.ROOT);
  }

  /** Who gave it calls it back. */
  public Answer withdraw(String by, Instant at) {
    if (standing() != Standing.GIVEN) {
      return new Answer.Refused(over());
    }
    return by.equals(giver)
        ? new Answer.Moved(new Handover(id, scope, giver, given, receiver, notes, null, at))
        : new Answer.Refused(Refusal.NOT_YOURS);
  }

  private Refusal over() {
    return taken != null ? Refusal.TAKEN_ALREADY : Refusal.CALLED_BACK;
  }

  /** What comes of an act. */
  public sealed interface Answer {
    /** It is done; so it stands now. */
    record Moved(Handover handover) implements Answer {}

    record Refused(Refusal why) implements Answer {}
  }

  /** Why an act is refused. */
  public enum Refusal {
    WAITS_ALREADY("上一次交班还没有人接", "the last handover still waits to be taken"),
    NOT_THE_LAST("上一班由他人接班，请写明为何由您交班", "somebody else took the last shift: write why you give it"),
    OTHER_SCOPE("只有本辖区的人员可以交接班", "only people of this very scope hand its shifts over"),
    CHANGED("情况已变化，请看现在的事项", "it has changed since you looked: look again"),
    TAKEN_ALREADY("已经有人接班", "it is taken already"),
    CALLED_BACK("交班已撤回", "it was called back"),
    SAME_PERSON("交班人不能接自己的班", "who gives a shift cannot take it"),
    NOT_YOURS("只有交班人可以撤回", "only who gave it can call it back");

    private final String chinese;
    private final String english;

    Refusal(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    public String chinese() {
      return chinese;
    }

    public String english() {
      return english;
    }
  }
}
