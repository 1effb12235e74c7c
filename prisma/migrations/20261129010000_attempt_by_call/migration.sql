-- What is said in a call finds its attempt.
CREATE UNIQUE INDEX "Attempt_tenantId_callId_key" ON "Attempt"("tenantId", "callId");
