package io.minewatch.alerting.view;

import io.minewatch.alerting.roster.Sight;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;

/** Head counts as a reader may see them. */
public final class CardMasks {
  private CardMasks() {}

  /** A head count with its cards masked for those who do not work incidents. */
  public static Muster of(Muster muster, Sight sight) {
    return new Muster(
        muster.mine(),
        muster.at(),
        muster.lastFix(),
        muster.orderBook(),
        muster.zones(),
        muster.unplaced(),
        muster.orders().stream().map(order -> of(order, sight)).toList());
  }

  private static OrderMuster of(OrderMuster order, Sight sight) {
    return new OrderMuster(
        order.order(),
        order.listed(),
        order.remaining().stream().map(each -> of(each, sight)).toList(),
        order.emptiedAt(),
        order.provenAt());
  }

  static Remaining of(Remaining each, Sight sight) {
    return new Remaining(
        new CardId(sight.card(each.card().value())),
        each.state(),
        each.zone(),
        each.inZoneSince(),
        each.lastSeen());
  }
}
