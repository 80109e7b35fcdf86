package io.minewatch.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Where a run took place: without it no figure can be compared with another.
 *
 * @param load the kernel's load averages over 1, 5 and 15 minutes
 * @param stealShare share of CPU time since boot that the host took away, 0 to 1
 */
public record Machine(
    String processor,
    int cores,
    long memoryBytes,
    String kernel,
    String load,
    double stealShare,
    String java,
    long heapBytes,
    String collectors) {
  private static final int STEAL_FIELD = 8;

  /** This machine, now. What the kernel does not tell here is empty. */
  public static Machine here() {
    return new Machine(
        line("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        line("/proc/loadavg", ""),
        stolen(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        Runtime.getRuntime().maxMemory(),
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(", ")));
  }

  private static long memory() {
    String total = line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
    return total.isEmpty() ? 0 : Long.parseLong(total) * 1024;
  }

  private static double stolen() {
    String[] fields = line("/proc/stat", "cpu ").trim().split("\\s+", -1);
    double all = 0;
    for (int i = 1; i < fields.length; i++) {
      all += Double.parseDouble(fields[i]);
    }
    return fields.length > STEAL_FIELD && all > 0
        ? Double.parseDouble(fields[STEAL_FIELD]) / all
        : 0;
  }

  /** The first line that starts so, without a label that ends with a colon. */
  private static String line(String file, String start) {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "";
    }
    try {
      for (String line : Files.readAllLines(path)) {
        if (line.startsWith(start)) {
          return line.substring(line.indexOf(':') + 1).trim();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "";
  }
}
