package dev.wmllint.lsp.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
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
  private final Deque<byte[]> unread = new ArrayDeque<>();
  private int unreadBytes;
  private boolean closed;

  /**
   * Starts its thread.
   *
   * @param mostUnread how many bytes may wait; what comes beyond them is dropped
   * @param over hears, each time, that something was dropped or could not be written
   */
  Outbox(String name, OutputStream out, int mostUnread, Runnable over) {
    this.out = out;
    this.mostUnread = mostUnread;
    this.over = over;
    Dispatcher.named(name).newThread(this::handOn).start();
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
    if (closed || message.length > mostUnread - unreadBytes) {
      return false;
    }
    if (message.length > 0) {
      unread.add(message);
      unreadBytes += message.length;
      notifyAll();
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
      while (!closed && unreadBytes > mostUnread / 4) {
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
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    synchronized (this) {
      closed = true;
      // A thread that waits for room need not wait any more.
      notifyAll();
      try {
        for (long left = milliseconds; !unread.isEmpty() && left > 0; ) {
          wait(left);
          left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void handOn() {
    try {
      while (true) {
        byte[] message = first();
        out.write(message);
        if (isLast()) {
          out.flush();
        }
        read(message);
      }
    } catch (IOException e) {
      // The reader is gone.
      dropAll();
      over.run();
    } catch (InterruptedException e) {
      dropAll();
    }
  }

  private synchronized byte[] first() throws InterruptedException {
    while (unread.isEmpty()) {
      wait();
    }
    return unread.element();
  }

  private synchronized boolean isLast() {
    return unread.size() == 1;
  }

  private synchronized void read(byte[] message) {
    unread.remove();
    unreadBytes -= message.length;
    notifyAll();
  }

  private synchronized void dropAll() {
    closed = true;
    unread.clear();
    unreadBytes = 0;
    notifyAll();
  }
}
