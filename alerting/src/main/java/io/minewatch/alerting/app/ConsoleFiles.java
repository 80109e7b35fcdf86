package io.minewatch.alerting.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The console's files. The page itself is asked for each time; what it names lies below a name that
 * changes with any of it, and is kept by a browser for as long as it likes.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {
  private static final String PLACE = "classpath:/console/";
  private static final String LIBRARIES = "classpath:/META-INF/resources/webjars/";
  private static final String PAGE = "index.html";
  private static final Duration YEAR = Duration.ofDays(365);

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
        .resourceChain(true)
        .addTransformer(IN_MEMORY);
    registry
        .addResourceHandler(build.prefix() + "/**")
        .addResourceLocations(PLACE)
        .setCacheControl(kept)
        .resourceChain(true)
        .addTransformer(IN_MEMORY);
    registry
        .addResourceHandler("/**")
        .addResourceLocations(PLACE)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addTransformer(
            (request, resource, chain) -> {
              var file = chain.transform(request, resource);
              return PAGE.equals(file.getFilename()) ? page(build, file) : file;
            });
  }

  private static TransformedResource page(ConsoleBuild build, Resource file) throws IOException {
    String text = file.getContentAsString(StandardCharsets.UTF_8);
    return new TransformedResource(file, build.page(text).getBytes(StandardCharsets.UTF_8));
  }
}
