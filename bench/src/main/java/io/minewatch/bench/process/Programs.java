package io.minewatch.bench.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the programs of a run are called: this JVM's Java, class path and opened packages. */
public final class Programs {
  private Programs() {}

  /**
   * One program.
   *
   * @param environment what is added to ours
   */
  public record Program(String name, List<String> command, Map<String, String> environment) {
    public Program {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }

    /** The same with the flight recorder, if it is in Java: it writes a file at its end. */
    public Program recorded(Path folder) {
      Map<String, String> with = new HashMap<>(environment);
      Path file = folder.resolve(name + ".jfr");
      with.put("JDK_JAVA_OPTIONS", "-XX:StartFlightRecording=settings=profile,filename=" + file);
      return new Program(name, command, with);
    }
  }

  /**
   * A program in Java.
   *
   * @param heapMebibytes the most heap it gets
   * @param mainAndArguments the class of its main, and what it is told
   */
  public static List<String> java(int heapMebibytes, String... mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMebibytes + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Duser.timezone=UTC");
    command.add("-Dfile.encoding=UTF-8");
    for (String given : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (given.startsWith("--add-opens=")) {
        command.add(given);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(mainAndArguments));
    return command;
  }

  /** A port of the loopback address that was free a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
