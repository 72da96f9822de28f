import { describe, expect, it } from 'vitest';
import { developmentBuild, isMatchPattern } from '../../../scripts/build/development-build.ts';

describe('development build', () => {
  it('is not made unless it is asked for', () => {
    expect(developmentBuild({})).toBeUndefined();
  });

  it('lists the hosts that are asked for, in a folder of its own', () => {
    const hosts = ['https://erp.example.com/*'];
    expect(developmentBuild({ PARECER_HOSTS: JSON.stringify(hosts) })).toEqual({ hosts, suffix: '-dev' });
    expect(developmentBuild({ PARECER_HOSTS: '[]', PARECER_BUILD: 'e2e' })).toEqual({
      hosts: [],
      suffix: '-e2e',
    });
  });

  it.each(['{}', '"https://a/*"', '["ftp://a/*"]', '[1]'])('is refused for %s', (hosts) => {
    expect(() => developmentBuild({ PARECER_HOSTS: hosts })).toThrow('match patterns');
  });
});

describe('match patterns', () => {
  it.each(['https://a.b/*', '*://*/*', 'http://*.a.b/x/*', 'http://localhost:80/*', 'http://127.0.0.1:*/*'])(
    '%s is one',
    (pattern) => expect(isMatchPattern(pattern)).toBe(true),
  );

  it.each([
    'https://a.b',
    'a.b/*',
    'https://a.*/*',
    'https://*a.b/*',
    'chrome://x/*',
    'https:// /*',
    '<all_urls>',
  ])('%s is none', (pattern) => expect(isMatchPattern(pattern)).toBe(false));
});
