package dev.wmllint.lsp.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A stream on which a writer never waits for the reader. What is flushed is queued, and a thread of
 * its own hands it on. A client may stop reading at any time: the thread that hears {@code exit},
 * and one that holds a lock, must not be stuck for that.
 */
final class Outbox extends OutputStream {
  private final OutputStream out;
  private final int mostUnread;
  private final Runnable over;
  private final ByteArrayOutputStream unflushed = new ByteArrayOutputStream();
  private final ThreadPoolExecutor writer;
  private int unreadBytes;

  /**
   * Takes messages at once.
   *
   * @param mostUnread how many bytes may wait; what comes beyond them is dropped
   * @param over hears, each time, that something was dropped or could not be written
   */
  Outbox(String name, OutputStream out, int mostUnread, Runnable over) {
    this.out = out;
    this.mostUnread = mostUnread;
    this.over = over;
    BlockingQueue<Runnable> unread = new LinkedBlockingQueue<>();
    this.writer = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, unread, Dispatcher.named(name));
  }

  @Override
  public synchronized void write(int oneByte) {
    unflushed.write(oneByte);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    unflushed.write(bytes, offset, length);
  }

  @Override
  public void flush() {
    if (!queued()) {
      over.run();
    }
  }

  private synchronized boolean queued() {
    byte[] message = unflushed.toByteArray();
    unflushed.reset();
    if (writer.isShutdown() || message.length > mostUnread - unreadBytes) {
      return false;
    }
    if (message.length > 0) {
      unreadBytes += message.length;
      writer.execute(() -> handOn(message));
    }
    return true;
  }

  /**
   * Waits until most of what was written is read. For those who have much to say, and time.
   *
   * @throws CancellationException when the thread is interrupted
   */
  synchronized void awaitRoom() {
    try {
      while (!writer.isShutdown() && unreadBytes > mostUnread / 4) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** Takes nothing more, and waits for a while that what was written before is read. */
  void close(long milliseconds) {
    flush();
    synchronized (this) {
      writer.shutdown();
      // A thread that waits for room need not wait any more.
      notifyAll();
    }
    try {
      boolean unused = writer.awaitTermination(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOn(byte[] message) {
    try {
      out.write(message);
      if (writer.getQueue().isEmpty()) {
        out.flush();
      }
      read(message.length);
    } catch (IOException e) {
      // The reader is gone.
      dropAll();
      over.run();
    }
  }

  private synchronized void read(int bytes) {
    unreadBytes -= bytes;
    notifyAll();
  }

  private synchronized void dropAll() {
    writer.shutdown();
    writer.getQueue().clear();
    read(unreadBytes);
  }
}
