package io.minewatch.alerting.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The console's files. The page itself is asked for each time; what it names lies below a name that
 * changes with any of it, and is kept by a browser for as long as it likes. Whether the page has
 * changed is told by its content: when a program was packed says nothing of which one is newer.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {
  private static final String PLACE = "classpath:/console/";
  private static final String LIBRARIES = "classpath:/META-INF/resources/webjars/";
  private static final String PAGE = "index.html";
  private static final Duration YEAR = Duration.ofDays(365);
  private static final int TAG_BYTES = 16;

  /**
   * The name of another build, which a page of another instance asks for while instances are
   * renewed one by one. It gets what there is, and is to ask for it again each time.
   */
  private static final Pattern OTHER_BUILD = Pattern.compile("^[0-9a-f]{16}/(?=(?:js|css)/)");

  /** Read once: a page asks for more than a hundred files. */
  private static final ResourceTransformer IN_MEMORY =
      (request, file, chain) -> new TransformedResource(file, file.getContentAsByteArray());

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    ConsoleBuild build = ConsoleBuild.read(new PathMatchingResourcePatternResolver());
    CacheControl kept = CacheControl.maxAge(YEAR).cachePublic().immutable();
    registry
        .addResourceHandler("/webjars/**") // their versions are in their addresses
        .addResourceLocations(LIBRARIES)
        .setCacheControl(kept)
        .setUseLastModified(false)
        .resourceChain(true)
        .addTransformer(IN_MEMORY);
    registry
        .addResourceHandler(build.prefix() + "/**")
        .addResourceLocations(PLACE)
        .setCacheControl(kept)
        .setUseLastModified(false)
        .resourceChain(true)
        .addTransformer(IN_MEMORY);
    registry
        .addResourceHandler("/**")
        .addResourceLocations(PLACE)
        .setCacheControl(CacheControl.noCache())
        .setUseLastModified(false)
        .setEtagGenerator(ConsoleFiles::tag)
        .resourceChain(true)
        .addResolver(new AnyBuild())
        .addTransformer(
            (request, resource, chain) -> {
              var file = chain.transform(request, resource);
              return PAGE.equals(file.getFilename())
                  ? page(build, file)
                  : IN_MEMORY.transform(request, file, chain);
            });
  }

  private static final class AnyBuild extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      return super.getResource(OTHER_BUILD.matcher(path).replaceFirst(""), location);
    }
  }

  /** Weak, so that it may be sent compressed. */
  private static String tag(Resource file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray());
      return "W/\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException("a file of the console cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static TransformedResource page(ConsoleBuild build, Resource file) throws IOException {
    String text = file.getContentAsString(StandardCharsets.UTF_8);
    return new TransformedResource(file, build.page(text).getBytes(StandardCharsets.UTF_8));
  }
}
