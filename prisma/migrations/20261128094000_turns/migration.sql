CREATE TYPE "TurnAudio" AS ENUM ('kept', 'live');

CREATE TABLE "Turn" (
    "tenantId" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "flowId" UUID NOT NULL,
    "flowVersionId" UUID NOT NULL,
    "channel" "CallChannel" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endOfTurnMs" INTEGER,
    "transcriptMs" INTEGER,
    "understandingMs" INTEGER,
    "decisionMs" INTEGER,
    "voiceMs" INTEGER,
    "lineMs" INTEGER,
    "gapMs" INTEGER,
    "audio" "TurnAudio",
    "foreseen" BOOLEAN,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("callId","number")
);
CREATE INDEX "Turn_tenantId_at_idx" ON "Turn"("tenantId", "at");
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_tenantId_callId_fkey" FOREIGN KEY ("tenantId", "callId") REFERENCES "Call"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written once, with the journal; gone with its call.
GRANT SELECT, INSERT ON "Turn" TO parley_app;
ALTER TABLE "Turn" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Turn" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Turn" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
