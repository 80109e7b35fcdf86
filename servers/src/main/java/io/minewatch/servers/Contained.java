package io.minewatch.servers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** A server in a container. Killed and started again it is the same container, files and all. */
final class Contained implements Server {
  private final int port;
  private final GenericContainer<?> container;

  /**
   * Not started yet.
   *
   * @param inside the port on which it listens in there
   */
  Contained(String image, int inside, Settings settings) {
    port = Loopback.freePort();
    container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withImagePullPolicy(name -> Engine.mayPull())
            .withEnv(settings.environment())
            .withCreateContainerCmdModifier(
                command ->
                    Objects.requireNonNull(command.getHostConfig())
                        .withPortBindings(
                            new PortBinding(
                                Ports.Binding.bindIpAndPort("127.0.0.1", port),
                                ExposedPort.tcp(inside))))
            .waitingFor(new AtOnce());
    if (!settings.command().isEmpty()) {
      container.withCommand(settings.command().toArray(String[]::new));
    }
    settings.files().forEach((path, text) -> container.withCopyToContainer(text(text), path));
  }

  private static Transferable text(String text) {
    return Transferable.of(text);
  }

  /**
   * What is said to it.
   *
   * @param files text by path in the container
   * @param command empty for the image's own
   */
  record Settings(
      Map<String, String> environment, Map<String, String> files, List<String> command) {}

  /** Who asked for the server knows best what an answer of it is. */
  private static final class AtOnce extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {}
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    if (container.getContainerId() == null) {
      container.start();
    } else {
      client().startContainerCmd(container.getContainerId()).exec();
    }
  }

  @Override
  public void kill() {
    if (container.getContainerId() != null && container.isRunning()) {
      client().killContainerCmd(container.getContainerId()).exec();
      client().waitContainerCmd(container.getContainerId()).start().awaitStatusCode();
    }
  }

  private DockerClient client() {
    return container.getDockerClient();
  }

  @Override
  public void close() {
    container.stop();
  }
}
