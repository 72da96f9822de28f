import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { projectRoot, sourceFiles } from '../support/imports.ts';

/** Enough to build, register and render what one context needs. */
const maximumLines = 60;

const files = sourceFiles(['entrypoints']);

interface SyntaxNode {
  type: string;
  [key: string]: unknown;
}

/** Statements that decide or repeat something: where they stand there is logic that belongs below the entrypoint. */
const decisions = [
  'SwitchStatement',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'TryStatement',
];

describe('entrypoints', () => {
  it('exist', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s is short', (file) => {
    expect(read(file).trimEnd().split('\n').length).toBeLessThanOrEqual(maximumLines);
  });

  it.each(files)('%s wires and does nothing else', (file) => {
    const found = nodes(parseSync(file, read(file)).program as unknown as SyntaxNode).map(
      (node) => node.type,
    );
    expect(found.filter((type) => decisions.includes(type) || type.startsWith('Class'))).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8');
}

function nodes(node: SyntaxNode): SyntaxNode[] {
  return [node, ...Object.values(node).flatMap(children).flatMap(nodes)];
}

function children(value: unknown): SyntaxNode[] {
  if (Array.isArray(value)) return value.flatMap(children);
  return typeof value === 'object' && value !== null && 'type' in value ? [value as SyntaxNode] : [];
}
