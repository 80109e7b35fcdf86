package io.minewatch.alerting.chain;

/** Why an act is refused, or what a close still lacks. */
public enum Refusal {
  STALE("您看到的不是最新状态，请核对后再操作", "what you saw is no longer the state"),
  NOT_OPEN("当前阶段不允许此操作", "not open to this act at this stage"),
  PEOPLE_REMAIN("仍有人员未撤出", "people remain inside"),
  MUSTER_NOT_PROVEN(
      "撤人令下达后尚无定位数据证明人员已撤出", "no positions newer than the order prove the zones empty"),
  MUSTER_TOO_OLD("清点结果已过时，不能证明现在无人", "the head count is too old to prove anything now"),
  NO_WITHDRAWAL_PROVEN(
      "有报警区域未下达撤人令，无法证明人员已撤出", "not every zone with a finding was ordered and proven empty"),
  POINT_BLIND("测点失效，不能证明已恢复", "a point in alarm is blind"),
  READINGS_NOT_RESTORED("读数尚未低于恢复值并保持规定时间", "readings are not restored for the hold time"),
  NEEDS_OTHER_PERSON("须由处置人以外的人员签字", "must be signed by a person other than the handler"),
  NOTHING_TO_CONFIRM(
      "没有待确认的申请，或申请已失效", "nothing of this kind waits to be confirmed, or it is void"),
  SHELF_TOO_LONG("搁置须有将来的截止时间，且不得超过一个班", "a shelving ends in the future and within one shift"),
  REASON_MISSING("必须写明内容", "a text is required");

  private final String chinese;
  private final String english;

  Refusal(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
