-- News of a line that come again change nothing: which of them came before needs not to be known.
DROP TABLE "CarrierEvent";
