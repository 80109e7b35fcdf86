package io.minewatch.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a process has used of the processors since its start, as the kernel counts it: user and
 * system time, in steps of 10 ms.
 *
 * @param seconds of all its threads, ended ones too
 * @param byThread seconds of the threads that live, by their name without its numbers
 */
public record CpuTime(double seconds, Map<String, Double> byThread) {
  /** The kernel tells times in hundredths of a second on every machine that we know. */
  private static final double TICKS = 100;

  /** Fields of {@code /proc/<pid>/stat} after the name in brackets: user and system time. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  public CpuTime {
    byThread = Map.copyOf(byThread);
  }

  /**
   * Reads what the kernel knows.
   *
   * @param process its id; one that is gone has used nothing
   */
  public static CpuTime of(long process) {
    Path folder = Path.of("/proc", Long.toString(process));
    Map<String, Double> threads = new TreeMap<>();
    try (Stream<Path> tasks = Files.list(folder.resolve("task"))) {
      for (Path task : tasks.toList()) {
        Stat thread = Stat.read(task.resolve("stat"));
        threads.merge(thread.name().replaceAll("[0-9]+", "#"), thread.seconds(), Double::sum);
      }
    } catch (IOException e) {
      return new CpuTime(0, Map.of()); // it has ended meanwhile
    }
    return new CpuTime(Stat.read(folder.resolve("stat")).seconds(), threads);
  }

  /** What was used since an earlier look; a thread that began meanwhile counts whole. */
  public CpuTime since(CpuTime before) {
    Map<String, Double> used = new TreeMap<>();
    byThread.forEach(
        (name, time) ->
            used.put(name, Math.max(0, time - before.byThread.getOrDefault(name, 0.0))));
    return new CpuTime(seconds - before.seconds, used);
  }

  /** Both together, as of a program that was started anew. */
  public CpuTime and(CpuTime other) {
    Map<String, Double> all = new TreeMap<>(byThread);
    other.byThread.forEach((name, time) -> all.merge(name, time, Double::sum));
    return new CpuTime(seconds + other.seconds, all);
  }

  private record Stat(String name, double seconds) {
    static Stat read(Path file) {
      try {
        String line = Files.readString(file);
        int end = line.lastIndexOf(')');
        String[] fields = line.substring(end + 2).split(" ", -1);
        double ticks = Double.parseDouble(fields[USER]) + Double.parseDouble(fields[SYSTEM]);
        return new Stat(line.substring(line.indexOf('(') + 1, end), ticks / TICKS);
      } catch (java.nio.file.NoSuchFileException e) {
        return new Stat("", 0); // a thread that has ended meanwhile
      } catch (IOException e) {
        if (String.valueOf(e.getMessage()).contains("No such process")) {
          return new Stat("", 0);
        }
        throw new UncheckedIOException(e);
      }
    }
  }
}
