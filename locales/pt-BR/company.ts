/** What stands for facts of a company that were not entered yet. */
export const companyDefaults = {
  name: 'Empresa sem nome',
} as const;
