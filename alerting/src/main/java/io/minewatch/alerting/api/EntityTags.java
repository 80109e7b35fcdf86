package io.minewatch.alerting.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The one rule of entity tags. Each answer to a GET has one: the version of the thing, where it has
 * versions, and a hash of what is shown. {@code If-None-Match} with it is answered 304 without a
 * body. An edit that names in {@code If-Match} what was seen is refused with 412 where the thing
 * has another version by now; what a hash alone changes, an age or a head count, refuses nothing.
 *
 * <p>No precondition is ever looked at for an order to withdraw: a page that is behind must not
 * keep people inside. Nor for an accident that is declared, whose clocks begin then, or reported.
 */
public final class EntityTags extends OncePerRequestFilter {
  /** What has no tag: a stream that does not end, and downloads that are made for the moment. */
  private static final Pattern UNTAGGED =
      Pattern.compile("/api/(stream|incidents/[^/]+/evidence|[a-z-]+[.](csv|xlsx))");

  /** The acts that no precondition holds up. */
  private static final Set<String> NEVER_REFUSED = Set.of("ORDER");

  private static final String VERSION = EntityTags.class.getName();
  private static final int HASH_BYTES = 8;

  /** Says which version of a thing is shown. */
  static void version(HttpServletRequest request, long version) {
    request.setAttribute(VERSION, version);
  }

  /**
   * Refuses an act on an incident that has another version than was seen.
   *
   * @param match the header {@code If-Match}; null and {@code *} refuse nothing
   */
  static void refuseStale(@Nullable String match, @Nullable String act, long version) {
    boolean isStale = match != null && !isAny(match) && !names(match, version);
    if (isStale && (act == null || !NEVER_REFUSED.contains(act))) {
      throw changed();
    }
  }

  /**
   * Refuses an edit of a thing of which something else was seen.
   *
   * @param match the header {@code If-Match}; null refuses nothing, {@code *} a thing that is gone
   * @param tag what it has now, without quotes; null if there is none
   */
  static void refuseOther(@Nullable String match, @Nullable String tag) {
    boolean holds = match == null || (tag != null && (isAny(match) || named(match).contains(tag)));
    if (!holds) {
      throw changed();
    }
  }

  /**
   * Whether a header names what is of this version, whatever of it was shown: one of its tags is
   * the version or begins with it. {@code *} names none: who replaces a whole says what was seen of
   * it.
   */
  static boolean names(String match, long version) {
    return named(match).stream()
        .anyMatch(tag -> tag.equals("" + version) || tag.startsWith(version + "-"));
  }

  /** Whether a header says {@code *}: any there is, or with {@code If-None-Match} that none is. */
  static boolean isAny(String match) {
    return match.strip().equals("*");
  }

  /** The tags that a header names, without their quotes and without the mark of a weak one. */
  private static List<String> named(String match) {
    return Stream.of(match.split(",", -1))
        .map(each -> each.strip().replace("W/", "").replace("\"", ""))
        .toList();
  }

  static Refusals.Problem changed() {
    return new Refusals.Problem(
        HttpStatus.PRECONDITION_FAILED, "what you saw has changed since: look again, then act");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !HttpMethod.GET.matches(request.getMethod())
        || !path.startsWith("/api/")
        || UNTAGGED.matcher(path).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() == HttpStatus.OK.value()) {
      // A version alone does not say what is shown: names are masked for some, proofs are added.
      String said = answer.getHeader(HttpHeaders.ETAG);
      Object version = said == null ? request.getAttribute(VERSION) : said.replace("\"", "");
      String tag = tag(version, answer.getContentAsByteArray());
      answer.setHeader(HttpHeaders.ETAG, tag);
      if (isHeld(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
        response.setStatus(HttpStatus.NOT_MODIFIED.value());
        return;
      }
    }
    answer.copyBodyToResponse();
  }

  private static String tag(@Nullable Object version, byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      String shown = HexFormat.of().formatHex(hash, 0, HASH_BYTES);
      return "\"" + (version == null ? "" : version + "-") + shown + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** As RFC 9110 compares: weakly, any of a list. */
  private static boolean isHeld(@Nullable String noneMatch, String tag) {
    return noneMatch != null
        && (isAny(noneMatch) || named(noneMatch).contains(tag.replace("\"", "")));
  }
}
