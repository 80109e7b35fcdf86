package io.minewatch.alerting.report;

/** The language of a report. */
public enum Tongue {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Tongue(String tag) {
    this.tag = tag;
  }

  /** As a browser knows it (BCP 47). */
  public String tag() {
    return tag;
  }

  public String say(String chinese, String english) {
    return this == ZH || english.isBlank() ? chinese : english;
  }
}
