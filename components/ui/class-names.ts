import { type ClassValue, clsx } from "clsx";

/** Joins class names, leaving out what is false. */
export const cn = (...classes: readonly ClassValue[]): string => clsx(classes);
