-- A colleague who is called to take a call over has a line beside the call's own.
ALTER TABLE "Line" ADD COLUMN "id" UUID, ADD COLUMN "effectId" TEXT, ADD COLUMN "to" BYTEA, ADD COLUMN "processId" UUID;
-- Forced row-level security hides rows from an UPDATE; the call's own line keeps the call's id.
ALTER TABLE "Line" ALTER COLUMN "id" TYPE UUID USING "callId";
ALTER TABLE "Line" ALTER COLUMN "id" SET NOT NULL;
ALTER TABLE "Line" DROP CONSTRAINT "Line_pkey";
ALTER TABLE "Line" ADD CONSTRAINT "Line_pkey" PRIMARY KEY ("id");
DROP INDEX "Line_tenantId_callId_key";
CREATE UNIQUE INDEX "Line_tenantId_callId_effectId_key" ON "Line"("tenantId", "callId", "effectId");

ALTER TABLE "MediaToken" ADD COLUMN "lineId" UUID;
ALTER TABLE "MediaToken" ALTER COLUMN "lineId" TYPE UUID USING "callId";
ALTER TABLE "MediaToken" ALTER COLUMN "lineId" SET NOT NULL;

DROP FUNCTION consume_media_token;
-- What a socket's token opens: 'open' exactly once within its lifetime, then 'used' or 'expired'; no row for an unknown one. Concurrent calls queue on the row.
CREATE FUNCTION consume_media_token(hash bytea)
RETURNS TABLE (state text, tenant_id uuid, call_id uuid, line_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY
    UPDATE public."MediaToken" t SET "consumedAt" = clock_timestamp()
    WHERE t."tokenHash" = hash AND t."consumedAt" IS NULL AND t."expiresAt" > clock_timestamp()
    RETURNING 'open'::text, t."tenantId", t."callId", t."lineId";
  IF NOT FOUND THEN
    RETURN QUERY
      SELECT CASE WHEN t."consumedAt" IS NULL THEN 'expired' ELSE 'used' END, t."tenantId", t."callId", t."lineId"
      FROM public."MediaToken" t WHERE t."tokenHash" = hash;
  END IF;
END $$;
REVOKE ALL ON FUNCTION consume_media_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consume_media_token TO parley_app;
GRANT CREATE ON SCHEMA public TO parley_auth;
ALTER FUNCTION consume_media_token OWNER TO parley_auth;
REVOKE CREATE ON SCHEMA public FROM parley_auth;
