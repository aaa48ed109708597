import { type Edit, editMatches } from "./edit.ts";

/** Links that a filter rewrote (Microsoft Safe Links, Proofpoint URL Defense, Barracuda) become what they lead to. */
export const repairWrappedLinks = (text: string): readonly Edit[] =>
  WRAPPED.test(text) ? editMatches(text, WRAPPED_ALL, ([found]) => unwrap(found)) : [];

const WRAPPED = /safelinks\.protection|urldefense|linkprotect\.cudasvc/i;
const WRAPPED_ALL =
  /https?:\/\/(?:[\w-]{1,40}\.safelinks\.protection\.(?:outlook|office365)\.(?:com|us|cn)|urldefense(?:\.proofpoint)?\.com|linkprotect\.cudasvc\.com)\/[^\s<>"')\]]{1,4000}/gi;

function unwrap(link: string): string | null {
  const third = /\/v3\/__(.{1,3000}?)__;/i.exec(link)?.[1];
  if (third !== undefined) return third.replace(/^(https?):\/(?!\/)/i, "$1://");
  const target = /[?&](?:url|u|a)=([^&]{1,3000})/i.exec(link)?.[1];
  if (target === undefined) return null;
  const escaped = /urldefense/i.test(link) ? target.replaceAll("-", "%").replaceAll("_", "/") : target;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
