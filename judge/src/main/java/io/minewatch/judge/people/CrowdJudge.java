package io.minewatch.judge.people;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.people.Questions.Question;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Told;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The questions about how many are where, and who leads them. A silent card counts where it was
 * last seen.
 *
 * <p>Late, missing, double: counts change with positions alone, so a cut line neither fills nor
 * empties a zone; while it is cut nothing that stands can end, because people may have gone there
 * unseen.
 */
final class CrowdJudge {
  /** In the last quarter of a shift people go down for the next. */
  private static final int NEAR = 4;

  private final Questions questions;
  private final Places places;
  private final Roll roll;
  private final Conditions conditions;
  private final MineStatus status;
  private final Handover handover;

  /** Whether the mine has told when its shifts begin. */
  private final boolean shifts;

  /** The questions that stand of each place, and of the mine. */
  private final List<EnumSet<Asks>> astir = new ArrayList<>();

  private final EnumSet<Asks> mineAstir = EnumSet.noneOf(Asks.class);

  CrowdJudge(Plan plan, Questions questions, Places places, Roll roll, Conditions conditions) {
    this.questions = questions;
    this.places = places;
    this.roll = roll;
    this.conditions = conditions;
    this.status = plan.status();
    this.handover = new Handover(plan.shifts());
    this.shifts = !plan.shifts().equals(ShiftPlan.NOT_TOLD);
    for (int place = 0; place < places.size(); place++) {
      astir.add(EnumSet.noneOf(Asks.class));
    }
  }

  /** Finds again what stands; after a restart and under another plan. */
  void remember(Subject mine) {
    for (Question question : questions.all()) {
      for (int place = 0; place < places.size(); place++) {
        note(question, Subject.of(places.at(place).id()), astir.get(place));
      }
      note(question, mine, mineAstir);
    }
  }

  private void note(Question question, Subject subject, Set<Asks> standing) {
    if (conditions.isAstir(question.rule().id(), subject)) {
      standing.add(question.rule().asks());
    } else {
      standing.remove(question.rule().asks());
    }
  }

  /** Whether a question can be asked of a zone at all. */
  boolean asks(Question question, int place) {
    return place >= 0
        && Double.isFinite(HeadCounts.most(question.rule(), places.at(place), status, false));
  }

  /** Looks at all counts after positions have come. */
  void look(boolean cut, Told told) {
    for (Asks asks : new Asks[] {Asks.CROWDED, Asks.CROWDED_WORKPLACE, Asks.IDLE_MINE}) {
      Question question = questions.of(asks);
      if (question != null) {
        for (int place = 0; place < places.size(); place++) {
          zone(question, place, cut, told);
        }
      }
    }
    mineFull(cut, told);
    leader(cut, told);
    unknownPlace(cut, told);
  }

  private void zone(Question question, int place, boolean cut, Told told) {
    boolean stands = astir.get(place).contains(question.rule().asks());
    int count = roll.at(place);
    if (count == 0 && !stands) {
      return;
    }
    ZonePlan zone = places.at(place);
    double most = HeadCounts.most(question.rule(), zone, status, false);
    long now = roll.eventAt(told.now());
    boolean over = count > most && (stands || count > most(question, zone, now));
    if (over || stands) {
      Subject subject = Subject.of(zone.id());
      long measured = stands ? roll.newestMeasured() : roll.entered(place);
      Map<String, String> detail = new HashMap<>();
      if (zone.peopleLimit() > 0) {
        detail.put("peopleLimit", Integer.toString(zone.peopleLimit()));
      }
      Look look = look(question, count, most, measured, told).with(detail);
      About about = new About(subject, zone.id(), null, "persons");
      conditions.look(question.terms(), about, truth(over, cut), look, told);
      note(question, subject, astir.get(place));
    }
  }

  private double most(Question question, ZonePlan zone, long now) {
    boolean near = handover.isNear(now, question.within());
    return HeadCounts.most(question.rule(), zone, status, near && question.within() > 0);
  }

  private void mineFull(boolean cut, Told told) {
    Question question = questions.of(Asks.MINE_FULL);
    if (question != null) {
      boolean stands = mineAstir.contains(Asks.MINE_FULL);
      double most = question.limit();
      boolean two = !stands && question.within() > 0 && roll.inside() > most;
      long now = roll.eventAt(told.now());
      two = two && handover.isNear(now, question.within());
      boolean over = roll.inside() > (two ? 2 * most : most);
      mine(question, over, roll.inside(), cut, told);
    }
  }

  private void leader(boolean cut, Told told) {
    Question question = questions.of(Asks.NO_LEADER);
    if (question != null) {
      boolean workers = roll.inside() > roll.leading().size();
      int leaders = workers ? leaders(question, told) : roll.leading().size();
      mine(question, workers && leaders < question.limit(), leaders, cut, told);
    }
  }

  /**
   * Those who lead the people that are down. Where shifts are told, one who stays down leads no
   * worker of a later shift: of those who went down when that was near, or since. It says nothing
   * before that shift begins, for its leader may come as late, and no clock ends it: only a leader
   * of theirs, or that they come up.
   */
  private int leaders(Question question, Told told) {
    int all = roll.leading().size();
    if (!shifts || all < question.limit()) {
      return all;
    }
    long newest = Long.MIN_VALUE;
    for (Card card : roll.leading()) {
      newest = Math.max(newest, card.belowSince);
    }
    long led = handover.leads(newest); // who went down later leads no earlier shift
    long next = handover.next(led);
    long near = next - (next - led) / NEAR;
    boolean without =
        roll.eventAt(told.now()) >= next
            && roll.all().stream()
                .anyMatch(card -> card.inside && !card.leader && card.belowSince >= near);
    return without ? 0 : all;
  }

  private void unknownPlace(boolean cut, Told told) {
    Question question = questions.of(Asks.UNKNOWN_PLACE);
    if (question != null) {
      mine(question, roll.lost() > 0, roll.lost(), cut, told);
    }
  }

  private void mine(Question question, boolean holds, int value, boolean cut, Told told) {
    boolean stands = mineAstir.contains(question.rule().asks());
    if (holds || stands) {
      Subject subject = new Subject(Subject.Kind.MINE, told.mine().value());
      Map<String, String> detail = new HashMap<>();
      if (question.rule().asks() == Asks.NO_LEADER) {
        detail.put("workers", Integer.toString(roll.inside() - roll.leading().size()));
      }
      long measured = stands ? roll.newestMeasured() : roll.changed();
      Look look = look(question, value, question.limit(), measured, told).with(detail);
      About about = new About(subject, null, null, "persons");
      conditions.look(question.terms(), about, truth(holds, cut), look, told);
      note(question, subject, mineAstir);
    }
  }

  private static Truth truth(boolean holds, boolean cut) {
    return holds ? Truth.HOLDS : cut ? Truth.UNKNOWN : Truth.GONE;
  }

  private Look look(Question question, double value, double limit, long measured, Told told) {
    return new Look(
        question.rule().severity(),
        value,
        limit,
        roll.eventAt(told.now()),
        measured,
        roll.newestReceived(),
        Quality.GOOD,
        Map.of());
  }
}
