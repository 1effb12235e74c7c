-- Leads in the order of their pages, the pace of a campaign, and the do-not-call list with the newest number first.
CREATE INDEX "Lead_campaignId_id_idx" ON "Lead"("campaignId", "id");
CREATE INDEX "Attempt_campaignId_dialledAt_idx" ON "Attempt"("campaignId", "dialledAt");
CREATE INDEX "Suppression_tenantId_createdAt_numberHash_idx" ON "Suppression"("tenantId", "createdAt" DESC, "numberHash" DESC);
