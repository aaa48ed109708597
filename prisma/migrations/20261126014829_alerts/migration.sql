-- AlterTable
ALTER TABLE "alert_channels" DROP COLUMN "secret",
ADD COLUMN     "confirm_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirm_hash" TEXT,
ADD COLUMN     "disabled_by" TEXT,
ADD COLUMN     "failing_since" TIMESTAMPTZ(3),
ADD COLUMN     "hour_alerts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "hour_started_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_answer" TEXT,
ADD COLUMN     "last_delivered_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_error" TEXT,
ADD COLUMN     "notice_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "notice_open" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "secret_hash" TEXT,
ADD COLUMN     "secret_seed" TEXT;

-- CreateTable
CREATE TABLE "alerts" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "monitor_id" TEXT,
    "domain" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occasion_key" TEXT NOT NULL,
    "content" JSON NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_deliveries" (
    "alert_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "message_id" TEXT,

    CONSTRAINT "alert_deliveries_pkey" PRIMARY KEY ("alert_id","channel_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "alerts_occasion_key_key" ON "alerts"("occasion_key");

-- CreateIndex
CREATE INDEX "alerts_owner_id_raised_at_idx" ON "alerts"("owner_id", "raised_at" DESC);

-- CreateIndex
CREATE INDEX "alerts_raised_at_idx" ON "alerts"("raised_at");

-- CreateIndex
CREATE INDEX "alert_deliveries_message_id_idx" ON "alert_deliveries"("message_id");

-- CreateIndex
CREATE INDEX "alert_deliveries_channel_id_idx" ON "alert_deliveries"("channel_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_channels_confirm_hash_key" ON "alert_channels"("confirm_hash");

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_deliveries" ADD CONSTRAINT "alert_deliveries_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alerts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_deliveries" ADD CONSTRAINT "alert_deliveries_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "alert_channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_deliveries" ADD CONSTRAINT "alert_deliveries_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "outbox"("id") ON DELETE SET NULL ON UPDATE CASCADE;
