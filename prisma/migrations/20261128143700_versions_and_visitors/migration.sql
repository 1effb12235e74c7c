ALTER TABLE "Flow" ADD COLUMN "savedById" UUID;
ALTER TABLE "FlowVersion" ADD COLUMN "message" TEXT NOT NULL DEFAULT '';

CREATE TABLE "FlowVisitor" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "flowId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "nodeId" TEXT,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FlowVisitor_pkey" PRIMARY KEY ("tenantId","flowId","id")
);
ALTER TABLE "FlowVisitor" ADD CONSTRAINT "FlowVisitor_tenantId_flowId_fkey" FOREIGN KEY ("tenantId", "flowId") REFERENCES "Flow"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "FlowVisitor" TO parley_app;
ALTER TABLE "FlowVisitor" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FlowVisitor" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "FlowVisitor" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
