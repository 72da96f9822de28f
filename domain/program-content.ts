/** Whether these bytes begin as programs, scripts and what starts them do, whatever their name says. */
export function isProgramContent(bytes: Uint8Array): boolean {
  return (
    MAGIC.some((magic) => magic.every((byte, place) => bytes[place] === byte)) ||
    isScript(bytes) ||
    isInstaller(bytes)
  );
}

/** First bytes: Windows and DOS, Linux, macOS (four kinds), Java and macOS of several processors, shortcuts of Windows, Android, WebAssembly. */
const MAGIC: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
  [0x64, 0x65, 0x78, 0x0a],
  [0x00, 0x61, 0x73, 0x6d],
];

/** How scripts begin that say what they are: an interpreter, PHP, batch, registry, an application of HTML. */
const SCRIPT =
  /^\s*(#!|<\?php\b|@echo\s+(off|on)\b|regedit4\b|windows registry editor version)|<hta:application\b/i;

/** Beginning that is read as text, in bytes. */
const LOOKED_AT = 4096;

function isScript(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, LOOKED_AT);
  const isWide = start[0] === 0xff && start[1] === 0xfe;
  // One character for each byte is enough for marks of ASCII.
  const text = new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(start);
  return SCRIPT.test(text.replace(/^(\ufeff|ï»¿)/, ''));
}

/** Installers of Windows share a container with Office's old documents; the class of its root tells them apart. */
function isInstaller(bytes: Uint8Array): boolean {
  const isContainer = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every(
    (byte, place) => bytes[place] === byte,
  );
  if (!isContainer || bytes.length < 512) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 2 ** Math.min(view.getUint16(30, true), 16);
  // Sector 0 stands behind the header; the class is at 80 of the first entry ([MS-CFB] 2.6.1).
  const at = (view.getUint32(48, true) + 1) * sectorSize + 80;
  if (at + 4 > bytes.length) return false;
  const kind = view.getUint32(at, true);
  return kind === 0x000c1084 || kind === 0x000c1086 || kind === 0x000c1082;
}
