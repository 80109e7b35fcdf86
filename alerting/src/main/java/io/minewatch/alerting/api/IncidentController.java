package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Proposal;
import io.minewatch.alerting.chain.Verdict;
import io.minewatch.alerting.desk.IncidentDesk;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.IncidentRows.Place;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.IncidentViews;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Incidents, and the acts of people on them. */
@RestController
public class IncidentController {
  /** Incidents on one page, and unless asked for fewer. */
  private static final int PAGE = 500;

  private final Access access;
  private final Present present;
  private final IncidentViews views;
  private final IncidentDesk desk;
  private final Plans plans;

  public IncidentController(
      Access access, Present present, IncidentViews views, IncidentDesk desk, Plans plans) {
    this.access = access;
    this.present = present;
    this.views = views;
    this.desk = desk;
    this.plans = plans;
  }

  /**
   * A page of the incidents in scope: open ones worst first, or all, the newest first. The address
   * of the next page stands in the {@code Link} header (RFC 8288) until there is none.
   *
   * @param limit of one page, 1 to 500
   * @param after where the page before ended, as its {@code Link} says
   */
  @GetMapping("/api/incidents")
  public ResponseEntity<List<IncidentView>> incidents(
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "") String mine,
      @RequestParam(defaultValue = "" + PAGE) int limit,
      @RequestParam(defaultValue = "") String after,
      Principal who) {
    Account account = Refusals.account(present, who);
    List<String> mines = access.seen(account, mine.strip());
    if (limit < 1 || limit > PAGE) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "limit is 1 to " + PAGE);
    }
    Place from = after.isEmpty() ? null : place(after);
    IncidentViews.Page page =
        open
            ? views.worst(mines, from, limit, sight(account))
            : views.newest(mines, from, limit, sight(account));
    Place next = page.next();
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (next != null) {
      String address =
          UriComponentsBuilder.fromPath("/api/incidents")
              .queryParam("open", open)
              .queryParam("mine", "{mine}")
              .queryParam("limit", limit)
              .queryParam("after", "{after}")
              .encode()
              .buildAndExpand(mine, next)
              .toUriString();
      answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
    }
    return answer.body(page.views());
  }

  private static Place place(String after) {
    try {
      return Place.parse(after);
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  /** One incident; its tag begins with its version, which an act may name in {@code If-Match}. */
  @GetMapping("/api/incidents/{id}")
  public IncidentView incident(@PathVariable String id, Principal who, HttpServletRequest request) {
    IncidentView view = seen(id, who);
    EntityTags.version(request, view.version());
    return view;
  }

  private IncidentView seen(String id, Principal who) {
    Account account = Refusals.account(present, who);
    IncidentView view = views.one(id, sight(account));
    if (view == null || !access.sees(account, view.mine())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no incident " + id);
    }
    return view;
  }

  private Function<String, Sight> sight(Account account) {
    return mine -> access.sight(account, mine);
  }

  /** What a person does; which fields are needed hangs on the act. */
  public record ActBody(
      @Nullable String act,
      long version,
      @Nullable String measures,
      @Nullable List<String> zones,
      @Nullable Grade grade,
      @Nullable Reason reason,
      @Nullable String text,
      @Nullable String note,
      @Nullable Instant until,
      @Nullable String order,
      Proposal.@Nullable What what,
      @Nullable String card,
      Act.@Nullable Mark mark) {}

  /** Acts on an incident; {@code If-Match} may say what was seen, see {@link EntityTags}. */
  @PostMapping("/api/incidents/{id}/acts")
  public ResponseEntity<Object> act(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      @RequestBody ActBody body,
      Principal who) {
    seen(id, who);
    IncidentDesk.Answer answer;
    try {
      IncidentDesk.ActOf made = made(id, body, who.getName());
      answer =
          desk.act(
              id,
              (state, now, book) -> {
                EntityTags.refuseStale(match, body.act(), state.version());
                return made.of(state, now, book);
              });
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
    IncidentView view = seen(id, who);
    return answer != null && answer.verdict() instanceof Verdict.Refused refused
        ? Refusals.refused(refused, view)
        : ResponseEntity.ok(view);
  }

  /** Who answers is bound to what was shown, which is read before the step that writes. */
  private IncidentDesk.ActOf made(String id, ActBody body, String by) {
    return "ACKNOWLEDGE".equals(body.act())
        ? desk.acknowledge(id, by, body.version())
        : (state, now, book) -> made(state, body, by, now, book);
  }

  private Act made(Incident state, ActBody body, String by, Instant now, long book) {
    String note = Objects.requireNonNullElse(body.note(), "");
    return switch (Objects.requireNonNullElse(body.act(), "")) {
      case "RESPOND" -> new Act.Respond(now, by, Objects.requireNonNullElse(body.measures(), ""));
      case "ORDER" -> new Act.OrderWithdrawal(now, by, order(state, body, now, book), book);
      case "RELEASE" -> new Act.Release(now, by, body.version());
      case "CLOSE" -> new Act.Close(now, by, body.version(), note);
      case "FORCE_CLOSE" -> new Act.ForceClose(now, by, body.version(), note);
      case "SHELVE" -> new Act.Shelve(now, by, body.version(), note, needed(body.until(), "until"));
      case "UNSHELVE" -> new Act.Unshelve(now, by);
      case "SHOW_HARMLESS" -> new Act.ShowHarmless(now, by, body.version(), note);
      case "REVOKE_ORDER" ->
          new Act.RevokeOrder(
              now, by, body.version(), new OrderId(needed(body.order(), "order")), note);
      case "CONFIRM" -> new Act.Confirm(now, by, body.version(), needed(body.what(), "what"));
      case "MARK_CARD" ->
          new Act.MarkCard(
              now, by, new CardId(needed(body.card(), "card")), needed(body.mark(), "mark"), note);
      default -> throw new IllegalArgumentException("no act is called '" + body.act() + "'");
    };
  }

  /**
   * The order's id ends with the number of the book in which it first stands: judging may know
   * orders that a restored database does not, and none of them has a number as high.
   */
  private Order order(Incident state, ActBody body, Instant now, long book) {
    List<ZoneId> zones =
        Objects.requireNonNullElse(body.zones(), List.<String>of()).stream()
            .map(ZoneId::new)
            .distinct()
            .toList();
    Plan plan = plans.current(state.mine());
    Set<ZoneId> known = plan.zones().stream().map(ZonePlan::id).collect(Collectors.toSet());
    for (ZoneId zone : zones) {
      if (!known.contains(zone)) {
        throw new IllegalArgumentException("the mine has no zone " + zone + " to order empty");
      }
      if (plan.isSurface(zone)) {
        throw new IllegalArgumentException(
            "zone " + zone + " is not underground, nobody is withdrawn from it");
      }
    }
    return new Order(
        new OrderId("o-" + state.id() + "-" + book),
        state.id(),
        needed(body.grade(), "grade"),
        needed(body.reason(), "reason"),
        zones,
        Objects.requireNonNullElse(body.text(), ""),
        state.drill(),
        state.insideSince(),
        now);
  }

  private static <T> T needed(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("this act needs its " + name);
    }
    return value;
  }
}
