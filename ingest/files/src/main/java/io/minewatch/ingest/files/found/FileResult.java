package io.minewatch.ingest.files.found;

import java.util.List;
import java.util.Objects;

/** What became of a file. */
public sealed interface FileResult {
  /** The file's name. */
  String file();

  /**
   * It was read.
   *
   * @param refused the records that were not taken, in the order of the file
   */
  record Taken(FileHead head, Content content, List<RefusedRecord> refused) implements FileResult {
    public Taken {
      Objects.requireNonNull(head, "head");
      Objects.requireNonNull(content, "content");
      refused = List.copyOf(refused);
    }

    @Override
    public String file() {
      return head.file();
    }
  }

  /**
   * A header, an end mark and nothing between. For positions this is either an empty mine or a
   * failed generator, and must never be taken for the first without more: it clears nothing.
   */
  record EmptyBody(FileHead head, HeadCount says) implements FileResult {
    /** What the header of the regional variant says of the people underground. */
    public enum HeadCount {
      NOBODY,
      SOMEBODY,
      NOT_TOLD
    }

    public EmptyBody {
      Objects.requireNonNull(head, "head");
      Objects.requireNonNull(says, "says");
    }

    @Override
    public String file() {
      return head.file();
    }
  }

  /** No end mark yet: to be read again when it has grown, or when its time is over. */
  record Incomplete(String file) implements FileResult {}

  /**
   * It was not taken, and is to be kept for a person.
   *
   * @param records the bad records, where they were the reason
   */
  record Refused(String file, FileFault fault, String detail, List<RefusedRecord> records)
      implements FileResult {
    public Refused {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(fault, "fault");
      Objects.requireNonNull(detail, "detail");
      records = List.copyOf(records);
    }
  }
}
