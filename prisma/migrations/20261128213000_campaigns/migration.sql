CREATE TYPE "CampaignStatus" AS ENUM ('draft', 'running', 'paused', 'stopped', 'finished');
CREATE TYPE "LeadStatus" AS ENUM ('waiting', 'trying', 'finished');
CREATE TYPE "AttemptStatus" AS ENUM ('queued', 'dialling', 'ended');
CREATE TYPE "ConsentKind" AS ENUM ('given', 'withdrawn');

CREATE TABLE "Campaign" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "flowVersionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "CampaignStatus" NOT NULL DEFAULT 'draft',
    "settings" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Campaign_tenantId_id_key" ON "Campaign"("tenantId", "id");
CREATE INDEX "Campaign_tenantId_createdAt_idx" ON "Campaign"("tenantId", "createdAt" DESC);

CREATE TABLE "LeadImport" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committedAt" TIMESTAMPTZ(3),
    "leads" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LeadImport_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "LeadImport_tenantId_id_key" ON "LeadImport"("tenantId", "id");
CREATE INDEX "LeadImport_tenantId_campaignId_idx" ON "LeadImport"("tenantId", "campaignId");

CREATE TABLE "StagedLead" (
    "leadId" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "numberHash" BYTEA NOT NULL,
    "contact" BYTEA NOT NULL,
    "zones" TEXT[],
    "country" TEXT,

    CONSTRAINT "StagedLead_pkey" PRIMARY KEY ("leadId")
);
CREATE INDEX "StagedLead_tenantId_importId_idx" ON "StagedLead"("tenantId", "importId");

CREATE TABLE "ImportProblem" (
    "tenantId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "column" INTEGER,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ImportProblem_pkey" PRIMARY KEY ("importId", "row")
);
CREATE INDEX "ImportProblem_tenantId_idx" ON "ImportProblem"("tenantId");

CREATE TABLE "Lead" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "numberHash" BYTEA NOT NULL,
    "contact" BYTEA NOT NULL,
    "zones" TEXT[],
    "country" TEXT,
    "status" "LeadStatus" NOT NULL DEFAULT 'waiting',
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Lead_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Lead_tenantId_id_key" ON "Lead"("tenantId", "id");
CREATE UNIQUE INDEX "Lead_campaignId_numberHash_key" ON "Lead"("campaignId", "numberHash");
CREATE INDEX "Lead_campaignId_status_nextAt_idx" ON "Lead"("campaignId", "status", "nextAt");
CREATE INDEX "Lead_tenantId_numberHash_idx" ON "Lead"("tenantId", "numberHash");

CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "AttemptStatus" NOT NULL DEFAULT 'queued',
    "callId" UUID NOT NULL,
    "decision" JSONB NOT NULL,
    "outcome" TEXT,
    "failureCode" TEXT,
    "wish" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dialledAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Attempt_tenantId_id_key" ON "Attempt"("tenantId", "id");
CREATE UNIQUE INDEX "Attempt_campaignId_leadId_number_key" ON "Attempt"("campaignId", "leadId", "number");
CREATE INDEX "Attempt_tenantId_leadId_idx" ON "Attempt"("tenantId", "leadId");
CREATE INDEX "Attempt_campaignId_status_idx" ON "Attempt"("campaignId", "status");

CREATE TABLE "LineSlot" (
    "attemptId" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LineSlot_pkey" PRIMARY KEY ("attemptId")
);
CREATE UNIQUE INDEX "LineSlot_tenantId_attemptId_key" ON "LineSlot"("tenantId", "attemptId");
CREATE INDEX "LineSlot_campaignId_idx" ON "LineSlot"("campaignId");
CREATE INDEX "LineSlot_connectionId_idx" ON "LineSlot"("connectionId");
CREATE INDEX "LineSlot_tenantId_idx" ON "LineSlot"("tenantId");

CREATE TABLE "LinePace" (
    "tenantId" UUID NOT NULL,
    "subject" UUID NOT NULL,
    "nextAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "LinePace_pkey" PRIMARY KEY ("tenantId", "subject")
);

CREATE TABLE "LineDemand" (
    "tenantId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LineDemand_pkey" PRIMARY KEY ("tenantId")
);

CREATE TABLE "Suppression" (
    "tenantId" UUID NOT NULL,
    "numberHash" BYTEA NOT NULL,
    "number" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("tenantId", "numberHash")
);

CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "numberHash" BYTEA NOT NULL,
    "kind" "ConsentKind" NOT NULL,
    "evidence" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Consent_tenantId_numberHash_at_idx" ON "Consent"("tenantId", "numberHash", "at" DESC);

ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_tenantId_flowVersionId_fkey" FOREIGN KEY ("tenantId", "flowVersionId") REFERENCES "FlowVersion"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LeadImport" ADD CONSTRAINT "LeadImport_tenantId_campaignId_fkey" FOREIGN KEY ("tenantId", "campaignId") REFERENCES "Campaign"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StagedLead" ADD CONSTRAINT "StagedLead_tenantId_importId_fkey" FOREIGN KEY ("tenantId", "importId") REFERENCES "LeadImport"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ImportProblem" ADD CONSTRAINT "ImportProblem_tenantId_importId_fkey" FOREIGN KEY ("tenantId", "importId") REFERENCES "LeadImport"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_tenantId_campaignId_fkey" FOREIGN KEY ("tenantId", "campaignId") REFERENCES "Campaign"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_tenantId_leadId_fkey" FOREIGN KEY ("tenantId", "leadId") REFERENCES "Lead"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "LineSlot" ADD CONSTRAINT "LineSlot_tenantId_attemptId_fkey" FOREIGN KEY ("tenantId", "attemptId") REFERENCES "Attempt"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Campaign", "LeadImport", "StagedLead", "ImportProblem", "Lead", "Attempt", "Suppression" TO parley_app;
-- What was said stays said.
GRANT SELECT, INSERT ON "Consent" TO parley_app;
-- Lines are taken by the function below only.
GRANT SELECT, DELETE ON "LineSlot" TO parley_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "LineSlot", "LinePace", "LineDemand" TO parley_auth;

ALTER TABLE "Campaign" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Campaign" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Campaign" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "LeadImport" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LeadImport" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "LeadImport" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "StagedLead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "StagedLead" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "StagedLead" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "ImportProblem" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ImportProblem" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ImportProblem" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "Lead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Lead" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Lead" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "Attempt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Attempt" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Attempt" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "LineSlot" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LineSlot" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "LineSlot" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "LinePace" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LinePace" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "LinePace" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "LineDemand" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LineDemand" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "LineDemand" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "Suppression" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Suppression" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Suppression" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
ALTER TABLE "Consent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Consent" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Consent" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());

-- Only the function below runs as parley_auth: it counts the lines of all tenants.
CREATE POLICY auth ON "LineSlot" TO parley_auth USING (true) WITH CHECK (true);
CREATE POLICY auth ON "LinePace" TO parley_auth USING (true) WITH CHECK (true);
CREATE POLICY auth ON "LineDemand" TO parley_auth USING (true) WITH CHECK (true);

-- Takes a line for an attempt of the tenant of this transaction, or says why there is none and after how many milliseconds to ask again. One at a time in
-- the whole database, so no limit is ever passed. A tenant gets at most what the others leave: every tenant that asked within the last three seconds is owed its
-- equal share of the lines before somebody else gets more than that.
CREATE FUNCTION reserve_line(
  attempt uuid, campaign uuid, connection uuid, lifetime_ms int,
  campaign_lines int, tenant_lines int, connection_lines int, all_lines int, campaign_rate float8, connection_rate float8
)
RETURNS TABLE (state text, retry_ms int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tenant uuid := public.app_tenant();
  instant timestamptz;
  mine int; used int; active int; share int; owed int;
  campaign_at timestamptz; connection_at timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('parley lines'));
  instant := clock_timestamp();
  IF EXISTS (SELECT FROM public."LineSlot" s WHERE s."attemptId" = attempt) THEN
    RETURN QUERY SELECT 'reserved'::text, 0; RETURN;
  END IF;
  -- What nobody gave back in time is free.
  DELETE FROM public."LineSlot" s WHERE s."expiresAt" < instant;

  IF (SELECT count(*) FROM public."LineSlot" s WHERE s."campaignId" = campaign) >= campaign_lines THEN
    RETURN QUERY SELECT 'campaignFull'::text, 500; RETURN;
  END IF;
  SELECT count(*) FILTER (WHERE s."tenantId" = tenant), count(*) INTO mine, used FROM public."LineSlot" s;
  IF mine >= tenant_lines THEN RETURN QUERY SELECT 'tenantFull'::text, 500; RETURN; END IF;
  IF (SELECT count(*) FROM public."LineSlot" s WHERE s."connectionId" = connection) >= connection_lines THEN
    RETURN QUERY SELECT 'connectionFull'::text, 500; RETURN;
  END IF;

  SELECT p."nextAt" INTO campaign_at FROM public."LinePace" p WHERE p."tenantId" = tenant AND p.subject = campaign;
  SELECT p."nextAt" INTO connection_at FROM public."LinePace" p WHERE p."tenantId" = tenant AND p.subject = connection;
  IF greatest(campaign_at, connection_at) > instant THEN
    RETURN QUERY SELECT 'tooFast'::text, ceil(extract(epoch FROM greatest(campaign_at, connection_at) - instant) * 1000)::int; RETURN;
  END IF;

  INSERT INTO public."LineDemand" VALUES (tenant, instant) ON CONFLICT ("tenantId") DO UPDATE SET at = instant;
  IF used >= all_lines THEN RETURN QUERY SELECT 'mediaFull'::text, 300; RETURN; END IF;
  SELECT count(*) INTO active FROM public."LineDemand" d WHERE d.at > instant - interval '3 seconds';
  share := greatest(1, all_lines / active);
  SELECT coalesce(sum(greatest(0, share - (SELECT count(*) FROM public."LineSlot" s WHERE s."tenantId" = d."tenantId"))), 0) INTO owed
  FROM public."LineDemand" d WHERE d."tenantId" <> tenant AND d.at > instant - interval '3 seconds';
  IF mine >= share AND all_lines - used <= owed THEN RETURN QUERY SELECT 'fairShare'::text, 300; RETURN; END IF;

  INSERT INTO public."LineSlot" ("attemptId", "tenantId", "campaignId", "connectionId", "createdAt", "expiresAt")
  VALUES (attempt, tenant, campaign, connection, instant, instant + make_interval(secs => lifetime_ms / 1000.0));
  INSERT INTO public."LinePace" VALUES
    (tenant, campaign, instant + make_interval(secs => 1 / campaign_rate)), (tenant, connection, instant + make_interval(secs => 1 / connection_rate))
  ON CONFLICT ("tenantId", subject) DO UPDATE SET "nextAt" = excluded."nextAt";
  RETURN QUERY SELECT 'reserved'::text, 0;
END $$;
REVOKE ALL ON FUNCTION reserve_line FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reserve_line TO parley_app;
GRANT CREATE ON SCHEMA public TO parley_auth;
ALTER FUNCTION reserve_line OWNER TO parley_auth;
REVOKE CREATE ON SCHEMA public FROM parley_auth;
