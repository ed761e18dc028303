package dev.wmllint.lsp.server;

import dev.wmllint.engine.Linter;
import java.util.concurrent.CountDownLatch;

/** A server one part of which does not let the process end, as a library may. */
final class StubbornServer {
  private StubbornServer() {}

  /** Serves as the real one does. */
  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(StubbornServer::waitForEver));
    System.exit(ServerMain.serveAlone(Linter::new));
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
