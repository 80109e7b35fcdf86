package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.roster.Masks;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.shift.Handover;
import io.minewatch.alerting.view.OpenMatters;
import io.minewatch.alerting.view.OpenMattersNow;
import io.minewatch.alerting.view.ShiftView;
import java.util.function.Function;

/** Handovers and what is open, as their readers may see them. */
public final class ShiftViews {
  private final Access access;
  private final AccountRows accounts;
  private final OpenMattersNow matters;
  private final PlatformController platform;

  public ShiftViews(
      Access access, AccountRows accounts, OpenMattersNow matters, PlatformController platform) {
    this.access = access;
    this.accounts = accounts;
    this.matters = matters;
    this.platform = platform;
  }

  /** What is open in a scope now, for this reader. */
  OpenMatters now(Account reader, String scope) {
    return now(reader, scope, mine -> access.sight(reader, mine));
  }

  /** The same to be kept for all who may read it later: no more than the farthest may see. */
  OpenMatters kept(Account actor, String scope) {
    return now(actor, scope, access.fromOutside());
  }

  /** Troubles of the platform are those of the scope, not of all that the reader sees. */
  private OpenMatters now(Account reader, String scope, Function<String, Sight> sight) {
    return matters.of(
        access.seenIn(reader, scope).toList(), sight, platform.troubles(reader.in(scope)));
  }

  ShiftView view(Handover of, Account reader) {
    Handover.Taken taken = of.taken();
    boolean isStaff = Access.isStaffOf(reader, of.scope());
    return new ShiftView(
        of.id(),
        of.scope(),
        of.standing(),
        of.giver(),
        name(of.giver(), isStaff, reader),
        of.given(),
        isStaff ? of.receiver() : Masks.name(of.receiver()),
        of.notes(),
        taken == null ? null : taken.by(),
        taken == null ? null : name(taken.by(), isStaff, reader),
        taken == null ? null : taken.at(),
        taken == null ? "" : taken.remarks(),
        taken == null ? Handover.Named.NOBODY : of.named(taken.by(), display(taken.by())),
        of.withdrawn(),
        of.giver().equals(reader.name()),
        isOfScope(reader, of.scope()));
  }

  private String display(String of) {
    Account account = accounts.find(of);
    return account == null ? of : account.display();
  }

  private String name(String of, boolean isStaff, Account reader) {
    String display = display(of);
    return isStaff || of.equals(reader.name()) ? display : Masks.name(display);
  }

  /** Whether an account hands over the shifts of this scope: its own, and no other. */
  static boolean isOfScope(Account account, String scope) {
    return account.scope().equals(scope);
  }

  /** The code of the mine that a scope is, else empty. */
  String mine(String scope) {
    String last = scope.substring(scope.lastIndexOf('/') + 1);
    return access.path(last).equals(scope) ? last : "";
  }
}
