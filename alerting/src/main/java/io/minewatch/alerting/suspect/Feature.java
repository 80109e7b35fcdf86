package io.minewatch.alerting.suspect;

/** What can look wrong from afar. Each is a reason to go and see, and proves nothing. */
public enum Feature {
  DARK_WHILE_RISING("上升时失去数据", "lost while rising"),
  SAME_HOUR("每天同一时段中断", "cut off at the same hour on several days"),
  ONLY_THIS_MINE("只有本矿断网", "cut off again and again, alone in its county"),
  REWRITTEN("数据事后被改写", "readings told twice, differently"),
  CLOCK_PUT_BACK("时钟被回拨", "a clock was put back"),
  TWO_CARDS("一人多卡", "two cards that move as one"),
  TWO_PLACES("一卡两地", "one card at two places"),
  PARKED("标识卡静置", "a card that lies still"),
  NO_LEADER("空班漏岗", "no leader underground"),
  PEOPLE_IN_STOPPED_MINE("停产矿井有人作业", "people in a stopped mine"),
  WORKS_BEHIND_SEAL("明停暗开", "declared stopped, and at work"),
  HIDDEN_FACE("隐蔽工作面", "the books of the shifts do not fit"),
  LIMITS_LOWERED("降低了保护", "protection was lowered");

  private final String chinese;
  private final String english;

  Feature(String chinese, String english) {
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
