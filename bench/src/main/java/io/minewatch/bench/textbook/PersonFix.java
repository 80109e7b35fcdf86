package io.minewatch.bench.textbook;

/** One position of one card; a POJO as Flink likes it. */
public final class PersonFix {
  public String person = "";
  public String mine = "";
  public String zone = "";
  public long time;
}
