import { trimWsp } from "#lib/values/wsp.ts";

export const STS_MODES = ["enforce", "testing", "none"] as const;
export type StsMode = (typeof STS_MODES)[number];

export interface StsPolicy {
  readonly mode: StsMode;
  /** Seconds. */
  readonly maxAge: number;
  /** Lower-case host names, or `*.` and a name. */
  readonly mx: readonly string[];
}

export type StsPolicyProblem =
  | "no-version"
  | "bad-version"
  | "no-mode"
  | "bad-mode"
  | "no-max-age"
  | "bad-max-age"
  | "no-mx"
  | "bad-mx"
  | "bad-line";

export interface StsPolicyFault {
  readonly problem: StsPolicyProblem;
  /** Counted from 1; null where something is missing altogether. */
  readonly line: number | null;
}

/** RFC 8461 3.2: about a year. */
const MOST_SECONDS = 31_557_600;

export type StsPolicyReading =
  | { readonly ok: true; readonly policy: StsPolicy }
  | { readonly ok: false; readonly faults: readonly StsPolicyFault[] };

/**
 * Reads a policy file (RFC 8461 3.2): `key: value` lines that end in CRLF or LF. Unknown keys are ignored, of a
 * repeated key other than `mx` the first counts. A file with any fault is no policy at all.
 */
export function readStsPolicy(text: string): StsPolicyReading {
  const { fields, mx, faults } = readLines(text);
  const take = (key: string, valid: RegExp, missing: StsPolicyProblem, bad: StsPolicyProblem): string => {
    const found = fields.get(key);
    if (found === undefined) faults.push({ problem: missing, line: null });
    else if (!valid.test(found.value)) faults.push({ problem: bad, line: found.line });
    return found?.value ?? "";
  };
  take("version", /^STSv1$/u, "no-version", "bad-version");
  const mode = take("mode", /^(?:enforce|testing|none)$/u, "no-mode", "bad-mode");
  const maxAge = Number(take("max_age", /^\d{1,10}$/u, "no-max-age", "bad-max-age"));
  if (maxAge > MOST_SECONDS)
    faults.push({ problem: "bad-max-age", line: fields.get("max_age")?.line ?? null });
  const needsMx = mode !== "none" && !faults.some(({ problem }) => problem === "bad-mx");
  if (needsMx && mx.length === 0) faults.push({ problem: "no-mx", line: null });
  const valid = faults.length === 0 && isMode(mode);
  return valid ? { ok: true, policy: { mode, maxAge, mx } } : { ok: false, faults };
}

function readLines(text: string) {
  const fields = new Map<string, { readonly value: string; readonly line: number }>();
  const mx: string[] = [];
  const faults: StsPolicyFault[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = index + 1;
    const content = trimWsp(raw.endsWith("\r") ? raw.slice(0, -1) : raw);
    if (content === "") continue;
    const colon = content.indexOf(":");
    const key = content.slice(0, Math.max(0, colon));
    const value = trimWsp(content.slice(colon + 1));
    if (!KEY.test(key) || value === "") faults.push({ problem: "bad-line", line });
    else if (key !== "mx") fields.set(key, fields.get(key) ?? { value, line });
    else if (MX_PATTERN.test(value)) mx.push(value.toLowerCase());
    else faults.push({ problem: "bad-mx", line });
  }
  return { fields, mx, faults };
}

const isMode = (text: string): text is StsMode => STS_MODES.some(mode => mode === text);

/** sts-policy-ext-name; the known keys have the same shape. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/u;

/** sts-policy-mx-value = ["*."] Domain, a name of letters, digits and hyphens (RFC 5321 4.1.2). */
const MX_PATTERN = /^(?:\*\.)?[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*$/iu;

/** Whether a host matches one pattern: `*` stands for exactly the left-most label (RFC 8461 4.1). */
export function matchesStsPattern(pattern: string, host: string): boolean {
  if (!pattern.startsWith("*.")) return pattern === host;
  const dot = host.indexOf(".");
  return dot > 0 && host.slice(dot + 1) === pattern.slice(2);
}

/** The hosts that no pattern of the policy covers. */
export const uncoveredHosts = (policy: StsPolicy, hosts: readonly string[]): readonly string[] =>
  hosts.filter(host => !policy.mx.some(pattern => matchesStsPattern(pattern, host)));
