import { numbers } from '../locales/pt-BR/numbers.ts';
import { attachmentRules as words } from '../locales/pt-BR/rules-attachments.ts';
import { ATTACHMENT_LIMIT, type Attachment } from './attachment.ts';
import { toLine } from './line.ts';
import type { Problem } from './result.ts';
import type { TicketType } from './ticket-type.ts';

/** Most files of one opinion. */
export const ATTACHMENT_COUNT = 20;
/** Most that the files of one opinion weigh together, in bytes. */
export const ATTACHMENTS_TOTAL = 50 * 1024 * 1024;

/** Name of the field in problems. */
export const ATTACHMENTS_FIELD = 'opinion.attachments';

/**
 * Names that a system runs when they are opened, or that change it: programs, installers, scripts, shortcuts. Documents with macros are not
 * among them: the program that opens those asks first.
 */
const PROGRAMS = new Set(
  [
    'exe com scr pif msi msp mst msix msixbundle appx appxbundle appinstaller dll ocx sys drv cpl gadget',
    'bat cmd ps1 psm1 psd1 ps1xml psc1 vb vbs vbe js jse mjs cjs ws wsf wsc wsh hta sct inf reg scf lnk url',
    'website application msc chm hlp jar jnlp class war apk xapk ipa app dmg pkg command workflow action',
    'sh bash zsh csh ksh fish run bin elf out deb rpm snap flatpak appimage desktop py pyc pyw pyz rb pl php',
    'phar crx xpi swf wasm iso img vhd vhdx settingcontent-ms library-ms search-ms',
  ].flatMap((line) => line.split(' ')),
);

/** What a path is made of. */
const NOT_IN_NAMES = /[/\\]/;

/** Ending of a name in lower case, without its dot; '' where it has none. Windows drops dots and spaces behind it. */
export function extensionOf(name: string): string {
  const bare = name.replace(/[\s.]+$/, '').toLowerCase();
  return /\.([^.]+)$/.exec(bare)?.[1]?.trim() ?? '';
}

/** Whether opening a file of this name may run it. */
export function isProgramName(name: string): boolean {
  return PROGRAMS.has(extensionOf(name));
}

/** What the rules look at before the content: name and size. */
export type NamedFile = Pick<Attachment, 'name' | 'size'>;

/** Why a file of this name and size cannot be attached where files may have `limit` bytes; null where it may. */
export function fileProblem({ name, size }: NamedFile, limit: number): Problem | null {
  const shown = toLine(name);
  if (shown === '') return invalid(words.nameMissing);
  if (shown.length > 200) return invalid(words.nameTooLong(`${shown.slice(0, 40)}…`));
  if (NOT_IN_NAMES.test(shown) || /^\.+$/.test(shown)) return invalid(words.nameInvalid(shown));
  if (isProgramName(shown)) return invalid(words.program(shown), 'program-refused');
  if (size === 0) return invalid(words.empty(shown));
  const most = Math.min(limit, ATTACHMENT_LIMIT);
  if (size > most) return invalid(words.tooLarge(shown, numbers.bytes(most)), 'too-large');
  return null;
}

/**
 * All that keeps an opinion from having these files, as far as names and sizes say; the content is looked at where the bytes are
 * (`attachment-content.ts`).
 * @param type null where it is not known here: its limit is then left to the server
 */
export function checkAttachments(
  files: readonly Attachment[],
  type: Pick<TicketType, 'attachmentLimit'> | null,
): Problem[] {
  if (files.length === 0) return [];
  if (type !== null && type.attachmentLimit === null) return [invalid(words.notAllowed)];
  const limit = type?.attachmentLimit ?? ATTACHMENT_LIMIT;
  const problems = files.flatMap((file) => fileProblem(file, limit) ?? []);
  if (files.length > ATTACHMENT_COUNT) problems.push(invalid(words.tooMany(ATTACHMENT_COUNT)));
  const together = files.reduce((sum, { size }) => sum + size, 0);
  if (together > ATTACHMENTS_TOTAL)
    problems.push(invalid(words.tooLargeTogether(numbers.bytes(ATTACHMENTS_TOTAL)), 'too-large'));
  const twice = files.find(({ id }, place) => files.findIndex((other) => other.id === id) !== place);
  if (twice !== undefined) problems.push(invalid(words.repeated(twice.name)));
  return problems;
}

/** A problem of the files of an opinion. */
export function invalid(message: string, code = 'invalid'): Problem {
  return { code, field: ATTACHMENTS_FIELD, message };
}
