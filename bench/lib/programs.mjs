// Where the programs are that are measured: ours as they were built, the others as they were installed.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the launcher gives the JVM for a run that is over soon. */
export const SHORT_RUN = [
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:-UsePerfData",
  "-Xlog:disable",
  "-Xlog:all=warning:stderr",
];

/** The programs of this repository and the peers. */
export class Programs {
  #root;

  constructor(root) {
    this.#root = root;
    this.schema = join(root, "schema/training-manifest.schema.json");
    this.scratch = join(root, "bench/target");
    mkdirSync(this.scratch, { recursive: true });
  }

  path(...names) {
    return join(this.#root, ...names);
  }

  /** The folder of the native package; none where none was built. */
  get nativePackage() {
    return this.#package("WML_LINT_NATIVE", (name) => !name.endsWith("-jvm"));
  }

  /** The folder of the image for the JVM. */
  get image() {
    const found = this.#package("WML_LINT_IMAGE", (name) => name.endsWith("-jvm"));
    if (found === undefined) {
      throw new Error("there is no image in dist/target; run mvn package, or set WML_LINT_IMAGE");
    }
    return found;
  }

  #package(variable, isMeant) {
    const given = process.env[variable];
    if (given) {
      return existing(given, `${variable} names no folder`);
    }
    const target = this.path("dist/target");
    const found = existsSync(target)
      ? readdirSync(target, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && /^wml-lint-.*-.*-/.test(entry.name))
          .filter((entry) => isMeant(entry.name))
          .map((entry) => join(target, entry.name))
          .filter((folder) => existsSync(join(folder, "bin/wml-lint")))
      : [];
    if (found.length > 1) {
      throw new Error(`${found.join(" or ")}? set ${variable} to the one that is meant`);
    }
    return found[0];
  }

  /** Ours, as they are to be had: how a row calls each, and its folder. The first is the default. */
  get ours() {
    const native = this.nativePackage;
    return [
      ...(native === undefined ? [] : [{ name: "native", folder: native }]),
      { name: "JVM image", folder: this.image },
    ].map(({ name, folder }) => ({
      name,
      linter: join(folder, "bin/wml-lint"),
      server: join(folder, "bin/wml-language-server"),
    }));
  }

  /** The linter that people get. */
  get linter() {
    return this.ours[0].linter;
  }

  /** The Java that the image brings. */
  get java() {
    return existing(join(this.image, "runtime/bin/java"), "the image has no runtime");
  }

  /** The class path of the linter. */
  get classPath() {
    const lib = join(this.image, "lib");
    return readdirSync(lib)
      .filter((name) => name.endsWith(".jar"))
      .map((name) => join(lib, name))
      .join(":");
  }

  /** The benchmarks that are Java programs: a jar that names its class path. */
  get benchmarks() {
    const target = this.path("bench/jmh/target");
    const jars = existsSync(target)
      ? readdirSync(target).filter((file) => /^wml-lint-jmh-.*\.jar$/.test(file))
      : [];
    if (jars.length === 0) {
      throw new Error("the benchmarks are not built; run mvn -Pbench package");
    }
    return join(target, jars[0]);
  }

  /** A program from npm. */
  npm(name) {
    return existing(this.path("bench/node_modules/.bin", name), `${name} is not installed`);
  }

  npmVersion(name) {
    return JSON.parse(readFileSync(this.path("bench/node_modules", name, "package.json"), "utf8"))
      .version;
  }

  /** The least that a Java program can do, as a class file: what a JVM costs by itself. */
  hello(javac) {
    const source = join(this.scratch, "Hello.java");
    writeFileSync(
      source,
      'class Hello { public static void main(String[] args) { System.out.println("hello"); } }\n',
    );
    run(javac, ["--release", "17", "-d", this.scratch, source]);
    return ["-cp", this.scratch, "Hello"];
  }
}

/** The folder of a Java 17, whose start is a goal of its own; empty if there is none. */
export function java17() {
  return homes().find((home) => release(home).startsWith("17."));
}

/** The newest Java with its own archive of the JDK's classes, which the image's runtime does without. */
export function newestJava() {
  const number = (home) => Number.parseInt(release(home), 10) || 0;
  const [newest] = homes().sort((one, other) => number(other) - number(one));
  if (newest === undefined || number(newest) === 0) {
    throw new Error("there is no Java to say hello; set JAVA_HOME");
  }
  return join(newest, "bin/java");
}

function homes() {
  const usual = "/usr/lib/jvm";
  return [
    process.env.WML_LINT_JAVA17_HOME,
    process.env.JAVA_HOME,
    ...(existsSync(usual) ? readdirSync(usual).map((name) => join(usual, name)) : []),
  ].filter(Boolean);
}

function release(home) {
  try {
    return /^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(join(home, "release"), "utf8"))?.[1] ?? "";
  } catch {
    return "";
  }
}

/** Runs a program to its end, and returns what it printed on standard output. Fails when it does. */
export function run(command, args, options) {
  return finish(command, args, options).stdout;
}

/** The same with both of its outputs. */
export function finish(command, args, { statuses = [0], ...options } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error || !statuses.includes(status)) {
    const words = error?.message ?? `${stdout}${stderr}`.slice(-2000);
    throw new Error(`${command} ${args.join(" ")}: status ${status}: ${words}`);
  }
  return { stdout, stderr };
}

function existing(path, otherwise) {
  if (!existsSync(path)) {
    throw new Error(`${otherwise}: ${path}`);
  }
  return path;
}
