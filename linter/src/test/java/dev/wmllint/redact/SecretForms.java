package dev.wmllint.redact;

import dev.wmllint.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Manifests with one secret each, in all the forms in which people have written one: under keys of
 * any name, in commands of any quoting, in comments, directives and addresses, in text that can be
 * read and in text that cannot.
 */
final class SecretForms {
  /** Where the secret goes in a form. */
  private static final String HERE = "SECRET";

  private static final List<String> COMMANDS =
      List.of(
          "--password SECRET",
          "--password=SECRET",
          "--password \"SECRET\"",
          "--password='SECRET'",
          "--password \\\n SECRET",
          "--password\n SECRET",
          "--db-pass=SECRET",
          "--db_pwd SECRET",
          "--key SECRET",
          "--token SECRET",
          "--api-key=SECRET",
          "--secret_key SECRET",
          "--auth-key 'SECRET'",
          "--password <SECRET>",
          "--password={{SECRET}}",
          "--password=${SECRET}",
          "--param password=SECRET",
          "--db-url=postgres://user:SECRET@db/x",
          "--config '{\"aws_secret\":\"SECRET\"}'",
          "--config \"{\\\"password\\\": \\\"SECRET\\\"}\"",
          "--header \"Authorization: token SECRET\"",
          "; curl -H \"Authorization: Bearer SECRET\" https://h/x",
          "; curl -H 'Authorization: Basic SECRET' https://h/x",
          "; curl -H Authorization:SECRET https://h/x",
          "; curl -H 'X-Auth-Token: SECRET' https://h/x",
          "; curl -H \"X-Api-Key:SECRET\" https://h/x",
          "; curl -u bob:SECRET https://h/x",
          "; curl --user 'bob:SECRET' https://h/x",
          "; curl https://bob:SECRET@h/x",
          "; curl https://SECRET@h/x",
          "; curl https://bob:SECRET/x@h/x",
          "; curl https://bob:a/SECRET@h/x",
          "; curl https://bob:a?SECRET@h/x",
          "; curl 'https://bob:a#SECRET@h/x'",
          "; curl https:\\/\\/bob:SECRET@h\\/x",
          "; curl 'https://h/x?X-Amz-Signature=SECRET'",
          "; curl 'https://h/x?a=b&sig=SECRET&c=d'",
          "; curl https://h/x?access_token=SECRET",
          "; scp x AKID:SECRET@host",
          "; aws configure set aws_secret_access_key SECRET",
          "; git config --global http.token SECRET",
          "; sshpass -p SECRET ssh h",
          "; sshpass -pSECRET ssh h",
          "; mysql -u x -pSECRET",
          "; mysql -p SECRET",
          "; docker login -u x -p SECRET",
          "; MYSQL_PWD=SECRET mysql",
          "; DB_PASS=SECRET python3 x.py",
          "; export TOKEN=SECRET",
          "; export API_KEY=\"SECRET\"",
          "; env AWS_SECRET_ACCESS_KEY=SECRET python3 x.py",
          "; docker run -e PASSWORD=SECRET image",
          "; java -DaccessKey=SECRET -jar x.jar",
          "; az --connection-string \"AccountName=x;AccountKey=SECRET;EndpointSuffix=y\"",
          "; echo SECRET | docker login --password-stdin",
          "; wandb login SECRET",
          "; huggingface-cli login --token SECRET",
          "; python3 -c \"login('bob', 'SECRET')\"",
          "; password: SECRET",
          "# password SECRET",
          "# the key is SECRET");

  private static final List<String> NAMES =
      List.of(
          "password",
          "passwd",
          "pwd",
          "pass",
          "db_pass",
          "db_pwd",
          "smtp_pass",
          "github_pat",
          "auth_key",
          "account_key",
          "ssh_key",
          "encryption_key",
          "sas",
          "jwt",
          "dsn",
          "conn_str",
          "connection_string",
          "pin",
          "secert",
          "tokn",
          "acess_key",
          "pswd",
          "heslo",
          "l\u00f6senord",
          "\u015fifre",
          "has\u0142o",
          "contrase\u00f1a",
          "token",
          "api-key",
          "apiKey",
          "API_KEY",
          "secretAccessKey",
          "aws_secret_access_key",
          "client_secret",
          "private_key",
          "privateKey",
          "bearer",
          "authorization",
          "auth_token",
          "access_token",
          "refreshToken",
          "user_password",
          "credential",
          "credentials",
          "passphrase",
          "hmac",
          "mot_de_passe",
          "\u5bc6\u7801",
          "\u043f\u0430\u0440\u043e\u043b\u044c",
          "x-api-key",
          "login",
          "key",
          "id",
          "user",
          "account");

  /** What may be a key of anything, outside of a connection. */
  private static final List<String> NO_NAMES_ALONE = List.of("login", "id", "user", "account");

  private static final List<String> VALUES =
      List.of(
          ": SECRET",
          ": \"SECRET\"",
          ": 'SECRET'",
          ": |\nINDENT  SECRET",
          ": >-\nINDENT  SECRET",
          ":\nINDENT  SECRET",
          ": <SECRET>",
          ": {{SECRET}}",
          ": ${SECRET}",
          ": [SECRET]",
          ": {x: SECRET}",
          ": SECRET # it",
          ": \"SECRET",
          ":SECRET",
          " SECRET",
          "=SECRET",
          " = SECRET",
          ": !SECRET",
          ": &SECRET",
          ": *SECRET",
          ": '<SECRET>'",
          ": YOUR-SECRET",
          ":\nINDENT- SECRET",
          ": # SECRET",
          "\t: SECRET",
          ":\tSECRET");

  private static final List<String> COMMENTS =
      List.of(
          "# password SECRET",
          "# password is SECRET",
          "# password: SECRET",
          "# password=SECRET",
          "# password = SECRET #def",
          "# the old token was SECRET, now gone",
          "# aws_secret_access_key: SECRET",
          "#aws_secret_access_key: SECRET",
          "# - connection: {user_name: x, password: SECRET}",
          "# curl -H \"Authorization: Bearer SECRET\"",
          "# curl -u bob:SECRET https://h",
          "# https://bob:SECRET@h/x",
          "# https://h/x?sig=SECRET",
          "# TODO remove SECRET",
          "# wml-lint: model=https://bob:SECRET@h/m.zip",
          "# wml-lint: model=m.zip?token=SECRET",
          "# wml-lint: model=SECRET.zip",
          "# wml-lint: ignore[SECRET]",
          "# wml-lint: password=SECRET",
          "# wml-lint: SECRET");

  /** What a mistake beside the secret does to the text, so that the lines around it are shown. */
  private static final Map<String, UnaryOperator<String>> MISTAKES =
      Map.of(
          "sound", text -> text,
          "program", text -> text.replace("train.py", "trian.py"),
          "version", text -> text.replace("1.2-py3", "1.2"),
          "tab", text -> text.replaceFirst("\n    ([a-z])", "\n\t$1"),
          "bracket", text -> text.replaceFirst("name: digits", "name: [digits"),
          "quote", text -> text.replaceFirst("name: digits", "name: \"digits"),
          "colon", text -> text.replaceFirst("framework:", "framework"));

  private SecretForms() {}

  /** A manifest with a secret. */
  record Form(String name, String text) {}

  static List<Form> of(String secret) {
    List<Form> forms = new ArrayList<>();
    commands(forms);
    keys(forms);
    comments(forms);
    values(forms);
    List<Form> all = new ArrayList<>();
    for (Form form : forms) {
      MISTAKES.forEach(
          (name, mistake) ->
              all.add(
                  new Form(
                      form.name() + ", " + name,
                      mistake.apply(form.text()).replace(HERE, secret))));
    }
    return all;
  }

  private static void commands(List<Form> forms) {
    String line =
        Manifests.S3.lines().filter(l -> l.contains("command:")).findFirst().orElseThrow();
    for (String part : COMMANDS) {
      String command = "python3 train.py " + part + " --note \"lr\"";
      String one = command.replace("\n", " ");
      String deep = "\n      " + command.replace("\n", "\n      ");
      Map<String, String> styles =
          Map.of(
              "plain", "command: " + one,
              "literal", "command: |" + deep,
              "folded", "command: >-" + deep,
              "next line", "command:" + deep,
              "double", "command: \"" + one.replace("\\", "\\\\").replace("\"", "\\\"") + "\"",
              "single", "command: '" + one.replace("'", "''") + "'",
              "list", "command: [" + String.join(", ", one.split(" ")) + "]",
              "items", "command:\n    - " + String.join("\n    - ", one.split(" ")),
              "mapping", "command: {" + one + "}",
              "no key", one);
      styles.forEach(
          (style, text) ->
              forms.add(new Form(part + ", " + style, Manifests.S3.replace(line, "    " + text))));
    }
  }

  private static void keys(List<Form> forms) {
    for (String name : NAMES) {
      for (String value : VALUES) {
        String pair = name + value;
        key(forms, pair, "    aws_secret_access_key: secret", "    ");
        if (!NO_NAMES_ALONE.contains(name)) {
          key(forms, pair, "  name: digits", "  ");
          key(forms, pair, "    resource: small", "    ");
        }
      }
      for (String indent : List.of("\t", " ", "  ", "   ", "      ")) {
        String line = "\n" + indent + name + ": SECRET\n";
        forms.add(
            new Form(
                name + " indented",
                Manifests.S3.replace("\n    aws_secret_access_key: secret\n", line)));
      }
      forms.add(
          new Form(
              name + " in JSON",
              Manifests.JSON.replace("\"secret\"", "\"secret\", \"" + name + "\": \"SECRET\"")));
    }
  }

  private static void key(List<Form> forms, String pair, String line, String indent) {
    String lines = line + "\n" + indent + pair.replace("INDENT", indent);
    forms.add(new Form(pair + " after" + line, Manifests.S3.replaceFirst(line, quoted(lines))));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$");
  }

  private static void comments(List<Form> forms) {
    for (String comment : COMMENTS) {
      forms.add(new Form(comment + " at the top", comment + "\n" + Manifests.S3));
      forms.add(
          new Form(
              comment + " beside a value", Manifests.S3.replace("1.2-py3", "1.2-py3 " + comment)));
      forms.add(
          new Form(
              comment + " in a connection",
              Manifests.S3.replace(
                  "    aws_secret_access_key: secret\n",
                  "    aws_secret_access_key: secret\n    " + comment + "\n")));
      forms.add(new Form(comment + " at the end", Manifests.S3 + comment));
    }
  }

  private static void values(List<Form> forms) {
    for (String line : Manifests.S3.lines().filter(l -> l.matches(".*: [^&*]+")).toList()) {
      String key = line.replaceFirst(": .*", ": ");
      for (String value :
          List.of(
              "SECRET",
              "the big one with four gpus, password=SECRETTb8Nc5Jd",
              "https://bob:SECRET@h/x",
              "\"x\" SECRET",
              "[SECRET",
              "SECRET: x")) {
        forms.add(
            new Form(
                line.strip() + " is " + value,
                Manifests.S3.replaceFirst(quotedRegex(line), quoted(key + value))));
      }
    }
  }

  private static String quotedRegex(String line) {
    return java.util.regex.Pattern.quote(line);
  }
}
