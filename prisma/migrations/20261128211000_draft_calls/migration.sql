-- A row without a number is a draft as it was when somebody tried it by voice: calls point at it, nobody can publish it. NULLs are distinct, so the
-- unique index of (flow, number) allows as many as there are.
ALTER TABLE "FlowVersion" ALTER COLUMN "number" DROP NOT NULL;
CREATE INDEX "FlowVersion_drafts_idx" ON "FlowVersion"("flowId", "publishedAt" DESC) WHERE "number" IS NULL;
