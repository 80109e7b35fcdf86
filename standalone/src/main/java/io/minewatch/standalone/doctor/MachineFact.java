package io.minewatch.standalone.doctor;

import static io.minewatch.standalone.doctor.Finding.good;
import static io.minewatch.standalone.doctor.Finding.look;
import static io.minewatch.standalone.doctor.Finding.wrong;

import java.time.Duration;

/** What was seen of the machine. Bytes, and file modes as {@code rwxr-x---}. */
public sealed interface MachineFact extends Fact {
  /** The bytecode of the programs needs it. */
  int JAVA = 17;

  /** Below it a program that logs and keeps checkpoints is near its end. */
  long LITTLE_DISK = 2L << 30;

  /** Below it the next checkpoint, log or commit may fail. */
  long NO_DISK = 256L << 20;

  /** A clock further off than this spoils the stamps that people compare. */
  Duration CLOCK = Duration.ofSeconds(2);

  private static String mib(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  /**
   * Java, and the memory that the programs may take.
   *
   * @param programs that run here with a heap of this size each
   * @param machine all memory of the machine
   */
  record JavaAt(int feature, int programs, long heap, long machine) implements MachineFact {
    @Override
    public Finding finding() {
      String found =
          "Java %d; %d x %s of heap, the machine has %s"
              .formatted(feature, programs, mib(heap), mib(machine));
      if (feature < JAVA) {
        return wrong("java", found, "install Java " + JAVA + " or later");
      }
      return programs * heap < machine
          ? good("java", found)
          : wrong("java", found, "give less heap (JAVA_OPTS=-Xmx…) or run fewer programs here");
    }
  }

  /** Room for data. */
  record Disk(String folder, boolean there, long free) implements MachineFact {
    @Override
    public Finding finding() {
      String what = "disk " + folder;
      if (!there) {
        return wrong(
            what, "the folder is not there", "start the program that keeps its data there");
      }
      String found = mib(free) + " free";
      if (free < NO_DISK) {
        return wrong(what, found, "make room now: commits and checkpoints are about to fail");
      }
      return free < LITTLE_DISK ? look(what, found, "make room") : good(what, found);
    }
  }

  /**
   * Who may read what only the owner should.
   *
   * @param mode null where the file is not there
   * @param sheltered whether it lies in a folder that only its owner can enter
   */
  record Secret(String file, @org.jspecify.annotations.Nullable String mode, boolean sheltered)
      implements MachineFact {
    @Override
    public Finding finding() {
      String what = "secret " + file;
      if (mode == null) {
        return wrong(what, "it is not there", "name the right file in the settings, or make it");
      }
      return sheltered || mode.endsWith("------")
          ? good(what, mode)
          : wrong(what, mode + ": others may read it", "chmod 600 " + file);
    }
  }

  /**
   * Another clock.
   *
   * @param offset it minus ours
   */
  record Clock(String of, Duration offset) implements MachineFact {
    @Override
    public Finding finding() {
      String what = "clock of " + of;
      String found = offset.toMillis() + " ms from ours";
      return offset.abs().compareTo(CLOCK) <= 0
          ? good(what, found)
          : wrong(what, found, "let NTP set the clocks of both machines");
    }
  }
}
