/**
 * What names a part of a refusal, as ids. Of several refusals on one page each has the same parts: there the verdict
 * tells them apart.
 */
export const sectionName = (id: string, part: string, level: 1 | 2): string =>
  level === 1 ? `${id}-${part}` : `${id}-${part} ${id}-verdict`;
