package io.minewatch.alerting.oidc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** An answer that is read up to a limit, and is no answer beyond it. */
record ShortAnswer(ClientHttpResponse answer, int mostBytes) implements ClientHttpResponse {
  @Override
  public HttpStatusCode getStatusCode() throws IOException {
    return answer.getStatusCode();
  }

  @Override
  public String getStatusText() throws IOException {
    return answer.getStatusText();
  }

  @Override
  public HttpHeaders getHeaders() {
    return answer.getHeaders();
  }

  @Override
  public void close() {
    answer.close();
  }

  @Override
  public InputStream getBody() throws IOException {
    return new FilterInputStream(answer.getBody()) {
      private long left = mostBytes;

      @Override
      public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        count(Math.max(0, some));
        return some;
      }

      private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
          throw new IOException("the answer has more than " + mostBytes + " bytes");
        }
      }
    };
  }
}
