CREATE TABLE "Scenario" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "flowId" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scenario_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Scenario_tenantId_flowId_position_idx" ON "Scenario"("tenantId", "flowId", "position");
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_tenantId_flowId_fkey" FOREIGN KEY ("tenantId", "flowId") REFERENCES "Flow"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Scenario" TO parley_app;

ALTER TABLE "Scenario" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Scenario" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Scenario" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
