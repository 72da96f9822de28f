CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opinion_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"media_type" text NOT NULL,
	"stored_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_watchers" (
	"customer_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "customer_watchers_customer_id_user_id_pk" PRIMARY KEY("customer_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_watchers" (
	"ticket_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "ticket_watchers_ticket_id_user_id_pk" PRIMARY KEY("ticket_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "opinion_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"body" jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workflows" (
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "workflows_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
ALTER TABLE "ticket_types" ADD COLUMN "attachment_limit" integer;--> statement-breakpoint
ALTER TABLE "ticket_types" ADD COLUMN "colour" text;--> statement-breakpoint
ALTER TABLE "ticket_types" ADD COLUMN "workflow_id" uuid;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "sells_services" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "owned_products" ADD COLUMN "situation" text;--> statement-breakpoint
ALTER TABLE "owned_products" ADD COLUMN "quantity" integer;--> statement-breakpoint
ALTER TABLE "owned_products" ADD COLUMN "acquired_on" date;--> statement-breakpoint
ALTER TABLE "owned_products" ADD COLUMN "expires_on" date;--> statement-breakpoint
ALTER TABLE "opinions" ADD COLUMN "decisions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "opinions" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "product_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "product_name" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "product_version" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "internal_contact_user_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "internal_contact_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "workflow_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "workflow_version" integer;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "workflow_item" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_opinion_id_opinions_id_fk" FOREIGN KEY ("opinion_id") REFERENCES "public"."opinions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_watchers" ADD CONSTRAINT "customer_watchers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_watchers" ADD CONSTRAINT "customer_watchers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_watchers" ADD CONSTRAINT "ticket_watchers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_watchers" ADD CONSTRAINT "ticket_watchers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_templates" ADD CONSTRAINT "opinion_templates_type_id_ticket_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."ticket_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_opinion" ON "attachments" USING btree ("opinion_id","position");--> statement-breakpoint
CREATE INDEX "attachments_of_blob" ON "attachments" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "customer_watchers_of_user" ON "customer_watchers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "ticket_watchers_of_user" ON "ticket_watchers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "opinion_templates_of_type" ON "opinion_templates" USING btree ("type_id");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_product_id_owned_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."owned_products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_internal_contact_user_id_users_id_fk" FOREIGN KEY ("internal_contact_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_open_of_internal_contact" ON "tickets" USING btree ("internal_contact_user_id","internal_contact_at") WHERE "tickets"."closed_at" is null;