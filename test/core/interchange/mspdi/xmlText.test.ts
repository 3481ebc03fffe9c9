import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XmlText } from '../../../../src/core/interchange/mspdi/xmlText.ts';
import { parseXml } from '../../../../src/core/interchange/mspdi/xmlTree.ts';

/** Writes one text, and reads it back as other programs do. */
function check(text: string, written: string, read = text): void {
  const xml = new XmlText();
  xml.leaf('Name', text);
  const lines = xml.text().split('\n').slice(1).join('\n');
  assert.equal(lines, `<Name>${written}</Name>\n`, JSON.stringify(text));
  const parsed = parseXml(xml.text(), new Set());
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.error);
  assert.equal(parsed.value.root.text, read, JSON.stringify(text));
}

test('markup in a text stays text', () => {
  check('a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d');
  check('</Name><Task>]]>', '&lt;/Name&gt;&lt;Task&gt;]]&gt;');
  check('&amp;&#10;<!DOCTYPE x [', '&amp;amp;&amp;#10;&lt;!DOCTYPE x [');
  check(`"it's"`, `"it's"`);
});

test('what XML cannot hold is left out, and what a terminal would obey is a reference', () => {
  check('a\u0000b\u001b[31mc\u0008', 'ab[31mc', 'ab[31mc');
  check('a\ufffeb\uffffc', 'abc', 'abc');
  check('a\ud800b\udc00c', 'abc', 'abc');
  check('a\ud83d\ude00b', 'a\ud83d\ude00b');
  check('a\u009b2J\u0085b\u007f', 'a&#155;2J&#133;b&#127;');
  check('a\r\nb\tc', 'a&#13;\nb\tc');
});
