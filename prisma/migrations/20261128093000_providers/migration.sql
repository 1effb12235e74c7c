CREATE TYPE "ProviderKind" AS ENUM ('recognition', 'synthesis', 'model');

CREATE TABLE "Provider" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "kind" "ProviderKind" NOT NULL,
    "vendor" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret" BYTEA,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "languages" TEXT[],
    "position" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Provider_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Provider_tenantId_id_key" ON "Provider"("tenantId", "id");
CREATE INDEX "Provider_tenantId_kind_position_idx" ON "Provider"("tenantId", "kind", "position");
ALTER TABLE "Provider" ADD CONSTRAINT "Provider_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Provider" TO parley_app;

ALTER TABLE "Provider" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Provider" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Provider" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
