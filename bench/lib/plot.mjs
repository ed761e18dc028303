// The plot of how time grows, as SVG: https://vega.github.io/vega-lite draws it.

import { parse, View } from "vega";
import { compile } from "vega-lite";

/** One picture for each axis, side by side; both scales are logarithmic, so that in proportion is a straight line. */
export async function plot(points) {
  const axes = [...new Set(points.map(({ axis }) => axis))];
  const specification = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    background: "white",
    hconcat: axes.map((axis) => ({
      width: 340,
      height: 260,
      data: { values: points.filter((point) => point.axis === axis) },
      mark: { type: "line", point: true },
      encoding: {
        x: { field: "number", type: "quantitative", scale: { type: "log" }, title: axis, axis: { format: "~s", tickCount: 4 } },
        y: { field: "milliseconds", type: "quantitative", scale: { type: "log" }, title: "milliseconds", axis: { format: "~s", tickCount: 4 } },
        color: { field: "name", type: "nominal", title: null, legend: { orient: "bottom" } },
      },
    })),
    config: { font: "sans-serif" },
  };
  const view = new View(parse(compile(specification).spec), { renderer: "none" });
  return `${await view.toSVG()}\n`;
}
