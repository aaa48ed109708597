import { gunzipSync } from "node:zlib";
import { scanSvg, type SvgTag } from "./svg-tags.ts";

/** Why mail programs will not show a logo (SVG Tiny PS, draft-svg-tiny-ps-abrotman). */
export type LogoProblem =
  | "not-svg"
  | "too-large"
  | "doctype"
  | "malformed"
  | "too-complex"
  | "not-tiny-ps"
  | "no-title"
  | "position-on-root"
  | "not-square"
  | "script"
  | "external-reference"
  | "forbidden-element"
  | "forbidden-attribute";

export interface LogoReading {
  /** In the order found; empty for a logo that keeps the rules. */
  readonly problems: readonly { readonly problem: LogoProblem; readonly what: string }[];
  readonly title: string | null;
  /** The SVG as text, for comparing it with the one in a certificate. */
  readonly svg: string;
}

/** Octets of the uncompressed SVG that are read at all. The draft advises at most 32 kB. */
const MOST_OCTETS = 131_072;

/** Checks a logo file, SVG or SVGZ, by reading its text. It is never drawn. */
export function readLogo(bytes: Uint8Array): LogoReading {
  const plain = isGzip(bytes) ? inflate(bytes) : bytes;
  if (plain === null || plain.byteLength > MOST_OCTETS) return failed("too-large");
  const svg = new TextDecoder().decode(plain);
  const scan = scanSvg(svg);
  if (!scan.ok) return failed(svg.includes("<svg") ? scan.problem : "not-svg", svg);
  const [root] = scan.tags;
  if (root?.name !== "svg") return failed("not-svg", svg);
  const title = scan.tags.find(({ name, depth }) => name === "title" && depth === 1)?.text ?? null;
  return {
    problems: [
      ...rootProblems(root),
      ...(title === null || title === "" ? [{ problem: "no-title" as const, what: "title" }] : []),
      ...scan.tags.flatMap(tagProblems),
    ],
    title,
    svg,
  };
}

const failed = (problem: LogoProblem, svg = ""): LogoReading => ({
  problems: [{ problem, what: "" }],
  title: null,
  svg,
});

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Null for more than one output may have; an unreadable stream gives nothing, which is no SVG. */
function inflate(bytes: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_OCTETS });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return tooLarge ? null : new Uint8Array();
  }
}

type Found = LogoReading["problems"][number];

function rootProblems(root: SvgTag): readonly Found[] {
  const attributes = new Map(root.attributes);
  const found: Found[] = [];
  if (attributes.get("baseProfile") !== "tiny-ps")
    found.push({ problem: "not-tiny-ps", what: "baseProfile" });
  if (attributes.get("version") !== "1.2") found.push({ problem: "not-tiny-ps", what: "version" });
  for (const what of ["x", "y"]) if (attributes.has(what)) found.push({ problem: "position-on-root", what });
  const box = (attributes.get("viewBox") ?? "").split(/[\s,]+/u).map(Number);
  if (box.length === 4 && box[2] !== box[3]) found.push({ problem: "not-square", what: "viewBox" });
  return found;
}

function tagProblems({ name, attributes }: SvgTag): readonly Found[] {
  if (SCRIPTING.has(name)) return [{ problem: "script", what: name }];
  if (!ALLOWED.has(name)) return [{ problem: "forbidden-element", what: name }];
  return attributes.flatMap(([attribute, value]): readonly Found[] => {
    const problem = attributeProblem(attribute, value);
    return problem === null ? [] : [{ problem, what: `${name} ${attribute}` }];
  });
}

function attributeProblem(attribute: string, value: string): LogoProblem | null {
  if (/^on/iu.test(attribute) || /^\s*javascript:/iu.test(value)) return "script";
  if (attribute === "style") return "forbidden-attribute";
  const leaves = /(?:^|:)href$/u.test(attribute) ? !/^\s*#/u.test(value) : /url\((?!\s*["']?#)/iu.test(value);
  return leaves ? "external-reference" : null;
}

const SCRIPTING: ReadonlySet<string> = new Set(["script", "handler", "listener"]);

/** The still, self-contained elements of SVG Tiny 1.2: no links, media, animation or embedded documents. */
const ALLOWED: ReadonlySet<string> = new Set([
  "svg",
  "title",
  "desc",
  "metadata",
  "defs",
  "g",
  "use",
  "switch",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "text",
  "tspan",
  "textArea",
  "tbreak",
  "solidColor",
  "linearGradient",
  "radialGradient",
  "stop",
  "font",
  "font-face",
  "font-face-src",
  "font-face-name",
  "glyph",
  "missing-glyph",
  "hkern",
]);
