package io.minewatch.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * CPU time used by this process, all threads, user and system. Counted by the kernel in steps of 10
 * ms, so a timed stretch must be much longer than that.
 */
final class CpuClock {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private CpuClock() {}

  static long nanos() {
    long nanos = SYSTEM.getProcessCpuTime();
    if (nanos < 0) {
      throw new IllegalStateException("this platform does not tell the CPU time of a process");
    }
    return nanos;
  }
}
