// What the numbers depend on beside the servers.

import { spawnSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";

/**
 * Lines of text, without the machine's name.
 *
 * @param command that starts our server
 * @param load of the machine before the measurement, as the mean number of busy programs
 */
export function machine(command, pair, version, load) {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0].model.trim()}),` +
      ` ${gibibytes} GiB, ${process.platform}; load ${load.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after.`,
    `wml-language-server ${version ?? "of unknown version"}${javaVersion(command)};` +
      ` yaml-language-server ${pair[1].version} on Node ${process.versions.node}.`,
  ];
}

function javaVersion(command) {
  const program = command.trim().split(/\s+/)[0].replaceAll(/["']/g, "");
  if (!/(^|\/)java$/.test(program)) {
    return "";
  }
  const { stderr } = spawnSync(program, ["-version"], { encoding: "utf8" });
  return ` on Java ${/"([^"]+)"/.exec(stderr)?.[1] ?? "of unknown version"}`;
}
