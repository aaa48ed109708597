/** Where somebody is led who asked for too much at once: a page with status 429. */
export const limitedPath = (retryAfter: number | null): string => `/limited?seconds=${retryAfter ?? 60}`;
