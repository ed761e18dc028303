package dev.wmllint.lsp.server;

import com.google.gson.annotations.JsonAdapter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.CancelParams;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * The classes that Gson looks into when it reads and writes the messages of the protocol: those
 * that the requests and notifications name, and all that their fields name in turn.
 */
final class ReflectedTypes {
  private final SortedSet<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

  private ReflectedTypes() {}

  /** Of all messages that a server and its client send to one another. */
  static SortedSet<Class<?>> ofProtocol() {
    ReflectedTypes types = new ReflectedTypes();
    types.add(CancelParams.class); // of JSON-RPC itself
    types.add(ResponseError.class);
    for (Class<?> side : new Class<?>[] {LanguageServer.class, LanguageClient.class}) {
      for (JsonRpcMethod method : ServiceEndpoints.getSupportedMethods(side).values()) {
        for (Type parameter : method.getParameterTypes()) {
          types.add(parameter);
        }
        if (method.getReturnType() != null) {
          types.add(method.getReturnType());
        }
        if (method.getReturnTypeAdapterFactory() != null) {
          types.add(method.getReturnTypeAdapterFactory().getClass());
        }
      }
    }
    return types.found;
  }

  private void add(Type type) {
    if (type instanceof Class<?> one) {
      addClass(one);
    } else if (type instanceof ParameterizedType generic) {
      add(generic.getRawType());
      for (Type argument : generic.getActualTypeArguments()) {
        add(argument);
      }
    } else if (type instanceof GenericArrayType array) {
      add(array.getGenericComponentType());
    } else if (type instanceof WildcardType wildcard) {
      for (Type bound : wildcard.getUpperBounds()) {
        add(bound);
      }
    }
  }

  private void addClass(Class<?> type) {
    if (type.isArray()) {
      addClass(type.getComponentType());
      return;
    }
    // What the JDK and Gson have of their own needs no look inside.
    boolean protocol = type.getName().startsWith("org.eclipse.lsp4j.");
    if (!protocol || !found.add(type)) {
      return;
    }
    addAdapter(type);
    if (type.getSuperclass() != null) {
      add(type.getGenericSuperclass());
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        addAdapter(field);
        add(field.getGenericType());
      }
    }
  }

  private void addAdapter(AnnotatedElement annotated) {
    JsonAdapter adapter = annotated.getAnnotation(JsonAdapter.class);
    if (adapter != null) {
      addClass(adapter.value());
    }
  }
}
