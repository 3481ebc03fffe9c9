import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileKinds } from '../../src/core/format/fields.ts';
import { jsonSchemaOf } from '../../src/core/format/jsonSchema.ts';

const folder = path.join(process.cwd(), 'media', 'schemas');

test('the published schemas are those of the field tables', () => {
  assert.deepEqual(readdirSync(folder).sort(), fileKinds.map(kind => `${kind}.schema.json`).sort());
  for (const kind of fileKinds) {
    const published: unknown = JSON.parse(
      readFileSync(path.join(folder, `${kind}.schema.json`), 'utf8'),
    );
    const message = `${kind}: run node test/support/writeSchemas.mjs`;
    assert.deepEqual(published, JSON.parse(JSON.stringify(jsonSchemaOf(kind))), message);
  }
});
