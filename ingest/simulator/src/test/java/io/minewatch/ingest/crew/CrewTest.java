package io.minewatch.ingest.crew;

import static io.minewatch.ingest.ModelPlan.PLAN;
import static io.minewatch.ingest.ModelPlan.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.ingest.ModelPlan;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.simulator.MineModel;
import io.minewatch.ingest.world.ModelSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrewTest {
  private static final OrderBook NONE = new OrderBook(ModelPlan.MINE, 9, List.of());

  /** Where each card was last heard; no zone means out of the mine. */
  private final Map<CardId, Fix> seen = new HashMap<>();

  private final Set<String> jumps = new HashSet<>();
  private MineModel model = model(Script.QUIET);

  private static MineModel model(Script script) {
    return new MineModel(PLAN, ModelSettings.modelColliery(5), script, START);
  }

  private void run(int seconds, @Nullable OrderBook book) {
    for (int i = 0; i < seconds; i++) {
      for (Fix fix : model.next(book).fixes()) {
        Fix before = seen.put(fix.card(), fix);
        if (before != null && !isStep(before.zone(), fix.zone())) {
          jumps.add(before + " to " + fix);
        }
      }
    }
  }

  private static boolean isStep(@Nullable ZoneId from, @Nullable ZoneId to) {
    ZoneId start = from == null ? new ZoneId("surface") : from;
    ZoneId end = to == null ? new ZoneId("surface") : to;
    ZonePlan zone =
        PLAN.zones().stream().filter(z -> z.id().equals(start)).findFirst().orElseThrow();
    return start.equals(end) || zone.neighbours().contains(end);
  }

  private long underground() {
    return seen.values().stream().filter(Fix::underground).count();
  }

  private long inside(String zone) {
    return seen.values().stream().filter(f -> new ZoneId(zone).equals(f.zone())).count();
  }

  @Test
  void theFirstTickTellsWhereEveryoneOfTheShiftIs() {
    run(1, null);

    assertThat(underground()).isEqualTo(24);
    assertThat(inside("face-0101")).isBetween(1L, 16L);
    assertThat(inside("heading-0201")).isBetween(1L, 9L);
    assertThat(seen.values().stream().filter(Fix::leader)).hasSize(1);
  }

  @Test
  void everyCardIsHeardAtTheTagPeriod() {
    run(600, null);
    Instant now = START.plusSeconds(599);

    assertThat(seen.values().stream().filter(Fix::underground))
        .allMatch(fix -> !fix.at().isBefore(now.minus(PLAN.tagPeriod())));
  }

  @Test
  void nobodyTeleportsInADayOfWorkShiftsAndAWithdrawal() {
    run(9 * 3600, null);
    run(900, ModelPlan.orders(1, Grade.SURFACE, "face-0101", "return-0101"));
    run(15 * 3600, NONE);

    assertThat(jumps).isEmpty();
    assertThat(seen).hasSizeGreaterThan(24);
  }

  @Test
  void theShiftThatIsRelievedComesUp() {
    run(7 * 3600, null); // 10:00 to 17:00 local time; shifts change at 16:00

    assertThat(seen).hasSizeBetween(48, 48);
    assertThat(underground()).isEqualTo(24);
  }

  @Test
  void anOrderForAllZonesBringsEveryoneToTheSurface() {
    run(300, null);
    run(900, everywhere());

    assertThat(underground()).isZero();
    assertThat(seen).hasSize(24);
  }

  @Test
  void thoseOutsideTheOrderedZonesStayAndNobodyGoesIn() {
    run(1, null);
    long before = inside("heading-0201");
    OrderBook order = ModelPlan.orders(1, Grade.SURFACE, "face-0101");
    run(900, order);
    assertThat(inside("face-0101")).isZero();
    run(1800, order);

    assertThat(inside("face-0101")).isZero();
    assertThat(inside("heading-0201")).isBetween(before - 2, before + 2);
  }

  @Test
  void aNearerPlaceIsEnoughIfTheOrderSaysSo() {
    run(1, null);
    run(900, ModelPlan.orders(1, Grade.NEAREST_SAFE_PLACE, "face-0101"));

    assertThat(inside("face-0101")).isZero();
    assertThat(underground()).isEqualTo(24);
  }

  @Test
  void whenTheOrderIsLiftedPeopleReturnToWork() {
    run(1, null);
    long before = inside("face-0101");
    run(900, everywhere());
    run(1200, NONE);

    assertThat(underground()).isEqualTo(24);
    assertThat(inside("face-0101")).isBetween(before - 3, before + 3);
  }

  @Test
  void aStubbornPersonIsTheLastToLeave() {
    model = model(ScriptText.parse(List.of("after 0s linger 2 for 1h stays 10m")));
    run(1, null);
    CardId stubborn = new CardId(card(2));
    run(580, everywhere());

    assertThat(underground()).isEqualTo(1);
    assertThat(seen.get(stubborn).underground()).isTrue();

    run(600, everywhere());
    assertThat(underground()).isZero();
  }

  @Test
  void aHushedCardIsNotHeardButItsPersonWalks() {
    model = model(ScriptText.parse(List.of("after 10s hush 2 for 20m")));
    run(1, null);
    CardId hushed = new CardId(card(2));
    run(1190, everywhere());

    assertThat(seen.get(hushed).at()).isEqualTo(START);

    run(60, everywhere());
    assertThat(seen.get(hushed).underground()).isFalse();
  }

  @Test
  void aCrowdGathersAndGoesApartAgain() {
    model = model(ScriptText.parse(List.of("after 10s crowd heading-0201 for 20m people 14")));
    run(1100, null);
    assertThat(inside("heading-0201")).isGreaterThanOrEqualTo(14);

    run(900, null);
    assertThat(inside("heading-0201")).isLessThan(12);
  }

  @Test
  void aCardInAnothersPocketIsReadWhereTheCarrierIsUntilItIsBack() {
    model =
        model(
            ScriptText.parse(
                List.of(
                    "after 1m pace 2 to main-haulage every 10m for 1h",
                    "after 2m carry 5 by 2 for 15m")));
    CardId carrier = new CardId(card(2));
    CardId carried = new CardId(card(5));
    run(1, null);
    ZoneId home = seen.get(carried).zone();
    run(5 * 60, null);

    assertThat(seen.get(carried).zone()).isEqualTo(new ZoneId("main-haulage"));
    assertThat(seen.get(carried).at()).isEqualTo(seen.get(carrier).at());
    assertThat(seen.get(carried).distanceMetres()).isEqualTo(seen.get(carrier).distanceMetres());

    run(12 * 60, null);

    assertThat(seen.get(carried).zone()).isEqualTo(home);
    assertThat(seen.get(carried).at()).isAfterOrEqualTo(START.plusSeconds(17 * 60));
  }

  @Test
  void aCardOnANailAndACopyAreReadWhereTheyAre() {
    model =
        model(
            ScriptText.parse(
                List.of(
                    "after 10s hang 2 at main-haulage for 5m",
                    "after 20s copy 3 at main-haulage for 5s")));
    run(11, null);
    assertThat(seen.get(new CardId(card(2))).zone()).isEqualTo(new ZoneId("main-haulage"));

    run(11, null);
    assertThat(seen.get(new CardId(card(3))).zone()).isEqualTo(new ZoneId("main-haulage"));
    assertThat(seen.get(new CardId(card(3))).at()).isEqualTo(START.plusSeconds(21));

    run(5, null);
    assertThat(seen.get(new CardId(card(3))).zone()).isNotEqualTo(new ZoneId("main-haulage"));
  }

  private static OrderBook everywhere() {
    return ModelPlan.orders(
        1,
        Grade.SURFACE,
        "main-shaft",
        "main-haulage",
        "intake-0101",
        "return-0101",
        "face-0101",
        "heading-0201");
  }

  /** Cards of the shift on duty at the start, 10:00 local: the second of three. */
  private static String card(int number) {
    return ModelPlan.MINE + "0" + (5_000 + number);
  }
}
