package io.minewatch.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.function.Supplier;

/** What a thing costs on the heap. */
public final class Heap {
  /** Asked so often, the collector has nothing left to give. */
  private static final int COLLECTIONS = 4;

  private Heap() {}

  /**
   * Makes a thing and gives the bytes by which the heap is fuller with it than before, garbage left
   * out. Nothing else may allocate for keeps meanwhile.
   */
  public static long bytesOf(Supplier<?> made) {
    long before = used();
    Object thing = made.get();
    try {
      return used() - before;
    } finally {
      Reference.reachabilityFence(thing);
    }
  }

  /** Bytes that are kept, garbage left out. */
  public static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
