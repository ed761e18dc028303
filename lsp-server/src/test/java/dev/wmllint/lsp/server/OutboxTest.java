package dev.wmllint.lsp.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutboxTest {
  private final AtomicInteger dropped = new AtomicInteger();

  private Outbox to(OutputStream out, int mostUnread) {
    return new Outbox("outbox", out, mostUnread, dropped::incrementAndGet);
  }

  private static void say(OutputStream outbox, String words) throws IOException {
    outbox.write(words.getBytes(UTF_8));
    outbox.flush();
  }

  /** Takes nothing until it is told to. */
  private static final class Deaf extends OutputStream {
    final CountDownLatch listens = new CountDownLatch(1);
    final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @Override
    public void write(int oneByte) {
      try {
        listens.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      heard.write(oneByte);
    }
  }

  @Test
  void everythingArrivesInOrder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Outbox outbox = to(out, 1_000_000);
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      say(outbox, "é" + i);
      said.append('é').append(i);
    }
    outbox.write('.');
    outbox.close(10_000);
    assertEquals(said + ".", out.toString(UTF_8));
    assertEquals(0, dropped.get());
  }

  @Test
  void nobodyWaitsForTheReaderAndWhatIsTooMuchIsDropped() throws IOException {
    Deaf out = new Deaf();
    Outbox outbox = to(out, 10);
    say(outbox, "12345");
    say(outbox, "67890");
    say(outbox, "x");
    assertEquals(1, dropped.get());
    out.listens.countDown();
    outbox.awaitRoom();
    say(outbox, "abc");
    outbox.close(10_000);
    assertEquals("1234567890abc", out.heard.toString(UTF_8));
    assertEquals(1, dropped.get());
  }

  @Test
  void whoHasTimeWaitsForRoom() throws Exception {
    Deaf out = new Deaf();
    Outbox outbox = to(out, 100);
    say(outbox, "x".repeat(26));
    Thread waits = new Thread(outbox::awaitRoom);
    waits.start();
    awaitWaiting(waits);
    out.listens.countDown();
    waits.join();
  }

  @Test
  void theEndDoesNotWaitForEver() throws IOException {
    Outbox outbox = to(new Deaf(), 100);
    say(outbox, "x");
    outbox.close(1);
    say(outbox, "too late");
    assertEquals(1, dropped.get());
  }

  @Test
  void nobodyWaitsForRoomBeyondTheEnd() throws Exception {
    Outbox outbox = to(new Deaf(), 100);
    say(outbox, "x".repeat(26));
    Thread waits = new Thread(outbox::awaitRoom);
    waits.start();
    awaitWaiting(waits);
    outbox.close(1);
    waits.join(TimeUnit.SECONDS.toMillis(30));
    assertFalse(waits.isAlive());
  }

  private static void awaitWaiting(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  @Test
  void aReaderThatIsGoneIsNoticed() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int oneByte) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    Outbox outbox = new Outbox("outbox", gone, 100, noticed::countDown);
    say(outbox, "x");
    assertTrue(noticed.await(10, TimeUnit.SECONDS));
    outbox.awaitRoom();
  }
}
