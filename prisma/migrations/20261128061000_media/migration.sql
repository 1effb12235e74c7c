CREATE TABLE "MediaToken" (
    "tokenHash" BYTEA NOT NULL,
    "tenantId" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "consumedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MediaToken_pkey" PRIMARY KEY ("tokenHash")
);
CREATE INDEX "MediaToken_tenantId_callId_idx" ON "MediaToken"("tenantId", "callId");
ALTER TABLE "MediaToken" ADD CONSTRAINT "MediaToken_tenantId_callId_fkey" FOREIGN KEY ("tenantId", "callId") REFERENCES "Call"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "MediaProcess" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "slots" INTEGER NOT NULL,
    "calls" INTEGER NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MediaProcess_pkey" PRIMARY KEY ("id")
);

GRANT SELECT, INSERT ON "MediaToken" TO parley_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "MediaToken" TO parley_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON "MediaProcess" TO parley_app;

-- Which processes take calls is no tenant's secret; only the application may read and write it.
ALTER TABLE "MediaProcess" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MediaProcess" FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody ON "MediaProcess" TO parley_app USING (true) WITH CHECK (true);

ALTER TABLE "MediaToken" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MediaToken" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "MediaToken" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
-- Only the function below runs as parley_auth.
CREATE POLICY auth ON "MediaToken" TO parley_auth USING (true) WITH CHECK (true);

-- What a socket's token opens: 'open' exactly once within its lifetime, then 'used' or 'expired'; no row for an unknown one. Concurrent calls queue on the row.
CREATE FUNCTION consume_media_token(hash bytea)
RETURNS TABLE (state text, tenant_id uuid, call_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
    UPDATE public."MediaToken" t SET "consumedAt" = clock_timestamp()
    WHERE t."tokenHash" = hash AND t."consumedAt" IS NULL AND t."expiresAt" > clock_timestamp()
    RETURNING 'open'::text, t."tenantId", t."callId";
  IF NOT FOUND THEN
    RETURN QUERY
      SELECT CASE WHEN t."consumedAt" IS NULL THEN 'expired' ELSE 'used' END, t."tenantId", t."callId"
      FROM public."MediaToken" t WHERE t."tokenHash" = hash;
  END IF;
END $$;
REVOKE ALL ON FUNCTION consume_media_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consume_media_token TO parley_app;
GRANT CREATE ON SCHEMA public TO parley_auth;
ALTER FUNCTION consume_media_token OWNER TO parley_auth;
REVOKE CREATE ON SCHEMA public FROM parley_auth;
