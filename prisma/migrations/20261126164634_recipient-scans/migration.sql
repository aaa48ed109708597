-- DropIndex
DROP INDEX "bounces_recipient_scan_id_idx";

-- AlterTable
ALTER TABLE "bounces" ADD COLUMN "recipient_scan_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Bounces kept one of them until now.
UPDATE "bounces" SET "recipient_scan_ids" = ARRAY["recipient_scan_id"] WHERE "recipient_scan_id" IS NOT NULL;

-- AlterTable
ALTER TABLE "bounces" DROP COLUMN "recipient_scan_id";

-- CreateIndex
-- Without a list of pending entries, which every look-up would have to read through.
CREATE INDEX "bounces_recipient_scan_ids_idx" ON "bounces" USING GIN ("recipient_scan_ids") WITH (fastupdate = off);
