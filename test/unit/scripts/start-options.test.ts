import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../scripts/start/options.ts';

describe('options of npm start', () => {
  it('are all optional', () => {
    expect(readOptions([], '/somewhere')).toEqual({
      port: 7300,
      data: undefined,
      opensBrowser: true,
      customers: undefined,
      hosts: [],
      asksForHelp: false,
    });
  });

  it('are read, and the data folder is meant from where the command was typed', () => {
    const args = ['--port', '5000', '--data', 'dados', '--no-browser', '--customers', '100000'];
    const hosts = ['--host', 'https://erp.example.com/*', '--host=http://*.example.org:8080/app/*'];
    expect(readOptions([...args, ...hosts], '/somewhere')).toEqual({
      port: 5000,
      data: '/somewhere/dados',
      opensBrowser: false,
      customers: 100_000,
      hosts: ['https://erp.example.com/*', 'http://*.example.org:8080/app/*'],
      asksForHelp: false,
    });
  });

  it.each([
    [['--port', 'abc'], '"abc" não é uma porta'],
    [['--port', '0'], '"0" não é uma porta'],
    [['--port', '65535'], '"65535" não é uma porta'],
    [['--port', '-5'], '--port'],
    [['--port'], '--port'],
    [['--customers', 'muitos'], '"muitos" não é um número de clientes'],
    [['--customers', '0'], '"0" não é um número de clientes'],
    [['--host', 'erp.example.com'], '"erp.example.com" não é um padrão de página'],
    [['--host', 'https://erp.example.com'], '"https://erp.example.com" não é um padrão de página'],
    [['--host', 'file:///*'], '"file:///*" não é um padrão de página'],
    [['--data', ''], '--data'],
    [['--databse', 'x'], '--databse'],
    [['x'], 'x'],
    [['--no-browser=1'], '--no-browser'],
  ])('%j is refused in one sentence that names what is wrong', (args, named) => {
    expect(() => readOptions(args, '/')).toThrow(expect.objectContaining({ name: 'Problem' }));
    expect(() => readOptions(args, '/')).toThrow(named);
  });
});
