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
              "accountkey",
              "credential",
              "username",
              "userid",
              "projectid",
              "domainname",
              "privatekey",
              "bearer",
              "hmac",
              "connstr",
              "xamzsignature",
              "mnemonic",
              "seckey",
              "connectionstring",
              "passwort",
              "kennwort",
              "senha",
              "contrasena",
              "motdepasse",
              "wachtwoord",
              "parolachiave",
              "losenord",
              "passord",
              "salasana",
              "adgangskode",
              "katasandi",
              "matkhau",
              "jelszo",
              "lozinka",
              "\u043f\u0430\u0440\u043e\u043b\u044c",
              "\u5bc6\u7801",
              "\u5bc6\u78bc",
              "\u30d1\u30b9\u30ef\u30fc\u30c8",
              "\u1107\u1175\u1106\u1175\u11af\u1107\u1165\u11ab\u1112\u1169")
          .collect(Collectors.groupingBy(part -> part.charAt(0)));

  /**
   * The last words of such names; elsewhere in a name they say nothing: {@code max_token_count}.
   */
  private static final Set<String> LAST_WORDS =
      Set.of(
          "pwd",
          "pw",
          "pass",
          "psw",
          "pswd",
          "auth",
          "authorization",
          "clave",
          "parola",
          "haslo",
          "heslo",
          "has\u0142o",
          "sifre",
          "token",
          "jwt",
          "sas",
          "dsn",
          "pin",
          "otp",
          "creds",
          "cred",
          "cookie",
          "oauth",
          "sig");

  /** What makes a {@code key} one that opens something. */
  private static final Set<String> BEFORE_KEY =
      Set.of(
          "auth",
          "ssh",
          "encryption",
          "signing",
          "master",
          "service",
          "storage",
          "client",
          "shared",
          "subscription",
          "admin",
          "license",
          "db",
          "database",
          "aws",
          "s3",
          "cos",
          "ibm",
          "gcp",
          "azure",
          "host",
          "user",
          "app",
          "decryption",
          "crypt",
          "cipher",
          "deploy",
          "hf",
          "wandb");

  /** Last words of names that are about a credential, and hold none. */
  private static final Set<String> ABOUT =
      Set.of(
          "column", "columns", "col", "field", "path", "file", "files", "dir", "folder", "map",
          "policy", "length", "len", "size", "count", "sharing", "type", "format", "url");

  /** Before {@code token} or {@code pass}, what makes one of text or of a program's run. */
  private static final Set<String> OF_TEXT =
      Set.of(
          "num", "max", "min", "n", "per", "two", "one", "first", "second", "single", "multi",
          "pad", "mask", "cls", "sep", "unk", "oov", "bos", "eos", "special", "start", "end",
          "next");

  /** What people misspell by one letter. */
  private static final List<String> MISSPELT =
      List.of(
          "password",
          "secret",
          "token",
          "accesskey",
          "secretkey",
          "passwd",
          "credential",
          "apikey");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");

  private static final Pattern WORD_END = Pattern.compile("[_\\s.-]+|(?<=[a-z])(?=[A-Z])");

  private static final int MAX_LENGTH = 64;

  /** Longer names are not compared. */
  private static final int MAX_CREDENTIAL = 32;

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
    String last = lastWord(name);
    if (ABOUT.contains(last)) {
      return false;
    }
    for (int i = 0; i < folded.length(); i++) {
      if (beginsPart(folded, i)) {
        return true;
      }
    }
    return folded.length() <= MAX_CREDENTIAL
        && isOne(folded, name, last)
        && !OF_TEXT.contains(lastWord(withoutLastWord(name)));
  }

  private static boolean isOne(String folded, String name, String last) {
    return LAST_WORDS.contains(last)
        || folded.endsWith("token")
        || (last.equals("key") && BEFORE_KEY.contains(lastWord(withoutLastWord(name))))
        || (last.equals("pat") && last.length() < folded.length())
        || isMisspelt(folded)
        || isMisspelt(last)
        || Nearest.isNear(folded, "password");
  }

  private static boolean isMisspelt(String word) {
    if (word.length() < 4 || word.length() > MAX_CREDENTIAL) {
      return false;
    }
    for (String right : MISSPELT) {
      if (word.charAt(0) == right.charAt(0)
          && Math.abs(word.length() - right.length()) <= 1
          && Nearest.distance(word, right) == 1) {
        return !word.equals(right + "s");
      }
    }
    return false;
  }

  /** In small letters, without a number at its end. */
  private static String lastWord(String name) {
    int end = endOfWords(name);
    return folded(name.substring(startOfLastWord(name, end), end));
  }

  private static String withoutLastWord(String name) {
    return name.substring(0, startOfLastWord(name, endOfWords(name)));
  }

  private static int endOfWords(String name) {
    int end = name.length();
    while (end > 0 && !isOfWord(name.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static int startOfLastWord(String name, int end) {
    int start = end;
    while (start > 0 && isOfWord(name.charAt(start - 1))) {
      start--;
      boolean capital = Character.isUpperCase(name.charAt(start));
      if (capital && start > 0 && Character.isLowerCase(name.charAt(start - 1))) {
        break;
      }
    }
    return start;
  }

  /** A letter, or an accent on one. */
  private static boolean isOfWord(char c) {
    return Character.isLetter(c)
        || (c >= 0x80 && Character.getType(c) == Character.NON_SPACING_MARK);
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
