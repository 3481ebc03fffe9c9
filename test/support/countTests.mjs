// A reporter for Node's test runner that says, at the end and as JSON, how many tests passed and
// failed. A file that holds no test is reported by Node as a test that passes; here it fails.
import path from 'node:path';

export default async function* countTests(events) {
  let passed = 0;
  let failed = 0;
  const empty = [];
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite' || data?.skip !== undefined) continue;
    if (type === 'test:fail') failed += 1;
    if (type !== 'test:pass') continue;
    if (data.nesting === 0 && path.isAbsolute(data.name) && data.name.endsWith('.js')) {
      empty.push(data.name);
    } else {
      passed += 1;
    }
  }
  yield JSON.stringify({ passed, failed, empty });
}
