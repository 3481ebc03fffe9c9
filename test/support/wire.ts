/**
 * Carries a value as VS Code does between the extension host and a webview: as JSON, with typed
 * arrays set apart and put back as what they were. Undefined fields are lost on the way, NaN in a
 * plain list becomes null.
 */
export function encodeWire(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    ArrayBuffer.isView(each)
      ? {
          $view: each.constructor.name,
          base64: Buffer.from(each.buffer, each.byteOffset, each.byteLength).toString('base64'),
        }
      : each,
  );
}

/** The other side, as the text of a function that runs in the page. */
export const decodeWireSource = `text => JSON.parse(text, (key, each) => {
  if (!each || typeof each !== 'object' || typeof each.$view !== 'string') return each;
  const bytes = Uint8Array.from(atob(each.base64), letter => letter.charCodeAt(0));
  return new globalThis[each.$view](bytes.buffer);
})`;
