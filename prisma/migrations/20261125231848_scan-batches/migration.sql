-- CreateTable
CREATE TABLE "scan_batches" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scan_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan_batch_items" (
    "batch_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "domain" TEXT NOT NULL,
    "unicode" TEXT,
    "status" TEXT NOT NULL,
    "scan_id" TEXT,
    "failure" TEXT,

    CONSTRAINT "scan_batch_items_pkey" PRIMARY KEY ("batch_id","position")
);

-- CreateIndex
CREATE INDEX "scan_batches_owner_id_requested_at_id_idx" ON "scan_batches"("owner_id", "requested_at" DESC, "id");

-- CreateIndex
CREATE INDEX "scan_batch_items_scan_id_idx" ON "scan_batch_items"("scan_id");

-- AddForeignKey
ALTER TABLE "scan_batches" ADD CONSTRAINT "scan_batches_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_batch_items" ADD CONSTRAINT "scan_batch_items_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "scan_batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_batch_items" ADD CONSTRAINT "scan_batch_items_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scans"("id") ON DELETE SET NULL ON UPDATE CASCADE;
