CREATE TABLE "contact_channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_types" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"selectable" boolean NOT NULL,
	"subject_required" boolean DEFAULT false NOT NULL,
	"initial_center_id" uuid,
	"closing_policy" jsonb NOT NULL,
	"flexible_closing" boolean DEFAULT false NOT NULL,
	"priority" integer NOT NULL,
	"next_contact_days" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "ticket_types_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "company" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"area_code" text NOT NULL,
	"holidays" date[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "company_is_one" CHECK ("company"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "server_secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text,
	"phone" text,
	"extension" text,
	"shared_phone" boolean DEFAULT false NOT NULL,
	"email" text,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"code_key" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"trade_name" text,
	"document" text,
	"city" text,
	"address" text,
	"phones" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"emails" text[] DEFAULT '{}' NOT NULL,
	"since" date,
	"alerts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"search_tokens" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owned_products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" text,
	"note" text,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"blocked_reason" text,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"parent_hash" "bytea",
	"issued_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "changes_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	CONSTRAINT "changes_transaction_number_pk" PRIMARY KEY("transaction","number")
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"receipt" json NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protocol_leases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"first" integer NOT NULL,
	"last" integer NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protocol_sequences" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"author_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"channel_id" uuid,
	"contact_person_id" uuid,
	"contact_name" text,
	"subjects" text[] DEFAULT '{}' NOT NULL,
	"body" jsonb NOT NULL,
	"center_before_id" uuid,
	"center_after_id" uuid,
	"corrects_opinion_id" uuid,
	"confirmed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"after_opinion" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"protocol" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"title" text NOT NULL,
	"center_id" uuid,
	"opened_by_user_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"next_contact_user_id" uuid,
	"next_contact_at" timestamp (3) with time zone,
	"waiting_for" text,
	"close_only_by_opener" boolean NOT NULL,
	"priority" integer NOT NULL,
	"opinion_count" integer NOT NULL,
	"last_opinion_at" timestamp (3) with time zone NOT NULL,
	"last_opinion_excerpt" text NOT NULL,
	"seconds_spent" integer NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by_user_id" uuid
);
--> statement-breakpoint
CREATE TABLE "responsibility_centers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"closes_ticket" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_centers" (
	"user_id" uuid NOT NULL,
	"center_id" uuid NOT NULL,
	CONSTRAINT "user_centers_user_id_center_id_pk" PRIMARY KEY("user_id","center_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"functions" text[] DEFAULT '{}' NOT NULL,
	"permissions" text[] DEFAULT '{}' NOT NULL,
	"password_hash" text,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ticket_types" ADD CONSTRAINT "ticket_types_parent_id_ticket_types_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."ticket_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_types" ADD CONSTRAINT "ticket_types_initial_center_id_responsibility_centers_id_fk" FOREIGN KEY ("initial_center_id") REFERENCES "public"."responsibility_centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_persons" ADD CONSTRAINT "contact_persons_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owned_products" ADD CONSTRAINT "owned_products_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owned_products" ADD CONSTRAINT "owned_products_parent_id_owned_products_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."owned_products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_leases" ADD CONSTRAINT "protocol_leases_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_channel_id_contact_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."contact_channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_contact_person_id_contact_persons_id_fk" FOREIGN KEY ("contact_person_id") REFERENCES "public"."contact_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_center_before_id_responsibility_centers_id_fk" FOREIGN KEY ("center_before_id") REFERENCES "public"."responsibility_centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_center_after_id_responsibility_centers_id_fk" FOREIGN KEY ("center_after_id") REFERENCES "public"."responsibility_centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_corrects_opinion_id_opinions_id_fk" FOREIGN KEY ("corrects_opinion_id") REFERENCES "public"."opinions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_type_id_ticket_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."ticket_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_center_id_responsibility_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."responsibility_centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_opened_by_user_id_users_id_fk" FOREIGN KEY ("opened_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_next_contact_user_id_users_id_fk" FOREIGN KEY ("next_contact_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_closed_by_user_id_users_id_fk" FOREIGN KEY ("closed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_centers" ADD CONSTRAINT "user_centers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_centers" ADD CONSTRAINT "user_centers_center_id_responsibility_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."responsibility_centers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_persons_customer" ON "contact_persons" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_code_key" ON "customers" USING btree ("code_key");--> statement-breakpoint
CREATE INDEX "customers_name_key" ON "customers" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("search_tokens");--> statement-breakpoint
CREATE INDEX "owned_products_customer" ON "owned_products" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_session" ON "refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "protocol_leases_of_device" ON "protocol_leases" USING btree ("device_id","year","first");--> statement-breakpoint
CREATE UNIQUE INDEX "opinions_of_ticket" ON "opinions" USING btree ("ticket_id","number");--> statement-breakpoint
CREATE INDEX "ticket_events_of_ticket" ON "ticket_events" USING btree ("ticket_id","after_opinion");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_protocol_key" ON "tickets" USING btree ("protocol");--> statement-breakpoint
CREATE INDEX "tickets_open_of_customer" ON "tickets" USING btree ("customer_id") WHERE "tickets"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_closed_of_customer" ON "tickets" USING btree ("customer_id","closed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "tickets"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_open_of_next_contact" ON "tickets" USING btree ("next_contact_user_id","next_contact_at") WHERE "tickets"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_unassigned_of_center" ON "tickets" USING btree ("center_id") WHERE "tickets"."closed_at" is null and "tickets"."next_contact_user_id" is null;--> statement-breakpoint
CREATE INDEX "user_centers_center" ON "user_centers" USING btree ("center_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_login_key" ON "users" USING btree (lower("login"));