package io.minewatch.domain.feed;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mine in a few numbers, every few seconds: what overviews are made of.
 *
 * @param points how many points the plan expects
 * @param heard of these, heard within the silence rule
 * @param dark of these, not heard, or with a quality that blinds
 * @param inExcursion points with an open finding
 * @param blind of these, those that cannot be relied on any more
 * @param underground people underground, silent tags included
 * @param lastReading measured time of the newest reading, or null when there never was one
 * @param rejected how much was refused since the job's state began
 * @param outlooks points that head for their next limit, the soonest first; at most {@link
 *     #MAX_OUTLOOKS}
 * @param readings what became of the readings that came
 * @param notJudged conditions of the mine's own that cannot be judged, and why; empty where all is
 *     well
 * @param unknown points that are heard, of whose course nothing can be judged; at most {@link
 *     #MAX_UNKNOWN}, and where there are so many, no point is known
 */
public record Summary(
    MineCode mine,
    Instant at,
    long planVersion,
    int points,
    int heard,
    int dark,
    int inExcursion,
    int blind,
    int underground,
    @Nullable Instant lastReading,
    long rejected,
    List<Gateway> gateways,
    List<Outlook> outlooks,
    Readings readings,
    List<NotJudged> notJudged,
    List<UnknownPoint> unknown) {
  /** More points than this on their way to danger at once are one disaster. */
  public static final int MAX_OUTLOOKS = 50;

  /** More points than this that say nothing are no mine that is watched. */
  public static final int MAX_UNKNOWN = 500;

  /**
   * Runs of messages that did not come in their turn that are told one by one, of all gateways
   * together: where there are more, the last gateways by name have fewer or none.
   */
  public static final int MAX_HOLES = 500;

  /**
   * A rule that stands in the plan and cannot be judged.
   *
   * @param reason in words
   */
  public record NotJudged(String rule, String reason) {
    public NotJudged {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * What became of the readings that came, since the job's state began; doubled messages are not
   * among them.
   *
   * @param live judged as of now
   * @param backfill judged as of the past: they came late, in the backfill lane or after later ones
   *     of their gateway
   * @param late left out of judging now, because one as new of their point was judged before
   */
  public record Readings(long live, long backfill, long late) {
    static final Readings NONE = new Readings(0, 0, 0);
  }

  /**
   * One gateway as judging sees it. What is counted runs over the sessions that are kept; {@code
   * session} and {@code through} are of the one that began last.
   *
   * @param lastReceived when its last message reached us
   * @param offsetMillis its clock minus ours, by the message that was least delayed of late
   * @param duplicates messages that came again and were dropped
   * @param missing sequence numbers not (yet) seen between those that were
   * @param session empty if it numbers nothing
   * @param through the highest sequence seen; everything up to it came, the gaps excepted; -1 for
   *     nothing yet
   * @param gaps how many runs of sequence numbers are missing
   * @param missingFrom when the last message before the first gap reached us; null without a gap
   * @param missingUntil when the first message after the last gap reached us; null without a gap
   * @param recovered messages that were missing and came later
   * @param givenUp messages that will never come: the gateway says that it gave them up, or their
   *     session was pushed out by newer ones. They are no longer {@code missing}
   * @param givenUpFrom when the last message before the first of these reached us; null without any
   * @param givenUpUntil when the first message after the last of these reached us
   * @param readingsMissed readings, positions and alarms in messages that did not come in their
   *     turn, as far as the gateway counts them
   * @param readingsCame of these, how many came later
   * @param holes the newest runs that did not come in their turn, oldest first; at most {@link
   *     #MAX_HOLES} of all gateways together
   * @param presence what its last status message said; null if there was none
   */
  public record Gateway(
      GatewayId id,
      Instant lastReceived,
      long offsetMillis,
      long duplicates,
      long missing,
      String session,
      long through,
      int gaps,
      @Nullable Instant missingFrom,
      @Nullable Instant missingUntil,
      long recovered,
      long givenUp,
      @Nullable Instant givenUpFrom,
      @Nullable Instant givenUpUntil,
      long readingsMissed,
      long readingsCame,
      List<Hole> holes,
      @Nullable GatewayPresence presence) {
    public Gateway {
      holes = List.copyOf(Objects.requireNonNullElse(holes, List.of()));
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(lastReceived, "lastReceived");
      Objects.requireNonNull(session, "session");
    }
  }

  public Summary {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(at, "at");
    gateways = List.copyOf(gateways);
    // Summaries that were kept before there were any do not say them.
    outlooks = List.copyOf(Objects.requireNonNullElse(outlooks, List.of()));
    readings = Objects.requireNonNullElse(readings, Readings.NONE);
    notJudged = List.copyOf(Objects.requireNonNullElse(notJudged, List.of()));
    unknown = List.copyOf(Objects.requireNonNullElse(unknown, List.of()));
  }
}
