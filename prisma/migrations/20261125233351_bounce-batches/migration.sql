-- AlterTable
ALTER TABLE "batches" DROP COLUMN "raw",
ADD COLUMN     "share" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "batch_items" ADD COLUMN     "fate" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "batch_files" (
    "batch_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "packed" BYTEA NOT NULL,

    CONSTRAINT "batch_files_pkey" PRIMARY KEY ("batch_id","position")
);

-- CreateIndex
CREATE INDEX "batch_items_batch_id_recipient_domain_idx" ON "batch_items"("batch_id", "recipient_domain");

-- AddForeignKey
ALTER TABLE "batch_files" ADD CONSTRAINT "batch_files_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;
