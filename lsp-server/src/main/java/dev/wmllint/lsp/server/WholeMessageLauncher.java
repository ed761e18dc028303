package dev.wmllint.lsp.server;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.ConcurrentMessageProcessor;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * A launcher that takes each message as a whole before it looks into it. The library's own stops
 * where a message cannot be read, and takes the rest of it for the next one: after one long message
 * of nonsense nothing is understood any more.
 */
final class WholeMessageLauncher extends Launcher.Builder<LanguageClient> {
  private final InputStream in;
  private final LifecycleGate gate;
  private Optional<MessageJsonHandler> json = Optional.empty();
  private Optional<RemoteEndpoint> endpoint = Optional.empty();

  /**
   * A launcher for one server.
   *
   * @param gate answers what is no message
   */
  WholeMessageLauncher(InputStream in, LifecycleGate gate) {
    this.in = in;
    this.gate = gate;
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
    MessageProducer whole = new Reader(in, json.orElseThrow(), endpoint.orElseThrow(), gate);
    return super.createMessageProcessor(whole, consumer, client);
  }

  private static final class Reader extends StreamMessageProducer {
    private static final String LENGTH = "Content-Length";

    private final RemoteEndpoint endpoint;
    private final LifecycleGate gate;
    private Optional<byte[]> present = Optional.empty();

    Reader(InputStream in, MessageJsonHandler json, RemoteEndpoint endpoint, LifecycleGate gate) {
      super(in, json);
      this.endpoint = endpoint;
      this.gate = gate;
    }

    /** Names of headers have no case (RFC 9110, 5.1); the one other header says UTF-8, always. */
    @Override
    protected void parseHeader(String line, Headers headers) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(LENGTH)) {
        super.parseHeader(LENGTH + line.substring(colon), headers);
        headers.contentLength = Math.max(headers.contentLength, -1);
      }
    }

    /** The library's own writes the exception to standard error, which may quote the message. */
    @Override
    protected void fireError(Throwable error) {
      if (present.isEmpty()) {
        System.err.println("a message failed: " + error.getClass().getName());
      } else if (!isJson(present.get())) {
        gate.refuse(ResponseErrorCode.ParseError, "the message is not JSON");
      } else if (!(error instanceof MessageIssueException issue)) {
        gate.refuse(ResponseErrorCode.InvalidRequest, "the message is not one of JSON-RPC");
      } else if (issue.getRpcMessage() instanceof RequestMessage request) {
        gate.refuseParameters(request);
      } else {
        endpoint.handle(issue.getRpcMessage(), issue.getIssues());
      }
    }

    /** Whether a message is JSON and nothing after it; any depth costs no stack. */
    private static boolean isJson(byte[] message) {
      String text = new String(message, StandardCharsets.UTF_8);
      try (JsonReader json = new JsonReader(new StringReader(text))) {
        json.skipValue();
        return json.peek() == JsonToken.END_DOCUMENT;
      } catch (IOException | IllegalStateException e) {
        return false;
      }
    }

    private static boolean isObject(byte[] message) {
      int start = 0;
      while (start < message.length && message[start] <= ' ') {
        start++;
      }
      return start < message.length && message[start] == '{';
    }

    @Override
    protected boolean handleMessage(InputStream input, Headers headers) {
      try {
        byte[] message = input.readNBytes(headers.contentLength);
        present = Optional.of(message);
        if (isObject(message)) {
          return super.handleMessage(new ByteArrayInputStream(message), headers);
        }
        fireError(new JsonParseException("no object"));
        return true;
      } catch (IOException e) {
        fireStreamClosed(e);
        return false;
      } finally {
        present = Optional.empty();
      }
    }
  }
}
