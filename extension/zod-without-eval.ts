import { config } from 'zod';

/**
 * zod tries whether it may compile code from text. An extension's pages may not, and each try is a violation of their
 * security policy. Imported before anything that declares a schema.
 */
config({ jitless: true });
