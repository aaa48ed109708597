-- How much work waits is asked with each request. Few rows wait, of many.
CREATE INDEX "bounces_waiting_idx" ON "bounces"("id") WHERE "status" = 'pending';
CREATE INDEX "batches_waiting_idx" ON "batches"("id") WHERE "status" = 'pending';
