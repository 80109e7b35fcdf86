package io.minewatch.bench.textbook;

/** Somebody went in (+1) or came out (-1). */
public final class HeadChange {
  public String mine = "";
  public int heads;
}
