-- Scenarios made of calls hold callers' words. The key is not in the database, so what is there in clear is encrypted by the first process that lists it.
ALTER TABLE "Scenario" RENAME COLUMN "document" TO "clear";
ALTER TABLE "Scenario" ALTER COLUMN "clear" DROP NOT NULL, ADD COLUMN "document" BYTEA;
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_clear_or_encrypted" CHECK (num_nonnulls("clear", "document") = 1);
