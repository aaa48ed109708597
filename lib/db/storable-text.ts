/** What a foreign server said, as a column takes it: it may be long, and hold a NUL, which PostgreSQL text cannot. */
export const storable = (text: string): string => text.replaceAll("\0", "\uFFFD").slice(0, 1_000);
