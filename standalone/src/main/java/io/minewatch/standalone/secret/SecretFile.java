package io.minewatch.standalone.secret;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Named passwords in one properties file, readable by its owner alone (mode 600). A name that is
 * asked for and not there gets a random password, which is on disk before it is returned.
 */
public final class SecretFile {
  /** Without letters and digits that people mistake for one another when they type. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** 20 characters of 55 are more than 115 bits. */
  private static final int LENGTH = 20;

  private final Path file;
  private final SecureRandom random;
  private final Properties secrets = new Properties();

  private SecretFile(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
  }

  /**
   * Opens the file, or starts an empty one.
   *
   * @throws IOException if it cannot be read, or if others than its owner may read it
   */
  public static SecretFile open(Path file) throws IOException {
    SecretFile opened = new SecretFile(file, new SecureRandom());
    if (Files.exists(file)) {
      if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------")) {
        throw new IOException(file + " must be readable by its owner alone: chmod 600 it");
      }
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        opened.secrets.load(in);
      }
    }
    return opened;
  }

  /** The password of that name, made now if there was none. */
  public synchronized String get(String name) throws IOException {
    String known = secrets.getProperty(name);
    if (known != null) {
      return known;
    }
    StringBuilder made = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      made.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    secrets.setProperty(name, made.toString());
    write();
    return made.toString();
  }

  /** All that there is, by name. */
  public synchronized Map<String, String> known() {
    Map<String, String> all = new TreeMap<>();
    secrets.stringPropertyNames().forEach(name -> all.put(name, secrets.getProperty(name)));
    return all;
  }

  private void write() throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    try (FileChannel out =
            FileChannel.open(
                next,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
        Writer writer = Channels.newWriter(out, StandardCharsets.UTF_8)) {
      secrets.store(writer, null);
      writer.flush();
      out.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
