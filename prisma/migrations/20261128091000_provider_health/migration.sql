CREATE TABLE "ProviderHealth" (
    "tenantId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "failures" INTEGER NOT NULL,
    "openings" INTEGER NOT NULL,
    "code" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProviderHealth_pkey" PRIMARY KEY ("tenantId", "provider")
);
ALTER TABLE "ProviderHealth" ADD CONSTRAINT "ProviderHealth_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "ProviderHealth" TO parley_app;

ALTER TABLE "ProviderHealth" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ProviderHealth" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ProviderHealth" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
