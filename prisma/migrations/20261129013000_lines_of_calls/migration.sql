-- A line is held for a call: that of an attempt, one dialled from the studio, or one that came in. Lines held now are given back by their attempts as before.
ALTER TABLE "LineSlot" ADD COLUMN "callId" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "LineSlot" ALTER COLUMN "callId" DROP DEFAULT;
ALTER TABLE "LineSlot" DROP CONSTRAINT "LineSlot_pkey";
ALTER TABLE "LineSlot" ADD CONSTRAINT "LineSlot_pkey" PRIMARY KEY ("callId");
ALTER TABLE "LineSlot" ALTER COLUMN "attemptId" DROP NOT NULL;
ALTER TABLE "LineSlot" ALTER COLUMN "campaignId" DROP NOT NULL;

DROP FUNCTION reserve_line;

-- Takes a line for a call of the tenant of this transaction, or says why there is none and after how many milliseconds to ask again. One at a time in the whole
-- database, so no limit is ever passed. A tenant's campaigns get at most what the others leave: every tenant that asked within the last three seconds is owed its
-- equal share of the lines before somebody else gets more than that. A call without an attempt (and campaign) is a person's: only its connection limits it. What is
-- null is not limited; a call that came in is of no rate.
CREATE FUNCTION reserve_line(
  call uuid, attempt uuid, campaign uuid, connection uuid, lifetime_ms int,
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
  IF EXISTS (SELECT FROM public."LineSlot" s WHERE s."callId" = call OR s."attemptId" = attempt) THEN
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

  IF connection_rate IS NOT NULL THEN
    SELECT p."nextAt" INTO campaign_at FROM public."LinePace" p WHERE p."tenantId" = tenant AND p.subject = campaign;
    SELECT p."nextAt" INTO connection_at FROM public."LinePace" p WHERE p."tenantId" = tenant AND p.subject = connection;
    IF greatest(campaign_at, connection_at) > instant THEN
      RETURN QUERY SELECT 'tooFast'::text, ceil(extract(epoch FROM greatest(campaign_at, connection_at) - instant) * 1000)::int; RETURN;
    END IF;
  END IF;

  IF attempt IS NOT NULL THEN
    INSERT INTO public."LineDemand" VALUES (tenant, instant) ON CONFLICT ("tenantId") DO UPDATE SET at = instant;
    IF used >= all_lines THEN RETURN QUERY SELECT 'mediaFull'::text, 300; RETURN; END IF;
    SELECT count(*) INTO active FROM public."LineDemand" d WHERE d.at > instant - interval '3 seconds';
    share := greatest(1, all_lines / active);
    SELECT coalesce(sum(greatest(0, share - (SELECT count(*) FROM public."LineSlot" s WHERE s."tenantId" = d."tenantId"))), 0) INTO owed
    FROM public."LineDemand" d WHERE d."tenantId" <> tenant AND d.at > instant - interval '3 seconds';
    IF mine >= share AND all_lines - used <= owed THEN RETURN QUERY SELECT 'fairShare'::text, 300; RETURN; END IF;
  END IF;

  INSERT INTO public."LineSlot" ("callId", "attemptId", "tenantId", "campaignId", "connectionId", "createdAt", "expiresAt")
  VALUES (call, attempt, tenant, campaign, connection, instant, instant + make_interval(secs => lifetime_ms / 1000.0));
  INSERT INTO public."LinePace"
  SELECT tenant, p.subject, instant + make_interval(secs => 1 / p.rate)
  FROM (VALUES (campaign, campaign_rate), (connection, connection_rate)) AS p(subject, rate)
  WHERE p.subject IS NOT NULL AND p.rate IS NOT NULL
  ON CONFLICT ("tenantId", subject) DO UPDATE SET "nextAt" = excluded."nextAt";
  RETURN QUERY SELECT 'reserved'::text, 0;
END $$;
REVOKE ALL ON FUNCTION reserve_line FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reserve_line TO parley_app;
GRANT CREATE ON SCHEMA public TO parley_auth;
ALTER FUNCTION reserve_line OWNER TO parley_auth;
REVOKE CREATE ON SCHEMA public FROM parley_auth;
