CREATE TABLE "FirstRun" (
    "tenantId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "flowId" UUID,
    "heardAt" TIMESTAMPTZ(3),
    "adaptedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "FirstRun_pkey" PRIMARY KEY ("tenantId", "userId")
);
ALTER TABLE "FirstRun" ADD CONSTRAINT "FirstRun_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FirstRun" ADD CONSTRAINT "FirstRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FirstRun" ADD CONSTRAINT "FirstRun_tenantId_flowId_fkey" FOREIGN KEY ("tenantId", "flowId") REFERENCES "Flow"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "FirstRun" TO parley_app;
ALTER TABLE "FirstRun" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FirstRun" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "FirstRun" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
