package io.minewatch.series.influx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Turns an answer that says 200 and holds the error of a statement, as InfluxDB 1.x gives it, into
 * a refusal: the client reads it as an answer without rows, and nothing that is kept and nothing
 * that could be asked must not look alike.
 */
final class StatementErrors implements Interceptor {
  /** The status of a statement that was refused. */
  static final int REFUSED = 400;

  /** Of a database that is not there yet nothing is kept: no error to whoever reads. */
  private static final String NO_DATABASE = "database not found";

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (!chain.request().url().encodedPath().endsWith("/query")
        || response.code() != 200
        || body == null) {
      return response;
    }
    byte[] bytes = body.bytes();
    String error = error(bytes);
    if (error == null) {
      return response.newBuilder().body(ResponseBody.create(bytes, body.contentType())).build();
    }
    byte[] told = JSON.writeValueAsBytes(JSON.createObjectNode().put("message", error));
    return response
        .newBuilder()
        .code(REFUSED)
        .message("Bad Request")
        .body(ResponseBody.create(told, body.contentType()))
        .build();
  }

  /** The first error of a statement; null if all were answered. */
  static @Nullable String error(byte[] answer) {
    try {
      for (JsonNode result : JSON.readTree(answer).path("results")) {
        JsonNode error = result.path("error");
        if (!error.isMissingNode() && !error.asText().startsWith(NO_DATABASE)) {
          return error.asText();
        }
      }
      return null;
    } catch (JsonProcessingException e) {
      return null; // not JSON: the client says what it thinks of it
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
