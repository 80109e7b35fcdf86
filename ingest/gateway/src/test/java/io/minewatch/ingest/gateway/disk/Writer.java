package io.minewatch.ingest.gateway.disk;

import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.span.Spans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process of its own that writes to a queue until it is killed, and prints what was confirmed:
 * the next sequence after each write, or that the write was refused.
 */
public final class Writer {
  private Writer() {}

  public static void main(String[] arguments) throws Exception {
    Random random = new Random(Long.parseLong(arguments[1]));
    DiskQueue queue =
        DiskQueue.open(Path.of(arguments[0]), 1L << 30, Samples.SITE, "s-" + arguments[1]);
    while (true) {
      List<Entry> entries = new ArrayList<>();
      int count = 1 + random.nextInt(20);
      for (int i = 0; i < count; i++) {
        String text = "message " + (queue.next() + i) + " " + "x".repeat(random.nextInt(2_000));
        entries.add(Samples.entry(text, Samples.START));
      }
      try {
        queue.append(entries, List.of(), new Spans());
        System.out.println(queue.next());
      } catch (IOException e) {
        System.out.println("refused: " + e.getMessage());
      }
      System.out.flush();
    }
  }
}
