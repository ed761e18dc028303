package dev.wmllint.lsp.server;

import com.google.gson.JsonParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.ConcurrentMessageProcessor;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * A launcher that takes each message as a whole before it looks into it. The library's own stops
 * where a message cannot be read, and takes the rest of it for the next one: after one long message
 * of nonsense nothing is understood any more.
 */
final class WholeMessageLauncher extends Launcher.Builder<LanguageClient> {
  private final InputStream in;
  private final Runnable unreadable;
  private Optional<MessageJsonHandler> json = Optional.empty();
  private Optional<RemoteEndpoint> endpoint = Optional.empty();

  /**
   * A launcher for one server.
   *
   * @param unreadable answers a message that is not JSON
   */
  WholeMessageLauncher(InputStream in, Runnable unreadable) {
    this.in = in;
    this.unreadable = unreadable;
    setInput(in);
    setRemoteInterface(LanguageClient.class);
  }

  @Override
  protected MessageJsonHandler createJsonHandler() {
    MessageJsonHandler created = super.createJsonHandler();
    json = Optional.of(created);
    return created;
  }

  @Override
  protected RemoteEndpoint createRemoteEndpoint(MessageJsonHandler handler) {
    RemoteEndpoint created = super.createRemoteEndpoint(handler);
    endpoint = Optional.of(created);
    return created;
  }

  @Override
  protected ConcurrentMessageProcessor createMessageProcessor(
      MessageProducer reader, MessageConsumer consumer, LanguageClient client) {
    MessageProducer whole = new Reader(in, json.orElseThrow(), endpoint.orElseThrow(), unreadable);
    return super.createMessageProcessor(whole, consumer, client);
  }

  private static final class Reader extends StreamMessageProducer {
    private final Runnable unreadable;

    Reader(InputStream in, MessageJsonHandler json, RemoteEndpoint endpoint, Runnable unreadable) {
      super(in, json, endpoint);
      this.unreadable = unreadable;
    }

    /** The library's own writes the exception to standard error, which may quote the message. */
    @Override
    protected void fireError(Throwable error) {
      if (error instanceof JsonParseException || error instanceof IOException) {
        unreadable.run();
      } else {
        System.err.println("a message failed: " + error.getClass().getName());
      }
    }

    @Override
    protected boolean handleMessage(InputStream input, Headers headers) {
      try {
        byte[] message = input.readNBytes(headers.contentLength);
        return super.handleMessage(new ByteArrayInputStream(message), headers);
      } catch (IOException e) {
        fireStreamClosed(e);
        return false;
      }
    }
  }
}
