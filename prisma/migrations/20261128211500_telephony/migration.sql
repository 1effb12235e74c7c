ALTER TYPE "CallOutcome" ADD VALUE 'busy' AFTER 'noAnswer';
ALTER TYPE "CallOutcome" ADD VALUE 'machine' AFTER 'busy';
CREATE TYPE "LineState" AS ENUM ('waiting', 'dialling', 'placed', 'refused', 'unknown');

CREATE TABLE "Connection" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credentials" BYTEA NOT NULL,
    "apiBase" TEXT,
    "maxCalls" INTEGER NOT NULL DEFAULT 10,
    "callsPerSecond" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Connection_tenantId_id_key" ON "Connection"("tenantId", "id");
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PhoneNumber" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "flowId" UUID,
    "routing" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PhoneNumber_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PhoneNumber_tenantId_id_key" ON "PhoneNumber"("tenantId", "id");
CREATE UNIQUE INDEX "PhoneNumber_tenantId_number_key" ON "PhoneNumber"("tenantId", "number");
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_tenantId_connectionId_fkey" FOREIGN KEY ("tenantId", "connectionId") REFERENCES "Connection"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_tenantId_flowId_fkey" FOREIGN KEY ("tenantId", "flowId") REFERENCES "Flow"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Line" (
    "callId" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "state" "LineState" NOT NULL,
    "carrierCallId" TEXT,
    "status" TEXT,
    "statusCode" TEXT,
    "statusAt" TIMESTAMPTZ(3),
    "answeredBy" TEXT,
    "dialledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Line_pkey" PRIMARY KEY ("callId")
);
CREATE UNIQUE INDEX "Line_tenantId_callId_key" ON "Line"("tenantId", "callId");
CREATE UNIQUE INDEX "Line_connectionId_carrierCallId_key" ON "Line"("connectionId", "carrierCallId");
ALTER TABLE "Line" ADD CONSTRAINT "Line_tenantId_callId_fkey" FOREIGN KEY ("tenantId", "callId") REFERENCES "Call"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "CarrierEvent" (
    "tenantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CarrierEvent_pkey" PRIMARY KEY ("connectionId", "eventId")
);
CREATE INDEX "CarrierEvent_tenantId_at_idx" ON "CarrierEvent"("tenantId", "at");
ALTER TABLE "CarrierEvent" ADD CONSTRAINT "CarrierEvent_tenantId_connectionId_fkey" FOREIGN KEY ("tenantId", "connectionId") REFERENCES "Connection"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Connection", "PhoneNumber", "Line", "CarrierEvent" TO parley_app;
GRANT SELECT ON "Connection" TO parley_auth;

ALTER TABLE "Connection" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Connection" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Connection" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
-- Only the function below runs as parley_auth.
CREATE POLICY auth ON "Connection" TO parley_auth USING (true);
ALTER TABLE "PhoneNumber" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PhoneNumber" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "PhoneNumber" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "Line" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Line" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Line" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "CarrierEvent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CarrierEvent" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "CarrierEvent" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());

-- A carrier's message names a connection before it can be known whose it is; whether the message is the carrier's is checked with that connection's keys.
CREATE FUNCTION connection_tenant(connection uuid)
RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c."tenantId" FROM public."Connection" c WHERE c.id = connection
$$;
REVOKE ALL ON FUNCTION connection_tenant FROM PUBLIC;
GRANT EXECUTE ON FUNCTION connection_tenant TO parley_app;
GRANT CREATE ON SCHEMA public TO parley_auth;
ALTER FUNCTION connection_tenant OWNER TO parley_auth;
REVOKE CREATE ON SCHEMA public FROM parley_auth;
