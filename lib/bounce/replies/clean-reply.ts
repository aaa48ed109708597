/**
 * One clean line from what stands between the start and the end of a reply: line breaks become blanks, what stood
 * between the two codes becomes a blank, and codes that every line of a multi-line reply repeats ("550-5.1.1 ...
 * 550 5.1.1 ...") stay only at the front.
 */
export function cleanReply(raw: string): string {
  const line = raw.slice(0, LONGEST).replace(/\s+/g, " ").trim();
  return withoutRepeatedCodes(line.replace(BETWEEN_CODES, "$1 $2"))
    .replace(TRAILING, withoutLoneQuote)
    .replace(/ {2,}/g, " ")
    .trim();
}

/** "550-'5.4.1", "550.5.4.1", "550, ERROR_CODE :5.1.1"; a "#" before the status is kept. */
const BETWEEN_CODES =
  /^([45]\d\d)(?:[ ,.:;'"([-]{1,6}(?:b')?(?:[A-Za-z_ ]{3,24}[ :=]{1,4})?)(#?[45]\.\d{1,3}\.\d{1,3})/;

/** A closing quote goes only where its opening one was left outside. */
const withoutLoneQuote = (found: string, offset: number, line: string): string => {
  const quote = /["']/.exec(found)?.[0];
  return quote !== undefined && line.split(quote).length % 2 === 1 ? found : "";
};

const LONGEST = 3000;

/** Left over from quotations and from Exchange's "#550 ... ##". */
const TRAILING = /(?:\s?##|\s[\\|]|["'](?=$))\s{0,9}$/;

function withoutRepeatedCodes(line: string): string {
  const head = /^([45]\d\d)[ -](?=#?([45]\.\d{1,3}\.\d{1,3})?)/.exec(line);
  if (head === null) return line;
  const [prefix, code, enhanced] = head;
  const rest = line.slice(prefix.length);
  return (
    `${code} ` +
    rest.replace(REPEATED, (found: string, again: string, status: string | undefined) =>
      again === code && (status === undefined || status === enhanced) ? " " : found,
    )
  );
}

const REPEATED = / ([45]\d\d)[ -](?:#?([45]\.\d{1,3}\.\d{1,3})(?= |$))?/g;
