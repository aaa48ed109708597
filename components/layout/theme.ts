export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";
export const THEME_COOKIE_SECONDS = 365 * 24 * 3600;

/** Reads a cookie or form value; whatever is not a theme means "as the system". */
export const parseTheme = (value: unknown): Theme => THEMES.find(theme => theme === value) ?? "system";
