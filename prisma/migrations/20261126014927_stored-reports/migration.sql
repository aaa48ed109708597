-- AlterTable
ALTER TABLE "scans" ADD COLUMN     "keep_until" TIMESTAMPTZ(3) NOT NULL DEFAULT (now() + '90 days'::interval);

-- CreateTable
CREATE TABLE "stored_reports" (
    "scan_id" TEXT NOT NULL,
    "base_id" TEXT NOT NULL,
    "found" BYTEA NOT NULL,
    "times" BYTEA NOT NULL,

    CONSTRAINT "stored_reports_pkey" PRIMARY KEY ("scan_id")
);

-- CreateTable
CREATE TABLE "report_bases" (
    "id" TEXT NOT NULL,
    "join_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "found" BYTEA NOT NULL,

    CONSTRAINT "report_bases_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stored_reports_base_id_idx" ON "stored_reports"("base_id");

-- CreateIndex
CREATE INDEX "report_bases_join_key_created_at_idx" ON "report_bases"("join_key", "created_at" DESC);

-- CreateIndex
CREATE INDEX "scans_keep_until_idx" ON "scans"("keep_until");

-- CreateIndex
CREATE INDEX "share_links_expires_at_idx" ON "share_links"("expires_at");

-- CreateIndex
CREATE INDEX "bounces_created_at_idx" ON "bounces"("created_at");

-- CreateIndex
CREATE INDEX "bounces_sender_scan_id_idx" ON "bounces"("sender_scan_id");

-- CreateIndex
CREATE INDEX "bounces_recipient_scan_id_idx" ON "bounces"("recipient_scan_id");

-- CreateIndex
CREATE INDEX "batches_created_at_idx" ON "batches"("created_at");

-- CreateIndex
CREATE INDEX "scan_batches_requested_at_idx" ON "scan_batches"("requested_at");

-- CreateIndex
CREATE INDEX "sessions_expires_idx" ON "sessions"("expires");

-- CreateIndex
CREATE INDEX "monitors_last_scan_id_idx" ON "monitors"("last_scan_id");

-- CreateIndex
CREATE INDEX "monitor_changes_noticed_at_idx" ON "monitor_changes"("noticed_at");

-- CreateIndex
CREATE INDEX "monitor_changes_before_scan_id_idx" ON "monitor_changes"("before_scan_id");

-- CreateIndex
CREATE INDEX "monitor_changes_after_scan_id_idx" ON "monitor_changes"("after_scan_id");

-- CreateIndex
CREATE INDEX "outbox_given_up_at_idx" ON "outbox"("given_up_at");

-- AddForeignKey
ALTER TABLE "stored_reports" ADD CONSTRAINT "stored_reports_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_reports" ADD CONSTRAINT "stored_reports_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "report_bases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Packed already: not to be tried again by the database.
ALTER TABLE "stored_reports" ALTER COLUMN "found" SET STORAGE EXTERNAL, ALTER COLUMN "times" SET STORAGE EXTERNAL;
ALTER TABLE "report_bases" ALTER COLUMN "found" SET STORAGE EXTERNAL;

-- What upkeep has to pack. Empty once it has.
CREATE INDEX "scans_plain_idx" ON "scans"("id") WHERE "report" IS NOT NULL;
