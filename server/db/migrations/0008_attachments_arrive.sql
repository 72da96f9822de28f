ALTER TABLE "attachments" ADD COLUMN "arrived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "given_up_at" timestamp (3) with time zone;