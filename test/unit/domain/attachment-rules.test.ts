import { describe, expect, it } from 'vitest';
import { ATTACHMENT_LIMIT } from '../../../domain/attachment.ts';
import { readFileContent } from '../../../domain/attachment-content.ts';
import { checkAttachments, extensionOf, fileProblem } from '../../../domain/attachment-rules.ts';
import { createId } from '../../../domain/id.ts';
import { aPng } from '../../support/files.ts';

const MB = 1024 * 1024;
const text = (words: string) => new TextEncoder().encode(words);
const bytesOf = (...start: number[]) => new Uint8Array([...start, ...new Array(600).fill(0)]);
const contentOf = (name: string, bytes: Uint8Array) => readFileContent(name, bytes, 5 * MB);
const messageOf = async (name: string, bytes: Uint8Array) => {
  const read = await contentOf(name, bytes);
  return read.ok ? `ok ${read.value.mediaType}` : read.error.message;
};

/** A container of Office's old documents whose root has this class. */
function aContainer(kind: number): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(2 * 512 + 80, kind, true);
  return bytes;
}

describe('the name of a file', () => {
  it.each([
    'troca.exe',
    'TROCA.EXE',
    'nota.pdf.exe',
    'troca.bat.',
    'troca.cmd . ',
    'atalho.lnk',
    'macro.vbs',
    'app.jar',
    'instala.msi',
  ])('%s is that of a program', (name) => {
    expect(fileProblem({ name, size: 10 }, MB)).toMatchObject({
      code: 'program-refused',
      field: 'opinion.attachments',
    });
  });

  it('that hides its ending by turning the direction is read as it is', () => {
    expect(fileProblem({ name: 'nota\u202Efdp.exe', size: 10 }, MB)?.message).toBe(
      'notafdp.exe foi recusado: programas não podem ser anexados. Envie sem o anexo ou troque o arquivo.',
    );
  });

  it.each(['', '   ', '..', '../x.pdf', 'a\\b.pdf', `${'n'.repeat(201)}.pdf`])('%j cannot be one', (name) => {
    expect(fileProblem({ name, size: 10 }, MB)).not.toBeNull();
  });

  it.each(['Relatório nº 8 (final).pdf', 'sem extensão', '.gitignore', 'planilha.v2.xlsx'])(
    '%s is fine',
    (name) => {
      expect(fileProblem({ name, size: 10 }, MB)).toBeNull();
    },
  );

  it('ends with what stands behind its last dot', () => {
    expect(['a.PDF', 'a.b.xml', 'a', 'a.', 'a.txt  '].map(extensionOf)).toEqual([
      'pdf',
      'xml',
      '',
      '',
      'txt',
    ]);
  });
});

describe('the size of a file', () => {
  it('is at most what the type says, to the byte, and never over 10 MiB', () => {
    expect(fileProblem({ name: 'a.pdf', size: MB }, MB)).toBeNull();
    expect(fileProblem({ name: 'a.pdf', size: MB + 1 }, MB)?.message).toBe(
      'a.pdf passa do limite de 1 MB deste tipo de atendimento. Diminua o arquivo ou tire-o.',
    );
    expect(fileProblem({ name: 'a.pdf', size: ATTACHMENT_LIMIT + 1 }, 99 * MB)?.code).toBe('too-large');
  });

  it('is not nothing', () => {
    expect(fileProblem({ name: 'vazio.txt', size: 0 }, MB)?.message).toBe(
      'vazio.txt está vazio. Confira o arquivo e anexe-o de novo.',
    );
  });
});

describe('the files of an opinion', () => {
  const file = (size = 10) => ({
    id: createId(),
    name: 'a.pdf',
    size,
    mediaType: 'application/pdf',
    sha256: 'a'.repeat(64),
  });

  it('are none where the type takes none', () => {
    expect(checkAttachments([file()], { attachmentLimit: null })[0]?.message).toMatch(/não aceita anexos/);
    expect(checkAttachments([], { attachmentLimit: null })).toEqual([]);
  });

  it('are left to the server where the type is not known', () => {
    expect(checkAttachments([file(9 * MB)], null)).toEqual([]);
  });

  it('are at most 20, of 50 MB together', () => {
    const limits = { attachmentLimit: ATTACHMENT_LIMIT };
    expect(
      checkAttachments(
        Array.from({ length: 20 }, () => file()),
        limits,
      ),
    ).toEqual([]);
    expect(
      checkAttachments(
        Array.from({ length: 21 }, () => file()),
        limits,
      )[0]?.message,
    ).toMatch(/no máximo 20/);
    expect(
      checkAttachments(
        Array.from({ length: 6 }, () => file(9 * MB)),
        limits,
      )[0]?.message,
    ).toMatch(/50 MB/);
  });
});

describe('the content of a file', () => {
  it.each<[string, Uint8Array]>([
    ['Windows', bytesOf(0x4d, 0x5a)],
    ['Linux', bytesOf(0x7f, 0x45, 0x4c, 0x46)],
    ['macOS', bytesOf(0xcf, 0xfa, 0xed, 0xfe)],
    ['Java', bytesOf(0xca, 0xfe, 0xba, 0xbe)],
    ['a shortcut', bytesOf(0x4c, 0, 0, 0, 1, 0x14, 2, 0)],
    ['a shell script', text('#!/bin/sh\nrm -rf ~')],
    ['a batch file', text('@ECHO OFF\r\ndel *.*')],
    ['PHP behind a mark of UTF-8', text('\ufeff<?php system($_GET[0]);')],
    ['a change of the registry', text('Windows Registry Editor Version 5.00\r\n')],
    ['an application of HTML', text('<html><HTA:APPLICATION id=x></html>')],
    ['an installer', aContainer(0x000c1084)],
  ])('that is a program (%s) is refused whatever its name says', async (_, bytes) => {
    for (const name of ['foto.png', 'texto.txt', 'contrato.doc', 'sem-nome']) {
      expect(await messageOf(name, bytes)).toMatch(/programas não podem ser anexados/);
    }
  });

  it.each<[string, Uint8Array, string]>([
    ['tela.png', aPng(200), 'ok image/png'],
    ['nota.xml', text('<?xml version="1.0"?><nfe/>'), 'ok application/xml'],
    ['nota.txt', text('Olá'), 'ok text/plain'],
    ['tabela.csv', new Uint8Array([0x41, 0x3b, 0xe7, 0xe3, 0x6f]), 'ok text/csv'],
    ['carta.doc', aContainer(0x00020906), 'ok application/msword'],
    ['tabela.xls', text('<table><tr><td>1</td></tr></table>'), 'ok application/vnd.ms-excel'],
    ['laudo.pdf', text('%PDF-1.7\n'), 'ok application/pdf'],
    ['dados.bin2', bytesOf(0, 1, 2), 'ok application/octet-stream'],
    ['LEIAME', text('sem extensão'), 'ok text/plain'],
  ])('of %s is what its name says', async (name, bytes, expected) => {
    expect(await messageOf(name, bytes)).toBe(expected);
  });

  it.each<[string, Uint8Array, string]>([
    ['laudo.pdf', aPng(200), 'o nome diz .pdf, mas o conteúdo é PNG'],
    ['tela.png', text('nada de imagem'), 'o nome diz .png, mas o conteúdo é texto'],
    ['notas.txt', aPng(200), 'o nome diz .txt, mas o conteúdo é PNG'],
    ['pacote.zip', bytesOf(0, 1, 2), 'o nome diz .zip, mas o conteúdo é outro'],
  ])('of %s is another one', async (name, bytes, sentence) => {
    expect(await messageOf(name, bytes)).toBe(
      `${name} foi recusado: ${sentence}. Corrija o nome ou troque o arquivo.`,
    );
  });
});
