package io.minewatch.bench.textbook;

/** One reading of one sensor; a POJO as Flink likes it. */
public final class SensorReading {
  public String sensor = "";
  public String mine = "";
  public String point = "";
  public double value;
  public long time;
  public String quality = "";

  /** Mine and point together name a sensor. */
  public static String sensor(String mine, String point) {
    return mine + "/" + point;
  }
}
