import type { DkimSelector } from "#lib/mail/dkim/discover.ts";
import { parseKeyRecord } from "#lib/mail/dkim/parse-key.ts";
import type { Status } from "../finding.ts";
import { evidenceOf, gravestAbout, type PictureSource } from "./picture-source.ts";

export interface DkimTablePicture {
  readonly keys: readonly DkimKeyRow[];
  /** Selectors asked for, and those that an answer came for, whichever. */
  readonly tried: number;
  readonly answered: number;
}

export interface DkimKeyRow {
  readonly selector: string;
  readonly status: Status;
  /** "RSA, 2048 bit"; a dash where it is no key. */
  readonly key: string;
  readonly note: string;
}

/** Draws the keys found, one selector a row. */
export function drawDkimTable(source: PictureSource): DkimTablePicture | null {
  const dkim = evidenceOf(source, "dkim");
  if (dkim === null || dkim.tried === 0) return null;
  const { tried, answered, selectors } = dkim;
  return { tried, answered, keys: selectors.map(selector => drawKey(source, selector)) };
}

function drawKey(source: PictureSource, { selector, texts, provider }: DkimSelector): DkimKeyRow {
  const finding = gravestAbout(source, selector);
  const whose = provider === null ? [] : [`key of ${provider.name}`];
  return {
    selector,
    status: finding?.status ?? "info",
    key: keyWords(texts),
    note: [...(finding === undefined ? [] : [finding.title]), ...whose].join("; "),
  };
}

function keyWords([text, ...others]: readonly string[]): string {
  if (text === undefined) return "–";
  if (others.length > 0) return `${others.length + 1} records`;
  const key = parseKeyRecord(text);
  if (key.kind !== "key") return "–";
  return key.type === "rsa" ? `RSA, ${key.bits} bit` : "Ed25519";
}
