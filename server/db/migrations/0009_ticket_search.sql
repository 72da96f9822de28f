-- Words of a rich text, a line per paragraph; descriptions of images after them.
CREATE FUNCTION public.rich_text_words(body jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
  SELECT normalize(coalesce(string_agg(line, E'\n' ORDER BY place), ''), NFC)
  FROM (
    SELECT place, (
      SELECT string_agg(coalesce(inline ->> 'text', ' '), '' ORDER BY position)
      FROM jsonb_array_elements(block -> 'content') WITH ORDINALITY AS inlines (inline, position)
    ) AS line
    FROM jsonb_path_query(body, 'strict $.** ? (@.type == "paragraph" || @.type == "heading" || @.type == "codeBlock")')
      WITH ORDINALITY AS blocks (block, place)
    WHERE jsonb_typeof(block -> 'content') = 'array'
    UNION ALL
    SELECT 1000000 + place, image -> 'attrs' ->> 'alt'
    FROM jsonb_path_query(body, 'strict $.** ? (@.type == "image")') WITH ORDINALITY AS images (image, place)
  ) AS lines
);--> statement-breakpoint
-- A text without accents, capitals and punctuation, character by character, so that a place in it is the same place in the text.
-- Endings and stop words that the stemmer knows only with their accents get them, whether they were written or not, and plurals
-- that it leaves apart become the singular and spaces: "devolucoes" is "devolução", "fiscais" is "fiscal". Without a regular
-- expression, which would cost more than all the rest of writing an opinion.
CREATE FUNCTION public.search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  substr(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(translate(' ' || lower(normalize(words, NFC)) || ' ',
      'áÁàÀâÂãÃäÄåÅéÉèÈêÊëËíÍìÌîÎïÏóÓòÒôÔõÕöÖúÚùÙûÛüÜçÇñÑýÝÿŸ!"#$%&()*+,-./:;<=>?@[\]^_`{|}~“”‘’–—…•«»ºª·''' || E'\n\r\t\u00a0',
      'aaaaaaaaaaaaeeeeeeeeiiiiiiiioooooooooouuuuuuuuccnnyyyy                                                 '), 'cao ', 'ção '), 'coes ', 'ção  '), 'ao ', 'ão ')
      , 'oes ', 'ão  '), 'aes ', 'ão  '), 'ais ', 'al  ')
      , 'eis ', 'el  '), 'ns ', 'm  '), 'encia ', 'ência ')
      , 'encias ', 'ências '), 'ancia ', 'ância '), 'ancias ', 'âncias ')
      , 'avel ', 'ável '), 'ivel ', 'ível '), ' ão ', ' ao ')
      , ' mal  ', ' mais '), ' ja ', ' já '), ' so ', ' só ')
      , ' ate ', ' até '), ' ha ', ' há '), ' voce ', ' você ')
      , ' tambem ', ' também '), 2);--> statement-breakpoint
-- Where words of a text are, by their stems.
CREATE FUNCTION public.search_vector(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  to_tsvector('pg_catalog.portuguese', public.search_fold(words));--> statement-breakpoint
CREATE FUNCTION public.subject_keys(subjects text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
  SELECT coalesce(array_agg(trim(public.search_fold(subject))), '{}') FROM unnest(subjects) AS chosen (subject)
);--> statement-breakpoint
-- A subject says more of an opinion than a word of its text. A vector has room for a megabyte: of a text of many bytes the first
-- 100,000 characters count, so that no text can be one that the table refuses.
CREATE FUNCTION public.opinion_search(words text, subjects text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  setweight(public.search_vector(
    left(words, CASE WHEN octet_length(words) <= 300000 THEN 200000 ELSE 100000 END)
  ), 'D') || CASE WHEN subjects = '{}' THEN ''::tsvector ELSE setweight((
    SELECT public.search_vector(coalesce(string_agg(subject, ' '), '')) FROM unnest(subjects) AS chosen (subject)
  ), 'B') END;--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"criteria" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "opinions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (public.opinion_search(public.rich_text_words(body), subjects)) STORED;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_searches_of_user" ON "saved_searches" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "opinions_search" ON "opinions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "opinions_subjects" ON "opinions" USING gin (public.subject_keys("subjects"));--> statement-breakpoint
CREATE INDEX "opinions_of_author" ON "opinions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "tickets_search" ON "tickets" USING gin (public.search_vector("title"));--> statement-breakpoint
CREATE INDEX "tickets_opened" ON "tickets" USING btree ("opened_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);