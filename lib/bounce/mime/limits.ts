/** What a hostile mail may cost (RFC 2046 sets no limits of its own). Beyond a limit the rest is left unread. */
export const LIMITS = {
  /** Octets of one input. */
  bytes: 25 * 1024 * 1024,
  /** Levels of multipart and of mails within mails. */
  depth: 20,
  /** Parts of one mail, all levels together. */
  parts: 1000,
  /** Octets of one mail that are opened: what comes after is the rest of the mail that came back. */
  mailLength: 8 * 1024 * 1024,
  /** Lines of one mail that are opened, for the same reason. */
  lines: 100_000,
  /** Octets of all headers of one mail together. */
  headersLength: 2 * 1024 * 1024,
  /** Header fields of one part. */
  headerFields: 1000,
  /** Characters of one header block. */
  headerLength: 256 * 1024,
  /** Characters of text that readers look at; what a report has to say stands before. */
  textLength: 256 * 1024,
} as const;
