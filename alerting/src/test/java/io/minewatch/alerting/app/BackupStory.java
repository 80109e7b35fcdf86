package io.minewatch.alerting.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A service with an incident, and the program that backs it up and restores it. */
abstract class BackupStory extends Timeline {
  final Recorded.Told backup(String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = BackupMain.run(args, Map.of("MINEWATCH_HOME", folder.toString()), out, clock);
    return new Recorded.Told(code, bytes.toString(StandardCharsets.UTF_8));
  }

  static String database(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("alerting.db");
  }
}
