ALTER TABLE "Call" ADD COLUMN "nodeId" TEXT;
CREATE INDEX "Call_tenantId_flowId_status_idx" ON "Call"("tenantId", "flowId", "status");

CREATE TABLE "NodeTraffic" (
    "tenantId" UUID NOT NULL,
    "flowId" UUID NOT NULL,
    "flowVersionId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "nodeId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "ended" INTEGER NOT NULL,
    "lost" INTEGER NOT NULL,

    CONSTRAINT "NodeTraffic_pkey" PRIMARY KEY ("flowVersionId","hour","nodeId","outcome")
);
CREATE INDEX "NodeTraffic_tenantId_flowId_hour_idx" ON "NodeTraffic"("tenantId", "flowId", "hour");
ALTER TABLE "NodeTraffic" ADD CONSTRAINT "NodeTraffic_tenantId_flowVersionId_fkey" FOREIGN KEY ("tenantId", "flowVersionId") REFERENCES "FlowVersion"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Counters: added to whenever a call ends.
GRANT SELECT, INSERT, UPDATE ON "NodeTraffic" TO parley_app;
ALTER TABLE "NodeTraffic" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "NodeTraffic" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "NodeTraffic" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
