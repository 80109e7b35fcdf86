package io.minewatch.standalone.app;

import io.minewatch.alerting.roster.Contact;
import io.minewatch.alerting.roster.Person;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.roster.Slot;
import io.minewatch.alerting.roster.Slot.Standing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Invented people on every rung of the demo mine's ladder, so that it shows whom it calls. */
final class DemoRoster {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final List<String> FAMILIES =
      List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱");
  private static final List<String> GIVEN = List.of("建国", "志强", "晓明", "海燕", "国栋", "秀英", "永刚");

  private final List<Person> people = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();

  private DemoRoster() {}

  /**
   * The roster of a scope.
   *
   * @param rungs of the ladder
   */
  static Roster of(String scope, int rungs) {
    DemoRoster made = new DemoRoster();
    List<String> shifts = List.of("早班", "中班", "夜班");
    for (int i = 0; i < shifts.size(); i++) {
      LocalTime from = LocalTime.MIDNIGHT.plusHours(8L * i + 8);
      made.slot(1, "dispatcher", Standing.DUTY, shifts.get(i), from, from.plusHours(8));
      made.slot(2, "leader", Standing.DUTY, shifts.get(i), from, from.plusHours(8));
    }
    LocalTime whole = LocalTime.MIDNIGHT;
    made.slot(1, "", Standing.DEPUTY, "", whole, whole);
    for (int rung = 3; rung <= rungs; rung++) {
      made.slot(rung, "", Standing.DUTY, "", whole, whole);
      made.slot(rung, "", Standing.DEPUTY, "", whole, whole);
    }
    return new Roster(scope, ZoneId.of("Asia/Shanghai"), made.people, made.slots);
  }

  private void slot(
      int rung, String account, Standing standing, String shift, LocalTime from, LocalTime until) {
    int n = people.size();
    String id = "p-" + (n + 1);
    String name = FAMILIES.get(n % FAMILIES.size()) + GIVEN.get(n % GIVEN.size());
    // Numbers that are given to nobody: no operator's begin with 100.
    String number = "100%08d".formatted(n + 1);
    people.add(
        new Person(
            id,
            name,
            account,
            List.of(
                new Contact(Contact.Kind.SMS, number), new Contact(Contact.Kind.VOICE, number))));
    slots.add(
        new Slot(
            rung, id, standing, shift, EnumSet.allOf(DayOfWeek.class), from, until, FIRST, null));
  }
}
