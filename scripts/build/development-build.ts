/** A build for trying out and testing: it differs from the product only in the hosts that its manifest lists. */
export interface DevelopmentBuild {
  /** Match patterns of the pages where it is enabled from the start. */
  hosts: readonly string[];
  /** Keeps its output folder apart from the product's. */
  suffix: string;
}

/**
 * What the environment of a build asks for: `PARECER_HOSTS` is a JSON array of match patterns, `PARECER_BUILD` names
 * the output folder (`dev` unless given).
 * @returns nothing for the product build, which lists no host
 * @throws when `PARECER_HOSTS` is not an array of match patterns
 */
export function developmentBuild(environment: NodeJS.ProcessEnv): DevelopmentBuild | undefined {
  const text = environment.PARECER_HOSTS;
  if (text === undefined) return undefined;
  const hosts: unknown = JSON.parse(text);
  if (!Array.isArray(hosts) || !hosts.every(isMatchPattern)) {
    throw new Error(`PARECER_HOSTS must be a JSON array of match patterns, not ${text}`);
  }
  return { hosts, suffix: `-${environment.PARECER_BUILD ?? 'dev'}` };
}

/** Whether a value is an http(s) match pattern, as manifests have them: `https://erp.example.com/*`. */
export function isMatchPattern(value: unknown): value is string {
  return typeof value === 'string' && /^(https?|\*):\/\/(\*|(\*\.)?[^/*:\s]+)(:(\d+|\*))?\/\S*$/.test(value);
}
