package io.minewatch.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL of this machine, which refuses to run as root: it runs as its own user then. */
final class LocalPostgres implements Server {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final int PATIENCE_SECONDS = 60;

  private final Path bin;
  private final Path folder;
  private final int port = Loopback.freePort();

  private LocalPostgres(Path bin, Path folder) {
    this.bin = bin;
    this.folder = folder;
  }

  /** With an empty cluster; empty, with a word why, where none is installed. */
  static Optional<Server> in(Path folder) throws IOException {
    Optional<Path> bin = installed();
    if (bin.isEmpty()) {
      System.out.println("SKIPPED: no PostgreSQL (Debian: apt-get install postgresql)");
      return Optional.empty();
    }
    LocalPostgres server = new LocalPostgres(bin.get(), Files.createDirectories(folder));
    if (isRoot()) {
      server.run(List.of("chown", "postgres", folder.toString()));
    }
    server.asPostgres(
        "initdb -A trust -U " + Servers.POSTGRES_USER + " -E UTF8 -D " + folder + "/db");
    return Optional.of(server);
  }

  private static Optional<Path> installed() throws IOException {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (var versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(each -> Files.isExecutable(each.resolve("initdb")))
          .max(Path::compareTo);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void asPostgres(String command) throws IOException {
    String line = bin + "/" + command;
    run(
        isRoot()
            ? List.of("su", "postgres", "-s", "/bin/sh", "-c", line)
            : List.of("/bin/sh", "-c", line));
  }

  private void run(List<String> words) throws IOException {
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .directory(Path.of("/").toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(words + " failed: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() throws IOException {
    String options = "'-p %d -c listen_addresses=127.0.0.1 -k %s'".formatted(port, folder);
    asPostgres("pg_ctl -w -D %s/db -l %s/log -o %s start".formatted(folder, folder, options));
  }

  @Override
  public void kill() {
    try {
      asPostgres("pg_ctl -m immediate -D " + folder + "/db stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
