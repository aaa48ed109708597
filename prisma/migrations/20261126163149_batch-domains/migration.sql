-- CreateTable
CREATE TABLE "batch_domains" (
    "batch_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "scan_id" TEXT,

    CONSTRAINT "batch_domains_pkey" PRIMARY KEY ("batch_id","domain")
);

-- CreateIndex
CREATE INDEX "batch_domains_scan_id_idx" ON "batch_domains"("scan_id");

-- AddForeignKey
ALTER TABLE "batch_domains" ADD CONSTRAINT "batch_domains_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_domains" ADD CONSTRAINT "batch_domains_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scans"("id") ON DELETE SET NULL ON UPDATE CASCADE;
