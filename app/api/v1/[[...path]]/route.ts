import { apiNothing } from "#lib/web/api-resource.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiNothing();
