import assert from "node:assert/strict";
import { test } from "node:test";
import { markdown } from "../lib/table.mjs";

test("a row divides medians, and says whether they reach the goal", () => {
  const rows = [
    { work: "start", unit: "ms", ours: [200, 100, 300], peer: "other", theirs: [400, 400], reach: { ratio: 0.4 } },
    { work: "start", unit: "ms", ours: [200], peer: "slow", theirs: [500], reach: { ratio: 0.4 } },
    { work: "asked", unit: "ms", ours: [1.234] },
    { work: "answer", unit: "ms", ours: [5.001], reach: { atMost: 5 } },
    { work: "memory", unit: "MB", ours: [70_400_000], reach: { atMost: 90e6 } },
  ];
  assert.equal(
    markdown(rows),
    [
      "| work | ours | beside | takes | ratio | to reach |  |",
      "| --- | ---: | --- | ---: | ---: | --- | --- |",
      "| start | 200 ms (100–300) | other | 400 ms (400–400) | 0.50 | ratio ≤ 0.4 | missed |",
      "| start | 200 ms | slow | 500 ms | 0.40 | ratio ≤ 0.4 | reached |",
      "| asked | 1.23 ms | – | – | – | – |  |",
      "| answer | 5.00 ms | – | – | – | ≤ 5 ms | missed |",
      "| memory | 70 MB | – | – | – | ≤ 90 MB | reached |",
    ].join("\n"),
  );
});

test("a ratio that nothing was compared for is a mistake, not a success", () => {
  assert.throws(() => markdown([{ work: "x", unit: "ms", ours: [1], reach: { ratio: 1 } }]));
});
