import { maxFileBytes } from '../model/fileSize.ts';

/** Every host of this code has the decoder; the pure rooms only lack its type. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'refused';
      readonly code: 'file-too-large' | 'file-encoding';
      readonly message: string;
    };

/** Reads UTF-8 with or without a byte order mark, which stays in the text. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > maxFileBytes) {
    return { kind: 'refused', code: 'file-too-large', message: tooLargeMessage(bytes.length) };
  }
  const other = otherEncoding(bytes);
  if (other !== undefined) {
    return { kind: 'refused', code: 'file-encoding', message: encodingMessage(other) };
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { kind: 'text', text: decoder.decode(bytes) };
  } catch {
    const message = encodingMessage('not UTF-8, perhaps Latin-1');
    return { kind: 'refused', code: 'file-encoding', message };
  }
}

export function tooLargeMessage(size: number): string {
  const megabytes = (size / maxFileBytes).toFixed(1);
  return `The file has ${megabytes} MB, and no item is larger than 1 MB; move the data elsewhere`;
}

function encodingMessage(found: string): string {
  return `The file is ${found}; save it as UTF-8`;
}

/** UTF-16 and UTF-32 by their marks, or by the zero bytes that they put between Latin letters. */
function otherEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  const zero = bytes.subarray(0, 512).indexOf(0);
  if (zero < 0) return undefined;
  return zero <= 1 ? 'UTF-16' : 'not a text: it holds zero bytes';
}
