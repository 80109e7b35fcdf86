package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Proposal;
import io.minewatch.alerting.chain.Shelf;
import io.minewatch.alerting.danger.Heading;
import io.minewatch.alerting.danger.Margin;
import io.minewatch.alerting.danger.ZoneInDanger;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One incident as the API and the console show it. Times are wall time unless said otherwise.
 *
 * @param zoneNames what the zones are called that this view speaks of
 * @param findings the worst ones, if there are more than a person can read
 * @param findingsTotal how many there are
 * @param calls the newest attempts, if there are more than a person can read
 * @param callsTotal how many there are
 * @param answer the answer that stands; null where there is none
 * @param danger the zones that what is found reaches, for an order to be chosen from
 * @param margin time to danger against time to empty, as far as they are known
 * @param accident null unless it was declared one
 */
public record IncidentView(
    String id,
    String mine,
    String mineName,
    String mineNameEnglish,
    List<String> zones,
    List<ZoneName> zoneNames,
    String severity,
    String stage,
    long version,
    boolean drill,
    Instant opened,
    Instant onset,
    List<FindingView> findings,
    int findingsTotal,
    @Nullable DueView due,
    List<String> next,
    List<String> missingForClose,
    List<OrderView> orders,
    @Nullable MusterView muster,
    List<CallView> calls,
    int callsTotal,
    @Nullable AnswerView answer,
    @Nullable ProposalView proposal,
    @Nullable ShelfView shelf,
    List<String> rescuers,
    List<ZoneInDanger> danger,
    Margin margin,
    @Nullable AccidentView accident,
    List<TimelineRow> timeline) {
  /**
   * An answer, and what it does not speak of.
   *
   * @param version of the incident that was answered to
   * @param foundSince how many findings stand that came, got worse or went blind after that
   *     version: nobody has said to have seen it
   * @param unseen the ids of those of them that are shown
   */
  public record AnswerView(
      String by, Instant at, long version, int foundSince, List<String> unseen) {}

  /**
   * A finding; onset, measured and peakAt are measured times, cleared is when the last fact was.
   * The value is null when the point measured none: what a cut cable reports is no value. Point,
   * zone and measure are null where it is about something else.
   *
   * @param name what it is about, in Chinese
   * @param ruleName what the rule is called, in Chinese; empty where it has no name of its own
   */
  public record FindingView(
      String id,
      String subject,
      @Nullable String point,
      @Nullable String zone,
      @Nullable String measure,
      String unit,
      String check,
      String hazard,
      String name,
      String nameEnglish,
      String kind,
      String severity,
      boolean open,
      boolean blind,
      Instant onset,
      Instant measured,
      Instant received,
      Instant judged,
      @Nullable Instant cleared,
      @Nullable Double value,
      double limit,
      double peak,
      Instant peakAt,
      String rule,
      String ruleName,
      String ruleNameEnglish,
      String clause,
      String confidence,
      long planVersion,
      Map<String, String> detail) {}

  /** What a zone is called; its id where the plan does not know it any more. */
  public record ZoneName(String id, String name, String nameEnglish) {}

  public record DueView(String what, Instant at, int rung) {}

  public record OrderView(
      String id,
      String grade,
      String reason,
      List<String> zones,
      String text,
      Instant issued,
      String issuedBy,
      @Nullable Instant lifted,
      List<ReceiptView> receipts) {}

  /** What a system underground says it did with an order. */
  public record ReceiptView(String system, String by, String state, Instant at, String detail) {}

  /**
   * The head count of all orders together.
   *
   * @param lastFix how old the newest position is, by our clock
   * @param headings which way those go who were counted in two zones, since the order
   * @param emptiedAt measured time; null until positions newer than the orders prove it
   */
  public record MusterView(
      Instant at,
      @Nullable Instant lastFix,
      int listed,
      List<Remaining> remaining,
      List<HeadingView> headings,
      @Nullable Instant emptiedAt) {}

  /**
   * Which way a person goes.
   *
   * @param from the zone before the last
   * @param exit how the way to the nearest way out has changed, in zones
   * @param danger how the way to the nearest zone of a finding has changed
   */
  public record HeadingView(String card, String from, Heading.Way exit, Heading.Way danger) {}

  /**
   * An attempt to call somebody.
   *
   * @param name of the person; masked unless the view is for the mine's own staff
   * @param outcome the state, since {@code at}
   * @param proof by what a human has shown to be one, or null
   * @param reason why it failed, or null
   */
  public record CallView(
      String id,
      int rung,
      String position,
      String positionEnglish,
      String channel,
      String name,
      @Nullable Instant placed,
      @Nullable Instant answered,
      String outcome,
      Instant at,
      @Nullable String proof,
      @Nullable String reason) {}

  /** What waits for a second person. */
  public record ProposalView(
      String what,
      String by,
      Instant at,
      long version,
      String reason,
      @Nullable Instant until,
      @Nullable String order) {
    static @Nullable ProposalView of(@Nullable Proposal p) {
      if (p == null) {
        return null;
      }
      OrderId order = p.order();
      return new ProposalView(
          p.what().name(),
          p.by(),
          p.at(),
          p.version(),
          p.reason(),
          p.until(),
          order == null ? null : order.value());
    }
  }

  /** Put aside until then. */
  public record ShelfView(String by, @Nullable String second, String reason, Instant until) {
    static @Nullable ShelfView of(@Nullable Shelf s) {
      return s == null ? null : new ShelfView(s.by(), s.second(), s.reason(), s.until());
    }
  }

  public record TimelineRow(
      int seq, Instant at, String who, String what, String text, String textEnglish) {}
}
