import type { TicketType } from './ticket-type.ts';

/** Id of the workflow that tickets of this type follow: its own, or that of its nearest ancestor that has one; null for none. */
export function workflowIdOfType(
  typeId: string | null,
  findType: (id: string) => Pick<TicketType, 'parentId' | 'workflowId'> | null,
): string | null {
  const seen = new Set<string>();
  let id = typeId;
  while (id !== null && !seen.has(id)) {
    seen.add(id);
    const type = findType(id);
    if (type === null) return null;
    if (type.workflowId !== null) return type.workflowId;
    id = type.parentId;
  }
  return null;
}
