import type { CompanyConfiguration } from '../../domain/company-configuration/schema.ts';
import { err, ok, type Problem, type Result } from '../../domain/result.ts';
import { imageLimitProblem } from '../../domain/rich-text/limits.ts';
import { templateTextToRichText } from './template-text.ts';

/** The same configuration with the document of each template in the place of its Markdown. */
export function withBodies(configuration: CompanyConfiguration): Result<CompanyConfiguration, Problem[]> {
  if (configuration.templates === undefined) return ok(configuration);
  const problems: Problem[] = [];
  const templates = configuration.templates.map((template, index) => {
    const { text, ...rest } = template;
    if (text === undefined) return template;
    const field = `templates.${index}.text`;
    const body = templateTextToRichText(text);
    if (!body.ok) {
      problems.push({ ...body.error, field });
      return template;
    }
    const images = imageLimitProblem(body.value, field);
    if (images !== null) problems.push(images);
    return { ...rest, body: body.value };
  });
  return problems.length > 0 ? err(problems) : ok({ ...configuration, templates });
}
