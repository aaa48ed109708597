-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "scans" (
    "id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "unicode" TEXT,
    "status" TEXT NOT NULL,
    "join_key" TEXT NOT NULL,
    "hints" JSON NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "engine_version" TEXT,
    "grade" TEXT,
    "score" DOUBLE PRECISION,
    "failure" TEXT,
    "report" JSON,
    "transcript" JSON,

    CONSTRAINT "scans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan_requests" (
    "id" TEXT NOT NULL,
    "scan_id" TEXT NOT NULL,
    "owner_id" TEXT,
    "browser_key_hash" TEXT,
    "source" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scan_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan_findings" (
    "scan_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "check_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "subject" TEXT,

    CONSTRAINT "scan_findings_pkey" PRIMARY KEY ("scan_id","position")
);

-- CreateTable
CREATE TABLE "scan_progress" (
    "id" BIGSERIAL NOT NULL,
    "scan_id" TEXT NOT NULL,
    "events" JSON NOT NULL,

    CONSTRAINT "scan_progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_links" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scan_id" TEXT,
    "bounce_id" TEXT,
    "owner_id" TEXT,
    "browser_key_hash" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "use_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "share_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bounces" (
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "owner_id" TEXT,
    "browser_key_hash" TEXT,
    "raw_text" TEXT,
    "raw_expires_at" TIMESTAMPTZ(3),
    "sender_domain" TEXT,
    "recipient_domain" TEXT,
    "sender_scan_id" TEXT,
    "recipient_scan_id" TEXT,
    "cause" TEXT,
    "failure" TEXT,
    "report" JSON,

    CONSTRAINT "bounces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batches" (
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "owner_id" TEXT,
    "browser_key_hash" TEXT,
    "raw" BYTEA,
    "raw_expires_at" TIMESTAMPTZ(3),
    "summary" JSON,
    "failure" TEXT,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_items" (
    "batch_id" TEXT NOT NULL,
    "item" INTEGER NOT NULL,
    "recipient" TEXT,
    "recipient_domain" TEXT,
    "provider" TEXT,
    "cause" TEXT NOT NULL,
    "permanence" TEXT NOT NULL,
    "address_dead" TEXT NOT NULL,
    "reply_code" INTEGER,
    "enhanced_status" TEXT,
    "happened_at" TIMESTAMPTZ(3),
    "report" JSON NOT NULL,

    CONSTRAINT "batch_items_pkey" PRIMARY KEY ("batch_id","item")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "browser_key_hash" TEXT
);

-- CreateTable
CREATE TABLE "monitors" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "interval_seconds" INTEGER NOT NULL,
    "next_run_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "last_scan_id" TEXT,
    "challenge" TEXT NOT NULL,
    "challenge_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "proven_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "monitors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitor_changes" (
    "id" TEXT NOT NULL,
    "monitor_id" TEXT NOT NULL,
    "before_scan_id" TEXT,
    "after_scan_id" TEXT NOT NULL,
    "changes" JSON NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "monitor_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_channels" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "secret" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "disabled_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_channels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_outbox" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "monitor_id" TEXT,
    "channel_id" TEXT,
    "kind" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "payload" JSON NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "http_status" INTEGER,
    "response" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "bucket" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scans_join_key_requested_at_idx" ON "scans"("join_key", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "scans_domain_requested_at_idx" ON "scans"("domain", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "scans_status_requested_at_idx" ON "scans"("status", "requested_at");

-- CreateIndex
CREATE INDEX "scan_requests_owner_id_requested_at_idx" ON "scan_requests"("owner_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "scan_requests_browser_key_hash_requested_at_idx" ON "scan_requests"("browser_key_hash", "requested_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "scan_requests_scan_id_owner_id_key" ON "scan_requests"("scan_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "scan_requests_scan_id_browser_key_hash_key" ON "scan_requests"("scan_id", "browser_key_hash");

-- CreateIndex
CREATE INDEX "scan_findings_check_id_outcome_idx" ON "scan_findings"("check_id", "outcome");

-- CreateIndex
CREATE INDEX "scan_progress_scan_id_id_idx" ON "scan_progress"("scan_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "share_links_token_hash_key" ON "share_links"("token_hash");

-- CreateIndex
CREATE INDEX "share_links_scan_id_idx" ON "share_links"("scan_id");

-- CreateIndex
CREATE INDEX "share_links_bounce_id_idx" ON "share_links"("bounce_id");

-- CreateIndex
CREATE INDEX "share_links_owner_id_created_at_idx" ON "share_links"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "share_links_browser_key_hash_created_at_idx" ON "share_links"("browser_key_hash", "created_at" DESC);

-- CreateIndex
CREATE INDEX "bounces_owner_id_created_at_idx" ON "bounces"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "bounces_browser_key_hash_created_at_idx" ON "bounces"("browser_key_hash", "created_at" DESC);

-- CreateIndex
CREATE INDEX "bounces_raw_expires_at_idx" ON "bounces"("raw_expires_at");

-- CreateIndex
CREATE INDEX "batches_owner_id_created_at_idx" ON "batches"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "batches_browser_key_hash_created_at_idx" ON "batches"("browser_key_hash", "created_at" DESC);

-- CreateIndex
CREATE INDEX "batches_raw_expires_at_idx" ON "batches"("raw_expires_at");

-- CreateIndex
CREATE INDEX "batch_items_batch_id_cause_idx" ON "batch_items"("batch_id", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_provider_account_id_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_session_token_key" ON "sessions"("session_token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_token_key" ON "verification_tokens"("token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_identifier_token_key" ON "verification_tokens"("identifier", "token");

-- CreateIndex
CREATE INDEX "monitors_next_run_at_idx" ON "monitors"("next_run_at");

-- CreateIndex
CREATE UNIQUE INDEX "monitors_owner_id_domain_key" ON "monitors"("owner_id", "domain");

-- CreateIndex
CREATE INDEX "monitor_changes_monitor_id_noticed_at_idx" ON "monitor_changes"("monitor_id", "noticed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "monitor_changes_monitor_id_after_scan_id_key" ON "monitor_changes"("monitor_id", "after_scan_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_channels_owner_id_kind_target_key" ON "alert_channels"("owner_id", "kind", "target");

-- CreateIndex
CREATE UNIQUE INDEX "alert_outbox_dedupe_key_key" ON "alert_outbox"("dedupe_key");

-- CreateIndex
CREATE INDEX "alert_outbox_sent_at_next_attempt_at_idx" ON "alert_outbox"("sent_at", "next_attempt_at");

-- CreateIndex
CREATE INDEX "alert_outbox_owner_id_created_at_idx" ON "alert_outbox"("owner_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE INDEX "api_keys_owner_id_idx" ON "api_keys"("owner_id");

-- CreateIndex
CREATE INDEX "idempotency_keys_expires_at_idx" ON "idempotency_keys"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limits_updated_at_idx" ON "rate_limits"("updated_at");

-- AddForeignKey
ALTER TABLE "scan_requests" ADD CONSTRAINT "scan_requests_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_requests" ADD CONSTRAINT "scan_requests_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_findings" ADD CONSTRAINT "scan_findings_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_progress" ADD CONSTRAINT "scan_progress_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_bounce_id_fkey" FOREIGN KEY ("bounce_id") REFERENCES "bounces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bounces" ADD CONSTRAINT "bounces_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitors" ADD CONSTRAINT "monitors_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitors" ADD CONSTRAINT "monitors_last_scan_id_fkey" FOREIGN KEY ("last_scan_id") REFERENCES "scans"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitor_changes" ADD CONSTRAINT "monitor_changes_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_channels" ADD CONSTRAINT "alert_channels_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_outbox" ADD CONSTRAINT "alert_outbox_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_outbox" ADD CONSTRAINT "alert_outbox_monitor_id_fkey" FOREIGN KEY ("monitor_id") REFERENCES "monitors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_outbox" ADD CONSTRAINT "alert_outbox_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "alert_channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
