package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Follows addresses from the console to the provider of identities and back, with its cookies. */
final class Browser {
  /** Where the settings say that the console is; the port is known after the start only. */
  static final String CONSOLE = "http://localhost:1";

  private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(jar).build();
  private final List<String> set = new ArrayList<>();
  private final String console;

  Browser(int port) {
    console = "http://127.0.0.1:" + port;
  }

  /** Signs in, and answers where it came out. */
  String signIn() throws Exception {
    return followed(followed(followed("/api/oidc/start")));
  }

  /** Where an address leads; the console's own ones without their begin. */
  String followed(String address) throws Exception {
    HttpResponse<String> answer = get(address);
    assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(302);
    String to = answer.headers().firstValue("Location").orElseThrow();
    return to.startsWith(CONSOLE) ? to.substring(CONSOLE.length()) : to;
  }

  /** The same, told as a browser tells where the step comes from. */
  String followedFrom(String site, String address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at(address)).header("Sec-Fetch-Site", site).GET().build();
    String to = sent(request).headers().firstValue("Location").orElseThrow();
    return to.startsWith(CONSOLE) ? to.substring(CONSOLE.length()) : to;
  }

  /** With the session cookie of before, and no other. */
  HttpResponse<String> getWith(String session, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at(path)).header("Cookie", "MINEWATCH=" + session).GET().build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  String session() {
    return cookie("MINEWATCH");
  }

  HttpResponse<String> get(String address) throws Exception {
    return sent(HttpRequest.newBuilder(at(address)).GET().build());
  }

  HttpResponse<String> send(String method, String path, String token) throws Exception {
    return sent(
        HttpRequest.newBuilder(at(path))
            .header("X-XSRF-TOKEN", token.isEmpty() ? "none" : token)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private URI at(String address) {
    return URI.create(address.startsWith("/") ? console + address : address);
  }

  private HttpResponse<String> sent(HttpRequest request) throws Exception {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    set.addAll(answer.headers().allValues("Set-Cookie"));
    return answer;
  }

  /** Every cookie that was set, as it was. */
  List<String> cookies() {
    return List.copyOf(set);
  }

  String token() {
    return cookie("XSRF-TOKEN");
  }

  private String cookie(String name) {
    return jar.getCookieStore().getCookies().stream()
        .filter(each -> each.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }
}
