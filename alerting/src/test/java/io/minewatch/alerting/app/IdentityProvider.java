package io.minewatch.alerting.app;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A provider of identities over HTTP: discovery, authorize, token, keys. It can lie. */
final class IdentityProvider implements AutoCloseable {
  static final String CLIENT = "minewatch";
  static final String SECRET = "a secret of this test, told to nobody";

  /** What is wrong with the tokens that it gives. */
  enum Lie {
    NONE,
    SIGNED_BY_ANOTHER_KEY,
    NOT_SIGNED,
    SIGNED_WITH_THE_CLIENTS_SECRET,
    OTHER_ISSUER,
    OTHER_AUDIENCE,
    EXPIRED,
    OTHER_NONCE,
    NO_NONCE,
    NO_TOKEN
  }

  private final HttpServer http;
  private final Clock clock;
  private final RSAKey key = key("one");
  private final RSAKey another = key("one");
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  volatile Lie lie = Lie.NONE;
  volatile boolean away;
  volatile String subject = "2482";
  volatile Map<String, Object> claims = Map.of();

  IdentityProvider(Clock clock) throws IOException {
    this.clock = clock;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/realm/.well-known/openid-configuration", of(this::describe));
    http.createContext("/realm/authorize", of(this::authorize));
    http.createContext("/realm/token", of(this::token));
    http.createContext("/realm/keys", of(asked -> json(asked, 200, new JWKSet(key).toString())));
    http.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/realm";
  }

  private interface Answer {
    void to(HttpExchange asked) throws Exception;
  }

  private com.sun.net.httpserver.HttpHandler of(Answer answer) {
    return asked -> {
      try (asked) {
        if (away) {
          json(asked, 503, "{}");
        } else {
          answer.to(asked);
        }
      } catch (Exception e) {
        throw new IOException(e);
      }
    };
  }

  private void describe(HttpExchange asked) throws IOException {
    json(
        asked,
        200,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/logout?ui=zh",
         "response_types_supported":["code"],"subject_types_supported":["public"],
         "id_token_signing_alg_values_supported":["RS256"]}
        """
            .formatted(issuer()));
  }

  /** Whoever comes is known, as a session at a provider would have it. */
  private void authorize(HttpExchange asked) throws IOException {
    Map<String, String> query = form(asked.getRequestURI().getRawQuery());
    require(query.get("client_id").equals(CLIENT), "client");
    require(query.get("response_type").equals("code"), "code flow");
    require(query.get("scope").contains("openid"), "scope");
    require(query.get("code_challenge_method").equals("S256"), "PKCE");
    String code = UUID.randomUUID().toString();
    codes.put(code, query);
    String back = query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state");
    asked.getResponseHeaders().add("Location", back);
    asked.sendResponseHeaders(302, -1);
  }

  private void token(HttpExchange asked) throws Exception {
    Map<String, String> form =
        form(new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> begun = codes.remove(form.get("code"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(form.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    String basic = asked.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
    String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
    boolean knows =
        begun != null
            && challenge.equals(begun.get("code_challenge"))
            && form.get("redirect_uri").equals(begun.get("redirect_uri"))
            && URLDecoder.decode(pair, StandardCharsets.UTF_8).equals(CLIENT + ":" + SECRET);
    if (!knows) {
      json(asked, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String token =
        lie == Lie.NO_TOKEN ? "" : ",\"id_token\":\"%s\"".formatted(written(begun.get("nonce")));
    json(
        asked,
        200,
        "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60%s}".formatted(token));
  }

  private String written(String nonce) throws JOSEException {
    Instant now = clock.instant().minus(lie == Lie.EXPIRED ? Duration.ofHours(1) : Duration.ZERO);
    JWTClaimsSet.Builder set =
        new JWTClaimsSet.Builder()
            .issuer(lie == Lie.OTHER_ISSUER ? "https://id.example/realm" : issuer())
            .audience(lie == Lie.OTHER_AUDIENCE ? "another" : CLIENT)
            .subject(subject)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", lie == Lie.OTHER_NONCE ? "another" : nonce);
    if (lie == Lie.NO_NONCE) {
      set.claim("nonce", null);
    }
    claims.forEach(set::claim);
    if (lie == Lie.NOT_SIGNED) {
      return new PlainJWT(set.build()).serialize();
    }
    boolean mac = lie == Lie.SIGNED_WITH_THE_CLIENTS_SECRET;
    JWSAlgorithm algorithm = mac ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256;
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), set.build());
    token.sign(
        mac
            ? new MACSigner(SECRET)
            : new RSASSASigner(lie == Lie.SIGNED_BY_ANOTHER_KEY ? another : key));
    return token.serialize();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).algorithm(new Algorithm("RS256")).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&"))
        .map(each -> each.split("=", 2))
        .collect(
            Collectors.toMap(
                each -> each[0],
                each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8),
                (one, other) -> one,
                TreeMap::new));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("asked without " + what);
    }
  }

  private static void json(HttpExchange asked, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    asked.getResponseHeaders().add("Content-Type", "application/json");
    asked.sendResponseHeaders(status, bytes.length);
    asked.getResponseBody().write(bytes);
  }

  /** What somebody of these groups is said to be. */
  void says(String name, String role, String area) {
    Map<String, Object> said = new HashMap<>(Map.of("name", name));
    said.put("realm_access", Map.of("roles", List.of(role.split(","))));
    said.put("area", area);
    claims = said;
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
