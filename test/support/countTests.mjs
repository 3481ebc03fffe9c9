// A reporter for Node's test runner that says, at the end and as JSON, how many tests passed and
// failed, and in which files they are. A bundle that holds no test is reported by Node as a test that
// passes, under the bundle's path; it is none.
import path from 'node:path';

export default async function* countTests(events) {
  let passed = 0;
  let failed = 0;
  const seen = new Set();
  for await (const { type, data } of events) {
    const isEnd = type === 'test:pass' || type === 'test:fail';
    if (!isEnd || data.details?.type === 'suite' || data.skip !== undefined) continue;
    if (type === 'test:fail') failed += 1;
    if (data.nesting === 0 && path.isAbsolute(data.name) && data.name.endsWith('.js')) continue;
    if (type === 'test:pass') passed += 1;
    seen.add(data.file);
  }
  yield JSON.stringify({ passed, failed, seen: [...seen] });
}
