package io.minewatch.jobs.series;

import java.util.List;

/** What goes to the store in one request: lines of one or several messages. */
record Chunk(List<SeriesBatch> parts) {
  Chunk {
    parts = List.copyOf(parts);
  }

  int count() {
    int count = 0;
    for (SeriesBatch part : parts) {
      count += part.count();
    }
    return count;
  }

  boolean isInDoubt() {
    return parts.stream().anyMatch(SeriesBatch::isInDoubt);
  }

  byte[] lines() {
    if (parts.size() == 1) {
      return parts.get(0).lines();
    }
    int length = 0;
    for (SeriesBatch part : parts) {
      length += part.lines().length;
    }
    byte[] all = new byte[length];
    int at = 0;
    for (SeriesBatch part : parts) {
      System.arraycopy(part.lines(), 0, all, at, part.lines().length);
      at += part.lines().length;
    }
    return all;
  }

  /** Two smaller chunks: between messages as long as there are several, then within one. */
  List<Chunk> halves() {
    if (parts.size() > 1) {
      int half = parts.size() / 2;
      return List.of(
          new Chunk(parts.subList(0, half)), new Chunk(parts.subList(half, parts.size())));
    }
    return parts.get(0).halves().stream().map(part -> new Chunk(List.of(part))).toList();
  }
}
