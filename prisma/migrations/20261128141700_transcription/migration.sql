CREATE TABLE "Transcription" (
    "callId" UUID NOT NULL,
    "tenantId" UUID NOT NULL,
    "vendor" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "turns" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Transcription_pkey" PRIMARY KEY ("callId")
);
CREATE UNIQUE INDEX "Transcription_tenantId_callId_key" ON "Transcription"("tenantId", "callId");
-- Words of a recording are kept no longer than the recording.
ALTER TABLE "Transcription" ADD CONSTRAINT "Transcription_tenantId_callId_fkey" FOREIGN KEY ("tenantId", "callId") REFERENCES "Recording"("tenantId", "callId") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Transcription" TO parley_app;
ALTER TABLE "Transcription" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Transcription" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Transcription" USING ("tenantId" = app_tenant()) WITH CHECK ("tenantId" = app_tenant());
