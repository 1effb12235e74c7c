-- What the last test of a connection, as it is stored, came to.
ALTER TABLE "Connection" ADD COLUMN "lastTest" JSONB;
