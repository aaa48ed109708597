import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Contrast after WCAG 2.2, 1.4.3 and 1.4.11, of the colour table itself, in both themes. */
const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");

type Colour = readonly [lightness: number, chroma: number, hue: number];

const table = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/gu)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light: colour(light), dark: colour(dark) }],
  ),
);

function colour(text: string): Colour {
  const [lightness = 0, chroma = 0, hue = 0] = text.split(" ").map(Number);
  return [lightness, chroma, hue];
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** OKLab to linear sRGB, by the matrices of its author (B. Ottosson), then relative luminance. */
function luminance([lightness, chroma, hue]: Colour): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return (
    0.2126 * within(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * within(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * within(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function contrast(one: string, other: string, theme: "light" | "dark"): number {
  const [first, second] = [one, other].map(name => luminance(table.get(name)?.[theme] ?? [Number.NaN, 0, 0]));
  const [dark = 0, light = 0] = [first ?? 0, second ?? 0].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("in the %s theme", theme => {
  const papers = ["paper", "raised", "sunken"];
  const inks = ["ink", "ink-2", "ink-3", "accent", "pass", "info", "warn", "fail", "unknown"];

  test.each(inks.flatMap(ink => papers.map(paper => [ink, paper] as const)))(
    "%s can be read on %s",
    (ink, paper) => {
      expect(contrast(ink, paper, theme)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(["pass", "info", "warn", "fail", "unknown", "accent"])("%s can be read on its own tint", name => {
    expect(contrast(name, `${name}-soft`, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["ink", "mark"],
    ["accent-ink", "accent"],
  ])("%s can be read on %s", (ink, paper) => {
    expect(contrast(ink, paper, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["edge", "warn-shape"])("the shape %s can be seen on every paper", shape => {
    for (const paper of papers) expect(contrast(shape, paper, theme)).toBeGreaterThanOrEqual(3);
  });
});
