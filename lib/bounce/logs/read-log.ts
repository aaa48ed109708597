import type { BounceReading } from "../failure.ts";
import { type TellShare, UNTOLD } from "../share-read.ts";
import type { LogFormat } from "./log-reader.ts";
import { LOGS } from "./registry.ts";

/** The readings of a mail log, line by line; null where the text is no log. Lines wrapped by a mail program are joined. */
export function readLog(text: string, tell: TellShare = UNTOLD): Iterable<BounceReading> | null {
  const sample = text
    .slice(0, 16_000)
    .split("\n", 60)
    .filter(line => line.trim() !== "");
  const format = LOGS.find(
    candidate => sample.some(line => candidate.recognises(line)) && begins(sample, candidate),
  );
  return format === undefined ? null : readingsOf(text, format, tell);
}

/** A log begins with a log line; a report that quotes one further down is no log. */
const begins = (sample: readonly string[], format: LogFormat): boolean => {
  const first = sample.findIndex(line => format.recognises(unwrapped(sample, line)));
  return first !== -1 && first <= 2 && sample.slice(0, first).every(line => STAMP.test(line));
};

/** A wrapped line tells its format only together with what follows. */
const unwrapped = (sample: readonly string[], line: string): string => {
  const index = sample.indexOf(line);
  const following = sample.slice(index + 1, index + 6);
  const end = following.findIndex(next => STAMP.test(next));
  return [line, ...following.slice(0, end === -1 ? following.length : end)].join(" ");
};

function* readingsOf(text: string, format: LogFormat, tell: TellShare): Iterable<BounceReading> {
  const reader = format.open();
  for (const line of logicalLines(text, tell)) {
    const reading = reader.read(line);
    if (reading !== null && reading !== "quiet") yield reading;
  }
}

/** Time stamps of syslog, ISO 8601, Exim, tai64n and multilog; and docker's or journald's prefix. */
const STAMP =
  /^\s{0,4}(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|@[0-9a-f]{24}|\d{10}\.\d{3,9}|[\w.-]{1,60}\s{1,3}\| |\w{3} \w{3} [ \d]?\d \d\d:\d\d:\d\d)/;

function* logicalLines(text: string, tell: TellShare): Iterable<string> {
  let pending = "";
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
    start = end + 1;
    tell(Math.min(1, start / text.length));
    if (line.trim() === "") continue;
    if (STAMP.test(pending) && !STAMP.test(line) && pending.length < LONGEST_LINE) {
      pending = `${pending} ${line.trim()}`;
      continue;
    }
    if (pending !== "") yield pending;
    pending = line;
  }
  if (pending !== "") yield pending;
}

const LONGEST_LINE = 8000;
