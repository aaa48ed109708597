/**
 * The text without the spaces and tabs (WSP, RFC 5234 B.1) at both ends, in linear time. Other white space
 * stays: in most records it is an error.
 */
export function trimWsp(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWsp(text.charCodeAt(start))) start += 1;
  while (end > start && isWsp(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const isWsp = (code: number): boolean => code === 0x20 || code === 0x09;
