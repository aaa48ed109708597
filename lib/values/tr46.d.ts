/** The part of tr46 (UTS 46) that is used here; the package ships no types. */
declare module "tr46" {
  export interface ProcessingOptions {
    readonly checkHyphens?: boolean;
    readonly checkBidi?: boolean;
    readonly checkJoiners?: boolean;
    readonly useSTD3ASCIIRules?: boolean;
    readonly verifyDNSLength?: boolean;
    readonly transitionalProcessing?: boolean;
    readonly ignoreInvalidPunycode?: boolean;
  }
  /** The name with A-labels, or null when it is not valid. */
  export function toASCII(domain: string, options?: ProcessingOptions): string | null;
  export function toUnicode(
    domain: string,
    options?: ProcessingOptions,
  ): { readonly domain: string; readonly error: boolean };
}
