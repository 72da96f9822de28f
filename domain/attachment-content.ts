// file-type is MIT, kept up, has no code for Node in its entry and knows about 200 formats by their bytes. 60 KB: the panel brings it when
// the first file is picked.
import { fileTypeFromBuffer } from 'file-type';
import { attachmentRules as words } from '../locales/pt-BR/rules-attachments.ts';
import { extensionOf, fileProblem, invalid } from './attachment-rules.ts';
import { toLine } from './line.ts';
import { isProgramContent } from './program-content.ts';
import { err, ok, type Problem, type Result } from './result.ts';

/** What a file is, by its bytes and, where bytes of several kinds look alike, by its name. */
export interface FileContent {
  mediaType: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OPEN = 'application/vnd.oasis.opendocument.';
/** Office's documents of today are archives, and some programs write them so that they look like any other. */
const ZIP = 'application/zip';
/** What Office wrote until 2003, and Outlook's messages: one container for all. */
const COMPOUND = 'application/x-cfb';

/** What the content of a name with this ending must be. Endings that are not here may hold anything but programs. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  png: ['image/png', 'image/apng'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  jfif: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  bmp: ['image/bmp'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  ico: ['image/x-icon'],
  avif: ['image/avif'],
  heic: ['image/heic', 'image/heif'],
  psd: ['image/vnd.adobe.photoshop'],
  zip: [ZIP],
  rar: ['application/x-rar-compressed'],
  '7z': ['application/x-7z-compressed'],
  gz: ['application/gzip'],
  docx: [`${OFFICE}wordprocessingml.document`, ZIP],
  xlsx: [`${OFFICE}spreadsheetml.sheet`, ZIP],
  pptx: [`${OFFICE}presentationml.presentation`, ZIP],
  docm: ['application/vnd.ms-word.document.macroenabled.12'],
  xlsm: ['application/vnd.ms-excel.sheet.macroenabled.12'],
  odt: [`${OPEN}text`, ZIP],
  ods: [`${OPEN}spreadsheet`, ZIP],
  odp: [`${OPEN}presentation`, ZIP],
  doc: [COMPOUND, 'application/rtf'],
  // Many a system writes a table of HTML or tabs and calls it .xls.
  xls: [COMPOUND, 'text'],
  ppt: [COMPOUND],
  msg: [COMPOUND],
  rtf: ['application/rtf'],
  mp3: ['audio/mpeg'],
  wav: ['audio/wav'],
  ogg: ['audio/ogg', 'audio/opus', 'video/ogg', 'application/ogg'],
  opus: ['audio/opus', 'audio/ogg'],
  m4a: ['audio/x-m4a', 'audio/mp4', 'video/mp4'],
  mp4: ['video/mp4', 'video/quicktime', 'video/x-m4v'],
  webm: ['video/webm'],
  avi: ['video/vnd.avi'],
  mov: ['video/quicktime', 'video/mp4'],
  eml: ['text'],
  txt: ['text'],
  csv: ['text'],
  tsv: ['text'],
  log: ['text'],
  md: ['text'],
  json: ['text'],
  xml: ['text', 'application/xml'],
  svg: ['text', 'application/xml', 'image/svg+xml'],
  html: ['text', 'application/xml'],
  htm: ['text', 'application/xml'],
  ini: ['text'],
  sql: ['text'],
  yaml: ['text'],
  yml: ['text'],
  ofx: ['text'],
  ret: ['text'],
  rem: ['text'],
};

/** Media types of texts and of Office's container by the ending of the name, where the bytes say no more. */
const BY_NAME: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  json: 'application/json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  html: 'text/html',
  htm: 'text/html',
  eml: 'message/rfc822',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
};

/** Beginning of a file that is looked at for being text, in bytes. */
const LOOKED_AT = 64 * 1024;

/**
 * Looks at name, size and bytes of a file; the error says by name what is wrong and what to do.
 * @param limit largest file that may be attached, in bytes
 */
export async function readFileContent(
  name: string,
  bytes: Uint8Array,
  limit: number,
): Promise<Result<FileContent>> {
  const problem = fileProblem({ name, size: bytes.length }, limit);
  if (problem !== null) return err(problem);
  const shown = toLine(name);
  if (isProgramContent(bytes)) return err(invalid(words.program(shown), 'program-refused'));
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined && PROGRAM_TYPES.has(found.mime)) {
    return err(invalid(words.program(shown), 'program-refused'));
  }
  const content = found === undefined ? (isText(bytes) ? 'text' : 'unknown') : bareType(found.mime);
  const extension = extensionOf(shown);
  const allowed = CONTENTS[extension];
  if (allowed !== undefined && !allowed.includes(content)) {
    return err(otherContent(shown, extension, found?.ext, content));
  }
  return ok({ mediaType: mediaTypeOf(content, extension) });
}

/** What file-type calls programs. */
const PROGRAM_TYPES = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-archive',
  'application/java-vm',
  'application/wasm',
  'application/vnd.android.package-archive',
  'application/x-rpm',
  'application/x-deb',
  'application/x-apple-diskimage',
  'application/x.ms.shortcut',
  'application/x-ms-shortcut',
  'application/x-shockwave-flash',
  'application/x-google-chrome-extension',
  'application/x-xpinstall',
  'application/x-iso9660-image',
  'application/vnd.microsoft.portable-executable',
]);

function otherContent(name: string, extension: string, found: string | undefined, content: string): Problem {
  const kind = content === 'text' ? words.text : (found?.toUpperCase() ?? words.unknown);
  return invalid(words.otherContent(name, extension, kind), 'content-differs');
}

function mediaTypeOf(content: string, extension: string): string {
  if (content === 'unknown') return 'application/octet-stream';
  if (content === 'text') return BY_NAME[extension] ?? 'text/plain';
  if (content === COMPOUND || content === 'application/xml') return BY_NAME[extension] ?? content;
  return content;
}

/** Without parameters, such as the codecs of a sound. */
function bareType(mediaType: string): string {
  return mediaType.split(';')[0]?.trim().toLowerCase() ?? mediaType;
}

/** Text in UTF-8, in UTF-16 with its mark, or in one byte per character as older systems write it: nothing but breaks below the space. */
function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, LOOKED_AT);
  const isWide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (isWide) return true;
  return start.every(
    (byte) => byte >= 0x20 || (byte >= 0x08 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b,
  );
}
