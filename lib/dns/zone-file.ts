import { parseDnsName } from "#lib/values/dns-name.ts";
import { err, ok, type Result } from "#lib/values/result.ts";
import { RECORD_TYPES } from "./answer.ts";
import { recordOf, type ResourceRecord } from "./record.ts";
import { readRecordData } from "./zone/record-text.ts";
import { type Entry, splitEntries, type Token } from "./zone/tokens.ts";

export interface ZoneFileError {
  /** Line of the entry at fault, counted from 1. */
  readonly line: number;
  readonly message: string;
}

export interface ZoneFileOptions {
  /** Origin of relative names until the first $ORIGIN; the root when left out. */
  readonly origin?: string;
  /** Seconds for records before any $TTL or explicit TTL; 3600 when left out. */
  readonly ttl?: number;
}

/** What carries over from entry to entry. */
interface Reading {
  origin: string;
  ttl: number;
  owner: string | null;
}

/**
 * Reads a master file (RFC 1035 5, $TTL of RFC 2308 4) with the record types of `RECORD_TYPES`. It may hold
 * several zones. The first fault ends the reading and is told with its line.
 */
export function parseZoneFile(
  text: string,
  options: ZoneFileOptions = {},
): Result<readonly ResourceRecord[], ZoneFileError> {
  const entries = splitEntries(text);
  if (!entries.ok) return entries;
  const reading: Reading = { origin: options.origin ?? ".", ttl: options.ttl ?? 3600, owner: null };
  const records: ResourceRecord[] = [];
  for (const entry of entries.value) {
    const read = readEntry(entry, reading);
    if (!read.ok) return err({ line: entry.line, message: read.error });
    if (read.value !== null) records.push(read.value);
  }
  return ok(records);
}

/** The records of a zone that is part of the program or of a test. Throws when its text cannot be read. */
export function recordsIn(zone: string | readonly ResourceRecord[]): readonly ResourceRecord[] {
  if (typeof zone !== "string") return zone;
  const parsed = parseZoneFile(zone);
  if (!parsed.ok) throw new Error(`zone, line ${parsed.error.line}: ${parsed.error.message}`);
  return parsed.value;
}

/** A record, null for a directive, or what is wrong with the entry. */
function readEntry(entry: Entry, reading: Reading): Result<ResourceRecord | null, string> {
  const [first] = entry.tokens;
  if (first !== undefined && !first.quoted && first.text.startsWith("$")) {
    return readDirective(first.text.toUpperCase(), entry.tokens.slice(1), reading);
  }
  const rest = [...entry.tokens];
  if (!entry.indented) {
    const owner = absoluteName(rest.shift()?.text ?? "", reading.origin);
    if (!owner.ok) return owner;
    reading.owner = owner.value;
  }
  if (reading.owner === null) return err("the first record needs an owner name");
  return readRecord(reading.owner, rest, reading);
}

/** [ttl] [class] type data, the first two in either order (RFC 1035 5.1). */
function readRecord(
  name: string,
  tokens: readonly Token[],
  reading: Reading,
): Result<ResourceRecord, string> {
  let at = 0;
  let ttl = reading.ttl;
  for (; at < 2; at += 1) {
    const word = tokens[at]?.text ?? "";
    const seconds = parseTtl(word);
    if (seconds !== null) ttl = seconds;
    else if (/^(?:CH|CS|HS)$/iu.test(word)) return err(`class ${word} is not supported`);
    else if (!/^IN$/iu.test(word)) break;
  }
  const word = tokens[at]?.text.toUpperCase();
  if (word === undefined) return err("the record type is missing");
  const type = RECORD_TYPES.find(known => known === word);
  if (type === undefined) return err(`"${tokens[at]?.text}" is not a record type known here`);
  const data = readRecordData(type, tokens.slice(at + 1), text => absoluteName(text, reading.origin));
  return data.ok ? ok(recordOf(name, type, ttl, data.value)) : data;
}

function readDirective(directive: string, tokens: readonly Token[], reading: Reading): Result<null, string> {
  const argument = tokens[0]?.text ?? "";
  if (directive === "$ORIGIN") {
    const origin = absoluteName(argument, reading.origin);
    if (!origin.ok) return origin;
    reading.origin = origin.value;
    return ok(null);
  }
  if (directive === "$TTL") {
    const ttl = parseTtl(argument);
    if (ttl === null) return err(`$TTL needs a number of seconds, not "${argument}"`);
    reading.ttl = ttl;
    return ok(null);
  }
  return err(`${directive} is not supported`);
}

function absoluteName(text: string, origin: string): Result<string, string> {
  if (text === "@") return ok(origin);
  const absolute = /(?:^|[^\\])(?:\\\\)*\.$/u.test(text) || origin === "." ? text : `${text}.${origin}`;
  const name = parseDnsName(text === "" ? "" : absolute);
  return name.ok ? name : err(`"${text}" is not a domain name (${name.error})`);
}

/** Seconds, or the customary form with units: 1h30m. */
function parseTtl(text: string): number | null {
  if (!/^(?:\d+|(?:\d+[smhdw])+)$/iu.test(text)) return null;
  const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
  const parts = text.toLowerCase().matchAll(/(\d+)([smhdw]?)/gu);
  const seconds = [...parts].reduce((sum, part) => sum + Number(part[1]) * (units[part[2] || "s"] ?? 1), 0);
  return seconds <= 0x7fff_ffff ? seconds : null;
}
