package io.minewatch.alerting.api;

import io.minewatch.alerting.roster.Contact;
import io.minewatch.alerting.roster.Duty;
import io.minewatch.alerting.roster.Masks;
import io.minewatch.alerting.roster.Person;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.roster.Slot;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rosters as the API shows and takes them. */
final class RosterViews {
  private RosterViews() {}

  /**
   * A number.
   *
   * @param proved when a human last answered at it, or null
   */
  public record ContactView(String kind, String address, @Nullable Instant proved) {}

  /** Somebody who can be on duty. */
  public record PersonView(String id, String name, String account, List<ContactView> contacts) {}

  /** Somebody who is. */
  public record OnDutyView(PersonView person, String standing, String shift, String scope) {}

  /** A roster. */
  public record RosterView(String scope, String zone, List<PersonView> people, List<Slot> slots) {}

  /** A roster as it comes. */
  public record RosterBody(
      @Nullable String zone, @Nullable List<PersonView> people, @Nullable List<Slot> slots) {
    /** Never shows names or numbers. */
    @Override
    public String toString() {
      return "roster body";
    }
  }

  static RosterView view(Roster roster, boolean staff, Map<String, Instant> proofs) {
    return new RosterView(
        roster.scope(),
        roster.zone().getId(),
        roster.people().stream().map(person -> person(person, staff, proofs)).toList(),
        roster.slots());
  }

  static OnDutyView onDuty(Duty.OnDuty on, boolean staff, Map<String, Instant> proofs) {
    return new OnDutyView(
        person(on.person(), staff, proofs), on.standing().name(), on.shift(), on.scope());
  }

  private static PersonView person(Person person, boolean staff, Map<String, Instant> proofs) {
    return new PersonView(
        person.id(),
        staff ? person.name() : Masks.name(person.name()),
        person.account(),
        person.contacts().stream()
            .map(
                contact ->
                    new ContactView(
                        contact.kind().name(),
                        staff ? contact.address() : contact.masked(),
                        proofs.get(person.id() + " " + contact.address())))
            .toList());
  }

  /**
   * The roster that is meant: a masked name or number is the one that was there.
   *
   * @throws IllegalArgumentException if something masked fits nothing, or the roster contradicts
   *     itself
   */
  static Roster roster(String scope, RosterBody body, @Nullable Roster known) {
    List<Person> people = new ArrayList<>();
    for (PersonView each : Objects.requireNonNullElse(body.people(), List.<PersonView>of())) {
      people.add(person(each, known));
    }
    ZoneId zone;
    try {
      zone = ZoneId.of(Objects.requireNonNullElse(body.zone(), ""));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a roster needs its time zone, as Asia/Shanghai", e);
    }
    return new Roster(
        scope, zone, people, Objects.requireNonNullElse(body.slots(), List.<Slot>of()));
  }

  private static Person person(PersonView view, @Nullable Roster known) {
    Person before =
        known == null
            ? null
            : known.people().stream()
                .filter(person -> person.id().equals(view.id()))
                .findFirst()
                .orElse(null);
    String name = view.name();
    if (Masks.isMasked(name)) {
      if (before == null || !Masks.name(before.name()).equals(name)) {
        throw new IllegalArgumentException("the name of " + view.id() + " is masked");
      }
      name = before.name();
    }
    List<Contact> contacts = new ArrayList<>();
    for (ContactView contact :
        Objects.requireNonNullElse(view.contacts(), List.<ContactView>of())) {
      contacts.add(contact(contact, view.id(), before));
    }
    return new Person(view.id(), name, Objects.requireNonNullElse(view.account(), ""), contacts);
  }

  private static Contact contact(ContactView view, String id, @Nullable Person before) {
    Contact.Kind kind = Contact.Kind.valueOf(view.kind());
    if (!Masks.isMasked(view.address())) {
      return new Contact(kind, view.address());
    }
    if (before != null) {
      for (Contact known : before.contacts()) {
        if (known.kind() == kind && known.masked().equals(view.address())) {
          return known;
        }
      }
    }
    throw new IllegalArgumentException("a number of " + id + " is masked");
  }
}
