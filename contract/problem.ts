import { z } from 'zod';

/** RFC 9457 problem details, the body of every error answer (`application/problem+json`). */
export const problemDetailsSchema = z.object({
  /** `https://parecer.invalid/problems/<code>`; the last segment is the code of `domain/result.ts`. */
  type: z.string().max(200),
  title: z.string().max(300),
  status: z.number().int(),
  detail: z.string().max(1000).optional(),
  /** Dotted path of the first field at fault. */
  field: z.string().max(300).optional(),
  /** All the fields at fault. */
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .max(100)
    .optional(),
  /** Looks the failure up in the server's log. */
  supportCode: z.string().max(40).optional(),
});

export type ProblemDetails = z.infer<typeof problemDetailsSchema>;

export const PROBLEM_TYPE_PREFIX = 'https://parecer.invalid/problems/';
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
