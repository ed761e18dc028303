// What a process took at most.

import { run } from "./programs.mjs";

/** The kernel counts it for children that have ended, and Python can ask. */
const PEAK_MEMORY = [
  "import resource, subprocess, sys",
  "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)",
  "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)",
].join("\n");

/** The largest resident set that a command has, in bytes. */
export function peakMemory(command) {
  return Number(run("python3", ["-c", PEAK_MEMORY, ...command]));
}
