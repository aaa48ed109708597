import { type BlocklistPicture, drawBlocklists } from "./blocklists.ts";
import { type DkimTablePicture, drawDkimTable } from "./dkim-table.ts";
import { type DmarcWalkPicture, drawDmarcWalk } from "./dmarc-walk.ts";
import { drawMxMap, type MxMapPicture } from "./mx-map.ts";
import type { PictureSource } from "./picture-source.ts";
import { drawSpfTree, type SpfTreePicture } from "./spf-tree.ts";

/** What the pictures of a report draw. Each is null where its evidence was not gathered or shows nothing. */
export interface ScanPictures {
  readonly spf: SpfTreePicture | null;
  readonly dmarc: DmarcWalkPicture | null;
  readonly mx: MxMapPicture | null;
  readonly dkim: DkimTablePicture | null;
  readonly blocklists: BlocklistPicture | null;
}

/** All pictures of a report, from its evidence. Pure. */
export const drawPictures = (source: PictureSource): ScanPictures => ({
  spf: drawSpfTree(source),
  dmarc: drawDmarcWalk(source),
  mx: drawMxMap(source),
  dkim: drawDkimTable(source),
  blocklists: drawBlocklists(source),
});
