package io.minewatch.domain.place;

import io.minewatch.domain.reading.Name;

/** The identification card (标识卡) that a person carries; unique within the mine. */
public record CardId(String value) implements Comparable<CardId> {
  public CardId {
    Name.require("a card id", value);
  }

  @Override
  public int compareTo(CardId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
