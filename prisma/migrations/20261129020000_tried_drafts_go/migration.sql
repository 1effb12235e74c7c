-- A published version still never changes; a draft that was tried can go.
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.number IS NULL THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% rows are immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER immutable ON "FlowVersion";
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "FlowVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();

-- Of the test calls of a flow's drafts, those beyond the newest, and those whose draft is beyond the newest ones, with their recordings. Not those that
-- have not long been over (their recording may still be on its way), and not those that booked something.
CREATE FUNCTION old_draft_calls(of_flow uuid, kept_drafts int, kept_calls int) RETURNS TABLE (call_id uuid, recording text)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH drafts AS (
    SELECT v.id, row_number() OVER (ORDER BY v."publishedAt" DESC, v.id DESC) AS nth
    FROM public."FlowVersion" v WHERE v."tenantId" = app_tenant() AND v."flowId" = of_flow AND v.number IS NULL
  ), tried AS (
    SELECT c.*, d.nth AS draft_nth, row_number() OVER (ORDER BY c."startedAt" DESC, c.id DESC) AS call_nth
    FROM public."Call" c JOIN drafts d ON d.id = c."flowVersionId" WHERE c."tenantId" = app_tenant() AND c."flowId" = of_flow
  )
  SELECT t.id, r.path FROM tried t LEFT JOIN public."Recording" r ON r."callId" = t.id
  WHERE (t.draft_nth > kept_drafts OR t.call_nth > kept_calls) AND t."endedAt" < clock_timestamp() - interval '1 hour'
    AND NOT EXISTS (SELECT 1 FROM public."Appointment" a WHERE a."tenantId" = t."tenantId" AND a."callId" = t.id)
$$;

-- Deletes those of the given calls that are among them, and the drafts beyond the newest that have no call left; answers how many calls went.
CREATE FUNCTION forget_draft_calls(of_flow uuid, kept_drafts int, kept_calls int, calls uuid[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  gone int;
BEGIN
  DELETE FROM public."Call" c USING public.old_draft_calls(of_flow, kept_drafts, kept_calls) o
    WHERE c.id = o.call_id AND c.id = ANY (calls);
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM public."FlowVersion" v USING (
      SELECT d.id FROM public."FlowVersion" d WHERE d."tenantId" = app_tenant() AND d."flowId" = of_flow AND d.number IS NULL
      ORDER BY d."publishedAt" DESC, d.id DESC OFFSET kept_drafts
    ) o
    WHERE v.id = o.id AND NOT EXISTS (SELECT 1 FROM public."Call" c WHERE c."tenantId" = v."tenantId" AND c."flowVersionId" = v.id);
  RETURN gone;
END $$;

GRANT SELECT ON "FlowVersion", "Call", "Recording", "Appointment" TO parley_auth;
GRANT DELETE ON "FlowVersion", "Call" TO parley_auth;
REVOKE ALL ON FUNCTION old_draft_calls, forget_draft_calls FROM PUBLIC;
GRANT EXECUTE ON FUNCTION old_draft_calls TO parley_app, parley_auth;
GRANT EXECUTE ON FUNCTION forget_draft_calls TO parley_app;
GRANT CREATE ON SCHEMA public TO parley_auth;
ALTER FUNCTION forget_draft_calls OWNER TO parley_auth;
REVOKE CREATE ON SCHEMA public FROM parley_auth;
