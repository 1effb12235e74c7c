-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'editor', 'viewer');

-- CreateEnum
CREATE TYPE "CallChannel" AS ENUM ('browser', 'phone', 'text');

-- CreateEnum
CREATE TYPE "CallStatus" AS ENUM ('created', 'roomReady', 'conducting', 'wrappingUp', 'ended');

-- CreateEnum
CREATE TYPE "CallOutcome" AS ENUM ('completed', 'transferred', 'hungUp', 'noAnswer', 'silent', 'timeLimit', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "AppointmentStatus" AS ENUM ('booked', 'cancelled');

-- CreateTable
CREATE TABLE "Tenant" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "tenantId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("tenantId","userId")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "consumedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flow" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "publishedVersionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Flow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlowVersion" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "flowId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FlowVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "flowId" UUID NOT NULL,
    "flowVersionId" UUID NOT NULL,
    "channel" "CallChannel" NOT NULL,
    "status" "CallStatus" NOT NULL DEFAULT 'created',
    "outcome" "CallOutcome",
    "failureCode" TEXT,
    "workflowId" TEXT,
    "runId" TEXT,
    "facts" BYTEA NOT NULL,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "joinedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallEvent" (
    "tenantId" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" BYTEA NOT NULL,

    CONSTRAINT "CallEvent_pkey" PRIMARY KEY ("callId","seq")
);

-- CreateTable
CREATE TABLE "Recording" (
    "callId" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seconds" DOUBLE PRECISION NOT NULL,
    "peaks" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recording_pkey" PRIMARY KEY ("callId")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "durationMin" INTEGER NOT NULL,
    "priceCents" INTEGER,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpeningHours" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opens" TEXT NOT NULL,
    "closes" TEXT NOT NULL,

    CONSTRAINT "OpeningHours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resource" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "resourceId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "callId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "AppointmentStatus" NOT NULL DEFAULT 'booked',
    "contact" BYTEA NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "Flow_tenantId_deletedAt_updatedAt_idx" ON "Flow"("tenantId", "deletedAt", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Flow_tenantId_id_key" ON "Flow"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FlowVersion_tenantId_id_key" ON "FlowVersion"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FlowVersion_flowId_number_key" ON "FlowVersion"("flowId", "number");

-- CreateIndex
CREATE INDEX "Call_tenantId_startedAt_idx" ON "Call"("tenantId", "startedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Call_tenantId_id_key" ON "Call"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Recording_tenantId_callId_key" ON "Recording"("tenantId", "callId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_tenantId_id_key" ON "Service"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Service_tenantId_name_key" ON "Service"("tenantId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "OpeningHours_tenantId_weekday_opens_key" ON "OpeningHours"("tenantId", "weekday", "opens");

-- CreateIndex
CREATE UNIQUE INDEX "Resource_tenantId_id_key" ON "Resource"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Resource_tenantId_name_key" ON "Resource"("tenantId", "name");

-- CreateIndex
CREATE INDEX "Appointment_tenantId_startsAt_idx" ON "Appointment"("tenantId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_tenantId_idempotencyKey_key" ON "Appointment"("tenantId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "AuditEvent_tenantId_at_idx" ON "AuditEvent"("tenantId", "at" DESC);

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "Membership"("tenantId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flow" ADD CONSTRAINT "Flow_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flow" ADD CONSTRAINT "Flow_tenantId_publishedVersionId_fkey" FOREIGN KEY ("tenantId", "publishedVersionId") REFERENCES "FlowVersion"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlowVersion" ADD CONSTRAINT "FlowVersion_tenantId_flowId_fkey" FOREIGN KEY ("tenantId", "flowId") REFERENCES "Flow"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_tenantId_flowId_fkey" FOREIGN KEY ("tenantId", "flowId") REFERENCES "Flow"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_tenantId_flowVersionId_fkey" FOREIGN KEY ("tenantId", "flowVersionId") REFERENCES "FlowVersion"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallEvent" ADD CONSTRAINT "CallEvent_tenantId_callId_fkey" FOREIGN KEY ("tenantId", "callId") REFERENCES "Call"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_tenantId_callId_fkey" FOREIGN KEY ("tenantId", "callId") REFERENCES "Call"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_tenantId_resourceId_fkey" FOREIGN KEY ("tenantId", "resourceId") REFERENCES "Resource"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_tenantId_serviceId_fkey" FOREIGN KEY ("tenantId", "serviceId") REFERENCES "Service"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_tenantId_callId_fkey" FOREIGN KEY ("tenantId", "callId") REFERENCES "Call"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ---------------------------------------------------------------------------------------------------------------------
-- From here on: what Prisma does not know.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Roles belong to the whole server, migrations to a database: create them only where they are missing.
-- parley_app: what every query runs as. parley_auth: owns the few functions that run before a tenant is known.
DO $$
DECLARE
  missing text;
BEGIN
  FOREACH missing IN ARRAY ARRAY['parley_app', 'parley_auth'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = missing) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', missing);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this server was being migrated at the same moment
      END;
    END IF;
    IF NOT pg_has_role(current_user, missing, 'SET') THEN
      EXECUTE format('GRANT %I TO %I WITH INHERIT FALSE, SET TRUE', missing, current_user);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO parley_app, parley_auth;
GRANT SELECT, INSERT, UPDATE ON
  "Tenant", "Membership", "Flow", "Call", "Recording", "Service", "OpeningHours", "Resource", "Appointment" TO parley_app;
GRANT DELETE ON "Membership", "Service", "OpeningHours" TO parley_app;
GRANT SELECT, INSERT ON "FlowVersion", "CallEvent", "AuditEvent" TO parley_app;
GRANT SELECT ON "User" TO parley_app;
GRANT SELECT, INSERT ON "User" TO parley_auth;
GRANT SELECT, INSERT ON "Membership" TO parley_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON "SignInLink" TO parley_auth;

-- The tenant of the running transaction; NULL when none was set, and then no row is visible or writable.
CREATE FUNCTION app_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.tenant', true), '')::uuid;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Membership', 'SignInLink', 'Flow', 'FlowVersion', 'Call', 'CallEvent', 'Recording', 'Service',
                              'OpeningHours', 'Resource', 'Appointment', 'AuditEvent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant())', name);
  END LOOP;
END $$;

ALTER TABLE "Tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Tenant" USING (id = app_tenant()) WITH CHECK (id = app_tenant());

-- A person is seen by the tenants they belong to.
ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "User" FORCE ROW LEVEL SECURITY;
CREATE POLICY member ON "User" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = "User".id AND m."tenantId" = app_tenant()));

-- Only the functions below run as parley_auth.
CREATE POLICY auth ON "User" TO parley_auth USING (true) WITH CHECK (true);
CREATE POLICY auth ON "Membership" TO parley_auth USING (true) WITH CHECK (true);
CREATE POLICY auth ON "SignInLink" TO parley_auth USING (true) WITH CHECK (true);

-- Makes a person (found or created by address) a member of the current tenant; answers with the person's id.
CREATE FUNCTION add_member(new_user uuid, address text, display_name text, wanted "Role") RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_user uuid;
BEGIN
  IF app_tenant() IS NULL THEN
    RAISE EXCEPTION 'no tenant is set' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public."User" (id, email, name) VALUES (new_user, lower(address), display_name) ON CONFLICT (email) DO NOTHING;
  SELECT u.id INTO STRICT found_user FROM public."User" u WHERE u.email = lower(address);
  INSERT INTO public."Membership" ("tenantId", "userId", role) VALUES (app_tenant(), found_user, wanted)
    ON CONFLICT ("tenantId", "userId") DO NOTHING;
  RETURN found_user;
END $$;

-- Stores the hash of a new link for the person's first membership; false when nobody has that address.
CREATE FUNCTION create_sign_in_link(link uuid, address text, hash bytea, lifetime_ms int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM public."SignInLink" l USING public."User" u
    WHERE u.id = l."userId" AND u.email = lower(address) AND l."expiresAt" < clock_timestamp() - interval '1 day';
  INSERT INTO public."SignInLink" (id, "tenantId", "userId", "tokenHash", "expiresAt")
    SELECT link, m."tenantId", m."userId", hash, clock_timestamp() + lifetime_ms * interval '1 millisecond'
    FROM public."Membership" m JOIN public."User" u ON u.id = m."userId"
    WHERE u.email = lower(address) ORDER BY m."createdAt", m."tenantId" LIMIT 1;
  RETURN FOUND;
END $$;

-- Consumes a link: one row the first time within its lifetime, none otherwise. Concurrent calls queue on the row.
CREATE FUNCTION consume_sign_in_link(hash bytea)
RETURNS TABLE (user_id uuid, tenant_id uuid, email text, name text, role "Role")
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH consumed AS (
    UPDATE public."SignInLink" l SET "consumedAt" = clock_timestamp()
    WHERE l."tokenHash" = hash AND l."consumedAt" IS NULL AND l."expiresAt" > clock_timestamp()
    RETURNING l."tenantId", l."userId"
  )
  SELECT u.id, m."tenantId", u.email, u.name, m.role
  FROM consumed c
  JOIN public."Membership" m ON m."tenantId" = c."tenantId" AND m."userId" = c."userId"
  JOIN public."User" u ON u.id = m."userId"
$$;

REVOKE ALL ON FUNCTION add_member, create_sign_in_link, consume_sign_in_link FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_member, create_sign_in_link, consume_sign_in_link TO parley_app;
GRANT CREATE ON SCHEMA public TO parley_auth;
ALTER FUNCTION add_member OWNER TO parley_auth;
ALTER FUNCTION create_sign_in_link OWNER TO parley_auth;
ALTER FUNCTION consume_sign_in_link OWNER TO parley_auth;
REVOKE CREATE ON SCHEMA public FROM parley_auth;

-- A published version and an audit entry never change; not even for the owner of the tables.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "FlowVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "FlowVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- No double booking.
ALTER TABLE "Appointment" ADD CONSTRAINT appointment_times CHECK ("endsAt" > "startsAt");
ALTER TABLE "Appointment" ADD CONSTRAINT appointment_no_overlap
  EXCLUDE USING gist ("resourceId" WITH =, tstzrange("startsAt", "endsAt") WITH &&) WHERE (status = 'booked');

ALTER TABLE "OpeningHours" ADD CONSTRAINT opening_hours_weekday CHECK (weekday BETWEEN 1 AND 7);
ALTER TABLE "OpeningHours" ADD CONSTRAINT opening_hours_span
  CHECK (opens ~ '^([01]\d|2[0-3]):[0-5]\d$' AND closes ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$' AND closes > opens);
ALTER TABLE "Service" ADD CONSTRAINT service_duration CHECK ("durationMin" BETWEEN 1 AND 1440);
