-- CreateIndex
CREATE INDEX "monitor_changes_final_scan_id_idx" ON "monitor_changes"("final_scan_id");
