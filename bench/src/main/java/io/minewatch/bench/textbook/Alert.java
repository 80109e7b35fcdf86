package io.minewatch.bench.textbook;

/** What the job says; written as JSON for the alert sink. */
public final class Alert {
  public String mine = "";
  public String point = "";
  public String rule = "";
  public int fact;
  public String kind = "";
  public String severity = "";
  public long onset;
  public long time;
  public double value;
  public double peak;
}
