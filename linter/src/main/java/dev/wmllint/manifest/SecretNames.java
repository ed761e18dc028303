package dev.wmllint.manifest;

import dev.wmllint.text.Nearest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which keys hold something that nobody else should read. */
public final class SecretNames {
  /** By their first chars: every word of a manifest is searched for all of them. */
  private static final Map<Character, List<String>> PARTS =
      Stream.of(
              "password",
              "passwd",
              "passphrase",
              "secret",
              "accesskey",
              "apikey",
              "token",
              "credential",
              "username",
              "userid",
              "projectid",
              "domainname",
              "privatekey",
              "bearer",
              "hmac",
              "passwort",
              "kennwort",
              "senha",
              "contrasena",
              "motdepasse",
              "wachtwoord",
              "parolachiave",
              "\u043f\u0430\u0440\u043e\u043b\u044c",
              "\u5bc6\u7801",
              "\u5bc6\u78bc",
              "\u30d1\u30b9\u30ef\u30fc\u30c8",
              "\u1107\u1175\u1106\u1175\u11af\u1107\u1165\u11ab\u1112\u1169")
          .collect(Collectors.groupingBy(part -> part.charAt(0)));

  /** Too short to be looked for inside of other names: {@code auth_url} and author are none. */
  private static final Set<String> WHOLE =
      Set.of("pwd", "pw", "pass", "psw", "auth", "authorization", "clave", "parola", "haslo");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");

  private static final Pattern WORD_END = Pattern.compile("[_\\s.-]+|(?<=[a-z])(?=[A-Z])");

  private static final int MAX_LENGTH = 64;

  private SecretNames() {}

  /** Whether a key is {@code connection}, misspelt, shortened or with another word added. */
  public static boolean isConnection(String name) {
    if (name.length() > MAX_LENGTH) {
      return false;
    }
    // Splitting takes long, and few names have anything of the word.
    if (name.toLowerCase(Locale.ROOT).contains("con") && hasConnection(name)) {
      return true;
    }
    return Nearest.isNear(name, "connection");
  }

  private static boolean hasConnection(String name) {
    List<String> words = WORD_END.splitAsStream(name).toList();
    for (String word : words) {
      String folded = word.toLowerCase(Locale.ROOT);
      boolean begins = words.size() == 1 && folded.length() >= 3 && "connection".startsWith(folded);
      if (begins || folded.startsWith("connection")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a key's name alone says that its value is a credential. */
  public static boolean isCredential(String name) {
    String folded = folded(name);
    for (int i = 0; i < folded.length(); i++) {
      if (beginsPart(folded, i)) {
        return true;
      }
    }
    return folded.length() <= 20 && (Nearest.isNear(folded, "password") || WHOLE.contains(folded));
  }

  private static boolean beginsPart(String folded, int at) {
    List<String> parts = PARTS.get(folded.charAt(at));
    if (parts == null) {
      return false;
    }
    for (String part : parts) {
      if (folded.startsWith(part, at)) {
        return true;
      }
    }
    return false;
  }

  /** In lower case and without what is no letter or digit; accents are such. */
  private static String folded(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80) {
        String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return NO_LETTERS.matcher(apart).replaceAll("");
      }
      // Most names are ASCII: these are a good part of all that masking a manifest takes.
      if (Character.isLetterOrDigit(c)) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }
}
