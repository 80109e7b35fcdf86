package io.minewatch.alerting.oidc;

import java.io.IOException;
import org.springframework.web.client.RestClientResponseException;

/** A sign-in by the provider that came to nothing. */
public final class Failed extends Exception {
  /** What a person is told; the rest is for the log. */
  public enum Why {
    /** The provider does not answer, or not as one: a local account is the way in. */
    UNREACHABLE,
    /** It was begun too long ago, in another browser, or before a start of the server. */
    EXPIRED,
    /** The provider has said no; the person may have. */
    REFUSED,
    /** What came is not the provider's word for this sign-in. */
    NOT_TRUSTED,
    /** The provider vouches for the person, and nothing is granted for what it says. */
    NOT_GRANTED
  }

  /** Of words that may have come from anybody; they go into the log. */
  private static final int MOST_WORDS = 300;

  /** The status of one that is asked too often. */
  private static final int TOO_MANY = 429;

  private final Why why;
  private final boolean isAnybodys;

  /** Failed, with words for the log. */
  public Failed(Why why, String words) {
    this(why, words, why == Why.EXPIRED || why == Why.REFUSED);
  }

  private Failed(Why why, String words, boolean isAnybodys) {
    super(words.substring(0, Math.min(MOST_WORDS, words.length())).replaceAll("\\p{Cntrl}", " "));
    this.why = why;
    this.isAnybodys = isAnybodys;
  }

  /** What came is nothing that a provider would send. */
  static Failed empty(String words) {
    return new Failed(Why.NOT_TRUSTED, words, true);
  }

  /** Whether whoever reaches the page can cause it, without a word to the provider. */
  public boolean isAnybodys() {
    return isAnybodys;
  }

  /** Whether it did not answer, or only that it cannot now. */
  static boolean isAway(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean cannot =
        failure instanceof RestClientResponseException answer
            && (answer.getStatusCode().is5xxServerError()
                || answer.getStatusCode().value() == TOO_MANY);
    return cannot || failure instanceof IOException || (cause != null && isAway(cause));
  }

  public Why why() {
    return why;
  }
}
