package io.minewatch.bench.nation;

import io.minewatch.bench.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Mosquitto of the distribution as the broker of a run, on the loopback address. */
final class Mosquitto {
  /** What it says when it takes connections. */
  static final String UP = "running";

  private Mosquitto() {}

  /** Its limits are lifted as docs/operations.md says; it asks for no password in a run. */
  static Programs.Program program(Path folder, int port) throws IOException {
    Files.createDirectories(folder);
    String settings =
        """
        listener %d 127.0.0.1
        allow_anonymous true
        max_queued_messages 0
        max_queued_bytes 1073741824
        max_inflight_messages 0
        set_tcp_nodelay true
        log_dest stdout
        log_type error
        log_type warning
        log_type notice
        log_type information
        connection_messages false
        """
            .formatted(port);
    Path file = Files.writeString(folder.resolve("mosquitto.conf"), settings);
    return new Programs.Program("broker", List.of(program(), "-c", file.toString()), Map.of());
  }

  /** Debian keeps it where not every user's path leads. */
  private static String program() {
    Path debian = Path.of("/usr/sbin/mosquitto");
    return Files.isExecutable(debian) ? debian.toString() : "mosquitto";
  }
}
