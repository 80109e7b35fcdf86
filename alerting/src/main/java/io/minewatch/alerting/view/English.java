package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Due;
import io.minewatch.alerting.chain.Proposal;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Reason;
import java.util.Locale;

/**
 * The words that a timeline needs beside those that the domain carries; the console has the same.
 */
public final class English {
  private English() {}

  public static String of(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public static String of(Check check) {
    return switch (check) {
      case LIMIT -> "limit";
      case CHANGE -> "early warning";
      case TREND -> "trend";
      case SLOPE -> "slope";
      case WATER -> "water";
      case TAILINGS -> "tailings pond";
      case INTERLOCK -> "interlock fault";
      case SILENCE -> "signal lost";
      case FLAT -> "flat line";
      case PLAUSIBLE -> "doubtful data";
      case CHATTER -> "chatter";
      case PEOPLE -> "people";
      case COMPOUND -> "compound condition";
      case REPORTED -> "alarm of the mine's own system";
      case WARNING -> "warning";
    };
  }

  public static String of(FindingKind kind, Check check) {
    return check != Check.LIMIT && kind == FindingKind.OPENED ? "found" : of(kind);
  }

  static String kindInChinese(FindingKind kind, Check check) {
    return check != Check.LIMIT && kind == FindingKind.OPENED ? "出现" : kindInChinese(kind);
  }

  public static String of(FindingKind kind) {
    return switch (kind) {
      case OPENED -> "exceeded";
      case RAISED -> "raised";
      case LOWERED -> "lowered";
      case BLIND -> "is blind";
      case SEEN -> "seen again";
      case CLEARED -> "cleared";
    };
  }

  static String kindInChinese(FindingKind kind) {
    return switch (kind) {
      case OPENED -> "超限";
      case RAISED -> "升级";
      case LOWERED -> "回落";
      case BLIND -> "失明";
      case SEEN -> "恢复可见";
      case CLEARED -> "已恢复";
    };
  }

  public static String of(Grade grade) {
    return switch (grade) {
      case CALL_BACK -> "call back";
      case NEAREST_SAFE_PLACE -> "to the nearest safe place";
      case SURFACE -> "to the surface";
    };
  }

  public static String of(Reason reason) {
    return switch (reason) {
      case FLOOD_WEATHER -> "heavy rain, reservoir release or surface water";
      case INRUSH -> "inrush of water";
      case FIRE -> "fire";
      case SUPPLY_FAULT -> "power supply fault";
      case VENTILATION_FAULT -> "main fan or ventilation fault";
      case ROOF_FALL_SIGNS -> "signs of a roof fall in the goaf";
      case ROCK_BURST -> "rock burst danger";
      case HARMFUL_GAS -> "harmful gas over limit";
      case UNEXPLAINED_ALARM -> "alarm of unknown cause";
      case OTHER_DANGER -> "other danger";
    };
  }

  public static String of(Due.What what) {
    return switch (what) {
      case CALL -> "call";
      case ACKNOWLEDGE -> "acknowledgement";
      case RESPOND -> "response";
      case ACT -> "action";
      case EMPTY -> "empty zone";
      case RETURN -> "return from the shelf";
    };
  }

  public static String of(Proposal.What what) {
    return switch (what) {
      case SHELVE -> "put the incident aside";
      case HARMLESS -> "call the cause harmless";
      case FORCE_CLOSE -> "close by force";
      case REVOKE -> "revoke an order";
    };
  }

  /** An act by the name that the journal keeps. */
  static String act(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String actInChinese(String name) {
    return switch (name) {
      case "ACKNOWLEDGE" -> "回应";
      case "RESPOND" -> "响应";
      case "ORDER" -> "下令撤人";
      case "RELEASE" -> "解除撤人";
      case "CLOSE" -> "闭环";
      case "FORCE_CLOSE" -> "强制关闭";
      case "SHELVE" -> "搁置";
      case "UNSHELVE" -> "取消搁置";
      case "SHOW_HARMLESS" -> "判定为误报";
      case "REVOKE_ORDER" -> "撤销撤人令";
      case "CONFIRM" -> "确认";
      case "MARK_CARD" -> "标记救援人员";
      default -> name;
    };
  }
}
