-- AlterTable
ALTER TABLE "monitors" ADD COLUMN     "failed_runs" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "failing_since" TIMESTAMPTZ(3),
ADD COLUMN     "failure_told_at" TIMESTAMPTZ(3),
ADD COLUMN     "hurried_runs" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "known" JSON,
ADD COLUMN     "proof_seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "run_scan_id" TEXT,
ADD COLUMN     "run_started_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "monitor_changes" ADD COLUMN     "final_scan_id" TEXT,
ADD COLUMN     "unsure_looks" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "monitors_run_scan_id_key" ON "monitors"("run_scan_id");
