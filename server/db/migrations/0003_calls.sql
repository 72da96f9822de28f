ALTER TABLE "opinions" ADD COLUMN "call_id" uuid;--> statement-breakpoint
ALTER TABLE "opinions" ADD COLUMN "call_phone" text;--> statement-breakpoint
CREATE INDEX "opinions_of_call" ON "opinions" USING btree ("call_id") WHERE "opinions"."call_id" is not null;