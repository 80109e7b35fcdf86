package io.minewatch.alerting.roster;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.roster.Slot.Standing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyTest {
  private static final String MINE = "14/1409/140921/140921021337";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

  /** Monday, 08:00 in the mine's own time. */
  private static final Instant MONDAY_EIGHT = Instant.parse("2026-03-02T00:00:00Z");

  private static Slot slot(int rung, String person, Standing standing, String from, String until) {
    return new Slot(
        rung,
        person,
        standing,
        "",
        DAILY,
        LocalTime.parse(from),
        LocalTime.parse(until),
        LocalDate.parse("2026-01-01"),
        null);
  }

  private static Person person(String id) {
    return new Person(id, "张三", id, List.of(new Contact(Contact.Kind.VOICE, "138 1234-5678")));
  }

  private static Roster roster(String scope, Slot... slots) {
    return new Roster(scope, ZONE, List.of(person("a"), person("b")), List.of(slots));
  }

  private static List<String> at(List<Roster> rosters, int rung, Instant when) {
    return Duty.at(rosters, MINE, rung, when).stream().map(on -> on.person().id()).toList();
  }

  @Test
  void aShiftHoldsFromItsStartToTheLastInstantBeforeItsEndAlsoAcrossMidnight() {
    List<Roster> rosters =
        List.of(
            roster(
                MINE,
                slot(1, "a", Standing.DUTY, "08:00", "20:00"),
                slot(1, "b", Standing.DUTY, "20:00", "08:00")));
    assertThat(at(rosters, 1, MONDAY_EIGHT)).containsExactly("a");
    assertThat(at(rosters, 1, MONDAY_EIGHT.minusMillis(1))).containsExactly("b");
    assertThat(at(rosters, 1, MONDAY_EIGHT.plusSeconds(12 * 3600))).containsExactly("b");
    assertThat(at(rosters, 1, MONDAY_EIGHT.plusSeconds(20 * 3600))).containsExactly("b");
    assertThat(at(rosters, 2, MONDAY_EIGHT)).isEmpty();
  }

  @Test
  void thoseOnDutyComeBeforeTheirDeputiesAndARosterAboveIsValidBelow() {
    List<Roster> rosters =
        List.of(
            roster(MINE, slot(1, "b", Standing.DEPUTY, "00:00", "00:00")),
            roster("14/1409", slot(1, "a", Standing.DUTY, "00:00", "00:00")),
            roster("15", slot(1, "b", Standing.DUTY, "00:00", "00:00")),
            roster("14/14", slot(1, "b", Standing.DUTY, "00:00", "00:00")));
    assertThat(Duty.at(rosters, MINE, 1, MONDAY_EIGHT))
        .extracting(Duty.OnDuty::scope)
        .containsExactly("14/1409", MINE);
  }

  @Test
  void aGapIsFoundToTheMinuteAndEndsWhereSomebodyComes() {
    Slot weekdays =
        new Slot(
            1,
            "a",
            Standing.DUTY,
            "早班",
            EnumSet.range(MONDAY, SUNDAY),
            LocalTime.parse("00:00"),
            LocalTime.parse("23:00"),
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-03-03"));
    Instant until = MONDAY_EIGHT.plusSeconds(3 * 24 * 3600);
    List<Gaps.Gap> gaps =
        Gaps.of(List.of(roster(MINE, weekdays)), MINE, List.of(1), MONDAY_EIGHT, until);
    assertThat(gaps)
        .containsExactly(
            new Gaps.Gap(
                1, Instant.parse("2026-03-02T15:00:00Z"), Instant.parse("2026-03-02T16:00:00Z")),
            new Gaps.Gap(1, Instant.parse("2026-03-03T15:00:00Z"), until));
    assertThat(Gaps.of(List.of(), MINE, List.of(1, 2), MONDAY_EIGHT, until)).hasSize(2);
    Slot always = slot(1, "b", Standing.DEPUTY, "00:00", "00:00");
    assertThat(Gaps.of(List.of(roster(MINE, always)), MINE, List.of(1), MONDAY_EIGHT, until))
        .isEmpty();
  }

  @Test
  void aRungFurtherUpIsOwedWhereARosterThatCoversTheMineHasASlotForIt() {
    Slot third = slot(3, "a", Standing.DUTY, "08:00", "20:00");
    Slot seventh = slot(7, "a", Standing.DUTY, "08:00", "20:00");
    List<Integer> always = List.of(1, 2, 3);
    assertThat(Gaps.owed(List.of(), MINE, always)).isEqualTo(always);
    assertThat(Gaps.owed(List.of(roster(MINE, third), roster("15", seventh)), MINE, always))
        .as("another province keeps its own")
        .isEqualTo(always);
    List<Roster> covered = List.of(roster("14", seventh));
    List<Integer> owed = Gaps.owed(covered, MINE, always);
    assertThat(owed).containsExactly(1, 2, 3, 7);
    assertThat(Gaps.of(covered, MINE, owed, MONDAY_EIGHT, MONDAY_EIGHT.plusSeconds(24 * 3600)))
        .as("tonight")
        .contains(
            new Gaps.Gap(7, MONDAY_EIGHT.plusSeconds(12 * 3600), MONDAY_EIGHT.plusSeconds(86_400)));
  }

  @Test
  void namesAndNumbersAreNeverPrintedWhole() {
    Person person = person("a");
    assertThat(person.toString() + person.contacts()).doesNotContain("张三", "13812345678");
    assertThat(Masks.name("张三")).isEqualTo("张**");
    assertThat(person.contacts().get(0).masked()).isEqualTo("138**678");
    CardKey key = new CardKey("0123456789abcdef0123456789abcdef");
    assertThat(key.mask("10231"))
        .isEqualTo(new CardKey(key.value()).mask("10231"))
        .doesNotContain("1023");
    assertThat(key.mask("10231")).isNotEqualTo(key.mask("10232"));
    CardKey other = new CardKey("1123456789abcdef0123456789abcdef");
    assertThat(key.mask("10231")).isNotEqualTo(other.mask("10231"));
    assertThat(key.toString()).doesNotContain(key.value());
    assertThatThrownBy(() -> new CardKey("short")).hasMessageContaining("at least 32");
    assertThat(Masks.address("leader@example.org")).isEqualTo("l**@example.org");
    assertThatThrownBy(() -> new Contact(Contact.Kind.SMS, "12; rm -rf /"))
        .hasMessageNotContaining("rm");
    assertThatThrownBy(() -> roster(MINE, slot(1, "c", Standing.DUTY, "00:00", "00:00")))
        .hasMessageContaining("no person");
  }
}
