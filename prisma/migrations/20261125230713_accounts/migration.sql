-- DropForeignKey
ALTER TABLE "alert_outbox" DROP CONSTRAINT "alert_outbox_owner_id_fkey";

-- DropForeignKey
ALTER TABLE "alert_outbox" DROP CONSTRAINT "alert_outbox_monitor_id_fkey";

-- DropForeignKey
ALTER TABLE "alert_outbox" DROP CONSTRAINT "alert_outbox_channel_id_fkey";

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "device" TEXT,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "verification_tokens" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "return_to" TEXT;

-- DropTable
DROP TABLE "alert_outbox";

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT,
    "monitor_id" TEXT,
    "channel_id" TEXT,
    "kind" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "payload" JSON NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_dedupe_key_key" ON "outbox"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_sent_at_next_attempt_at_idx" ON "outbox"("sent_at", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbox_owner_id_created_at_idx" ON "outbox"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "verification_tokens_browser_key_hash_created_at_idx" ON "verification_tokens"("browser_key_hash", "created_at" DESC);

-- CreateIndex
CREATE INDEX "verification_tokens_expires_idx" ON "verification_tokens"("expires");

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "alert_channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;
