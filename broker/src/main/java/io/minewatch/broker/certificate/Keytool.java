package io.minewatch.broker.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's own tool, as a process: Java has no interface by which a program could sign a
 * certificate. Passwords go to it in its environment, where no list of processes shows them.
 */
final class Keytool {
  private static final String PASSWORD = "MINEWATCH_STORE_PASSWORD";
  private static final long LIMIT_SECONDS = 60;
  private static final int SAID_AT_MOST = 2_000;

  private Keytool() {}

  /**
   * Runs it on a PKCS12 file.
   *
   * @throws IOException with what it said, if it fails
   */
  static void run(Path store, String password, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass:env", PASSWORD));
    Path output =
        Files.createTempFile("keytool", ".out"); // a pipe would have to be read to its end
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(Map.of(PASSWORD, password));
    try {
      await(builder.start(), arguments[0], output);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static void await(Process process, String what, Path output) throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(what + " did not end within " + LIMIT_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(what + " failed: " + said(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String said(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      return new String(in.readNBytes(SAID_AT_MOST), StandardCharsets.UTF_8).strip();
    }
  }
}
