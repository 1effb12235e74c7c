ALTER TABLE "Tenant" ADD COLUMN "flowLanguage" TEXT NOT NULL DEFAULT 'en';

-- Kept with the call, so that a long list is sorted and narrowed by it without reading all of it.
ALTER TABLE "Call" ADD COLUMN "durationMs" INTEGER NOT NULL DEFAULT 0;
-- Row-level security is forced on the owner too; for the one time of this change it is not.
ALTER TABLE "Call" NO FORCE ROW LEVEL SECURITY;
UPDATE "Call" SET "durationMs" = LEAST(2147483647, GREATEST(0, round(extract(epoch FROM "endedAt" - coalesce("answeredAt", "startedAt")) * 1000)))
  WHERE "endedAt" IS NOT NULL;
ALTER TABLE "Call" FORCE ROW LEVEL SECURITY;

DROP INDEX "Call_tenantId_startedAt_idx";
CREATE INDEX "Call_tenantId_startedAt_id_idx" ON "Call"("tenantId", "startedAt" DESC, "id" DESC);
CREATE INDEX "Call_tenantId_durationMs_id_idx" ON "Call"("tenantId", "durationMs" DESC, "id" DESC);
CREATE INDEX "Call_tenantId_flowId_startedAt_idx" ON "Call"("tenantId", "flowId", "startedAt" DESC);
CREATE INDEX "Call_tenantId_status_startedAt_idx" ON "Call"("tenantId", "status", "startedAt" DESC);

CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SavedView_tenantId_userId_name_key" ON "SavedView"("tenantId", "userId", "name");
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "SavedView" TO parley_app;
ALTER TABLE "SavedView" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SavedView" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "SavedView" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
