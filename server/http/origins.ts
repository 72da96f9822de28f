/** Whether pages of this origin may call: browser extensions, and what the operator named. Never "any". */
export function isAllowedOrigin(origin: string, configured: readonly string[]): boolean {
  return /^(chrome|moz)-extension:\/\/[\w-]+$/.test(origin) || configured.includes(origin);
}
