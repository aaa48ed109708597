/** Hears how much of an input has been read, between 0 and 1. */
export type TellShare = (share: number) => void;

/** For whoever does not want to know. */
export const UNTOLD: TellShare = () => {};

/** Tells of a part of the input as a share of the whole. */
export const partOf =
  (tell: TellShare, from: number, to: number): TellShare =>
  share =>
    tell(from + (to - from) * share);
