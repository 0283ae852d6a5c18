import fc from "fast-check";
import { expect, test } from "vitest";
import { html, outLink, safeUrl, toMarkup } from "../reports/html.js";

test("a template escapes every value that is not markup", () => {
  const name = `<script>"it's" & more</script>`;
  expect(toMarkup(html`<p title="${name}">${name}</p>`)).toBe(
    '<p title="&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;">&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;</p>',
  );
});

test("markup nests unescaped, lists are joined, absent values print nothing", () => {
  const items = ["a<b", 2].map((item) => html`<li>${item}</li>`);
  expect(toMarkup(html`<ul>${items}</ul>${null}${undefined}${false}`)).toBe("<ul><li>a&lt;b</li><li>2</li></ul>");
});

test("no text can open a tag or leave an attribute", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const inside = toMarkup(html`${text}`);
      expect(inside).not.toMatch(/[<>"']/);
    }),
  );
});

test.each([
  ["https://jobs.example/1?a=b", "https://jobs.example/1?a=b"],
  ["http://jobs.example", "http://jobs.example/"],
  ["javascript:alert(1)", null],
  [" JavaScript:alert(1)", null],
  ["data:text/html,x", null],
  ["//jobs.example", null],
  ["/relative", null],
  ["", null],
  [null, null],
])("safeUrl(%j) is %j", (url, safe) => expect(safeUrl(url)).toBe(safe));

test("an address that may not be linked leaves the bare text", () => {
  expect(toMarkup(outLink("javascript:alert(1)", "Cook <b>"))).toBe("Cook &lt;b&gt;");
  expect(toMarkup(outLink('https://jobs.example/"x', "Cook"))).toBe(
    '<a href="https://jobs.example/%22x" rel="noopener noreferrer nofollow">Cook</a>',
  );
});
