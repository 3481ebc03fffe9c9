import { ok, refused, type Result } from '../../base/result.ts';
import { createProblem, type Problem } from '../../model/problem.ts';

/** Every host of this code has the decoder; the pure rooms only lack its type. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** The text of a file of Microsoft Project, in the encoding that it declares. */
export function decodeMspdi(bytes: Uint8Array, fileName: string): Result<string, Problem> {
  const label = encodingOf(bytes);
  if (westernLabels.has(label)) return ok(decodeWestern(bytes));
  try {
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    const message = `${fileName} is not text in the encoding ${label}; save it as UTF-8`;
    return refused(createProblem('import-invalid', message));
  }
}

/** By the byte order mark, then by the XML declaration, then UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(head)?.[1];
  const label = declared?.toLowerCase() ?? 'utf-8';
  // What was just read byte by byte is not in UTF-16; programs that change the encoding forget this.
  return label.startsWith('utf-16') || head.startsWith('\xef\xbb\xbf') ? 'utf-8' : label;
}

/**
 * Names of the one encoding that every browser reads them as. The decoder of some versions of Node
 * takes it for Latin-1 proper, which has control characters in the place of quotes, dashes and euros.
 */
const westernLabels: ReadonlySet<string> = new Set([
  'windows-1252',
  'cp1252',
  'x-cp1252',
  'iso-8859-1',
  'iso8859-1',
  'iso_8859-1',
  'latin1',
  'l1',
  'us-ascii',
  'ascii',
]);

/** The letters of the bytes from 0x80 to 0x9F; those that stand for nothing are kept as they are. */
const westernLetters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** How many bytes are made text at once. */
const pieceSize = 8192;

function decodeWestern(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceSize) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + pieceSize)));
  }
  return pieces
    .join('')
    .replace(/[\x80-\x9f]/g, letter => westernLetters[letter.charCodeAt(0) - 0x80] ?? letter);
}
