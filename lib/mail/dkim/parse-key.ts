import { duplicateNames, lastTags, parseTagList, type Tag, type TagList } from "#lib/values/tag-list.ts";
import { decodeBase64 } from "./base64.ts";
import { readRsaKey } from "./rsa-key.ts";

/** Why no signature can be verified with a key record (RFC 6376 3.6.1, 6.1.2). */
export const KEY_DEFECTS = [
  "syntax",
  "duplicate-tag",
  "version",
  "no-public-key",
  "not-base64",
  "truncated",
  "not-a-key",
  "private-key",
  "wrong-algorithm",
  "ed25519-length",
  "unknown-key-type",
  "only-sha1",
  "no-known-hash",
  "not-for-email",
] as const;
export type KeyDefect = (typeof KEY_DEFECTS)[number];

/** What some verifiers stumble over in a key that others can use. */
export const KEY_PROBLEMS = [
  "version-not-first",
  "key-type-case",
  "bare-rsa-key",
  "trailing-data",
  "empty-segment",
] as const;
export type KeyProblem = (typeof KEY_PROBLEMS)[number];

export type KeyRecord =
  /** Not meant as a DKIM key. */
  | { readonly kind: "other" }
  /** An empty `p`: the key has been taken back. */
  | { readonly kind: "revoked" }
  | {
      readonly kind: "invalid";
      readonly defect: KeyDefect;
      /** The part of the record that is at fault. */
      readonly part: string;
      readonly position: number;
    }
  | {
      readonly kind: "key";
      readonly type: "rsa" | "ed25519";
      readonly bits: number;
      /** `t=y`. */
      readonly testing: boolean;
      /** `t=s`: signatures for sub-domains are not allowed. */
      readonly exactDomain: boolean;
      /** `h`, where it limits the hash algorithms. */
      readonly hashes: readonly string[] | null;
      /** `n`, a note for people. */
      readonly note: string | null;
      readonly problems: readonly KeyProblem[];
    };

/** Reads the text of one key record (RFC 6376 3.6.1, RFC 8301, RFC 8463). Never throws. */
export function parseKeyRecord(text: string): KeyRecord {
  const list = parseTagList(text);
  const tags = lastTags(list.tags);
  if (!isMeantAsKey(list, tags)) return { kind: "other" };
  const defect = recordDefect(list, tags);
  if (defect !== null) return defect;
  const key = tags.get("p");
  if (key === undefined) return invalid("no-public-key", "", text.length);
  if (key.value === "") return { kind: "revoked" };
  const read = readPublicKey(key, tags.get("k"));
  if ("kind" in read) return read;
  const flags = colonList(tags.get("t"));
  const hashes = tags.get("h");
  return {
    kind: "key",
    type: read.type,
    bits: read.bits,
    testing: flags.includes("y"),
    exactDomain: flags.includes("s"),
    hashes: hashes === undefined ? null : colonList(hashes),
    note: tags.get("n")?.value ?? null,
    problems: [...recordProblems(list, tags), ...read.problems],
  };
}

type Tags = ReadonlyMap<string, Tag>;
type Invalid = Extract<KeyRecord, { kind: "invalid" }>;

const invalid = (defect: KeyDefect, part: string, position: number): Invalid => ({
  kind: "invalid",
  defect,
  part: part.slice(0, 80),
  position,
});

/** A version of DKIM, or a public key and no version of something else ("v=spf1", "v=DMARC1"). */
function isMeantAsKey({ tags: written, defects }: TagList, tags: Tags): boolean {
  const version = tags.get("v");
  if (version !== undefined) return /^dkim/iu.test(version.value);
  return (
    tags.has("p") || written[0]?.name === "k" || defects.some(({ text }) => /^\W*v\s*=\s*dkim/iu.test(text))
  );
}

function recordDefect({ tags: written, defects }: TagList, tags: Tags): Invalid | null {
  const stray = defects.find(({ code }) => code !== "empty-segment");
  if (stray !== undefined) return invalid("syntax", stray.text, stray.start);
  const repeated = written.find(({ name }) => name === duplicateNames(written)[0]);
  // RFC 6376 3.2: a repeated name makes the entire list invalid.
  if (repeated !== undefined) return invalid("duplicate-tag", repeated.name, repeated.start);
  const version = tags.get("v");
  if (version !== undefined && version.value !== "DKIM1") return at("version", version);
  const services = tags.get("s");
  if (services !== undefined && !colonList(services).some(name => name === "*" || name === "email")) {
    return at("not-for-email", services);
  }
  const hashes = tags.get("h");
  if (hashes === undefined) return null;
  const allowed = colonList(hashes);
  if (allowed.includes("sha256")) return null;
  return at(allowed.includes("sha1") ? "only-sha1" : "no-known-hash", hashes);
}

const at = (defect: KeyDefect, { value, valueStart }: Tag): Invalid => invalid(defect, value, valueStart);

function recordProblems({ tags, defects }: TagList, byName: Tags): readonly KeyProblem[] {
  const problems: KeyProblem[] = [];
  if (byName.has("v") && tags[0]?.name !== "v") problems.push("version-not-first");
  const type = byName.get("k")?.value ?? "";
  if (type !== type.toLowerCase()) problems.push("key-type-case");
  if (defects.some(({ code }) => code === "empty-segment")) problems.push("empty-segment");
  return problems;
}

interface PublicKey {
  readonly type: "rsa" | "ed25519";
  readonly bits: number;
  readonly problems: readonly KeyProblem[];
}

function readPublicKey(key: Tag, type: Tag | undefined): PublicKey | Invalid {
  const name = type?.value.toLowerCase() ?? "rsa";
  if (name !== "rsa" && name !== "ed25519") return invalid("unknown-key-type", name, type?.valueStart ?? 0);
  const bytes = decodeBase64(key.value);
  if ("badAt" in bytes) {
    // A single base64 digit left over at the end is what cutting a key off leaves.
    const defect = bytes.badAt === key.value.length ? "truncated" : "not-base64";
    return invalid(defect, key.value.slice(bytes.badAt), key.valueStart + bytes.badAt);
  }
  if (name === "ed25519") {
    // RFC 8463 3.1: the 32 octets themselves, not wrapped in anything.
    return bytes.length === 32
      ? { type: name, bits: 256, problems: [] }
      : invalid("ed25519-length", `${bytes.length} octets`, key.valueStart);
  }
  const rsa = readRsaKey(bytes);
  if (typeof rsa === "string") {
    const kept = rsa === "truncated" || rsa === "private-key" || rsa === "wrong-algorithm";
    return invalid(kept ? rsa : "not-a-key", "", key.valueStart);
  }
  const problems: KeyProblem[] = rsa.form === "bare" ? ["bare-rsa-key"] : [];
  return { type: name, bits: rsa.bits, problems: rsa.trailing ? [...problems, "trailing-data"] : problems };
}

const colonList = (tag: Tag | undefined): readonly string[] =>
  tag === undefined ? [] : tag.value.split(":").map(part => part.trim().toLowerCase());
