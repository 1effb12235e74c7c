-- Why a campaign paused itself, and from when on its attempts are watched again.
ALTER TABLE "Campaign" ADD COLUMN "pausedCode" TEXT, ADD COLUMN "pausedAt" TIMESTAMPTZ(3), ADD COLUMN "watchedFrom" TIMESTAMPTZ(3);
CREATE INDEX "Attempt_campaignId_endedAt_idx" ON "Attempt"("campaignId", "endedAt" DESC);
