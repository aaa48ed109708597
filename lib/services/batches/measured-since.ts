const DAY_MS = 86_400_000;

/** Scans of before this moment say nothing about the domains of a batch: their mail may have gone elsewhere then. */
export const measuredSince = ({ createdAt }: { readonly createdAt: Date }): Date =>
  new Date(createdAt.getTime() - DAY_MS);
