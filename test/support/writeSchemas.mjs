// Writes media/schemas/*.schema.json anew from the field tables: `node test/support/writeSchemas.mjs`.
// A test holds the files equal to the tables.
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

const bundle = await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { jsonSchemaOf } from './src/core/format/jsonSchema.ts';
      export { fileKinds } from './src/core/format/fields.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  write: false,
  logLevel: 'error',
});
const source = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { jsonSchemaOf, fileKinds } = await import(`data:text/javascript;base64,${source}`);

const folder = path.join(root, 'media', 'schemas');
mkdirSync(folder, { recursive: true });
for (const kind of fileKinds) {
  const text = `${JSON.stringify(jsonSchemaOf(kind), undefined, 2)}\n`;
  writeFileSync(path.join(folder, `${kind}.schema.json`), text);
}
