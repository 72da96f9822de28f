import { z } from 'zod';
import { savedSearchSchema, searchCriteriaSchema } from '../domain/saved-search.ts';

/**
 * `GET /saved-searches`: those of the signed-in user, in order of name. `POST` keeps one, with the client's id: 201, or 200 when
 * it was kept before with this content. `DELETE /saved-searches/{id}`: 204, also where there is none.
 */
export const savedSearchListSchema = z.object({ items: z.array(savedSearchSchema) });
export const savedSearchRequestSchema = savedSearchSchema.extend({
  criteria: searchCriteriaSchema.strict(),
});
export const savedSearchAnswerSchema = savedSearchSchema;
