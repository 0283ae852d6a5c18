import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSentences, sentenceAt, sentenceEnd } from "../extractors/sentences.js";
import { htmlToText, tidy } from "../extractors/text.js";

describe("html to text", () => {
  it.each([
    ["<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["One<br>Two<br/>Three", "One\nTwo\nThree"],
    ["<ul><li>A+</li><li> Network+ </li></ul>", "• A+\n• Network+"],
    ["<div>a <b>b</b>c\n   d</div>", "a bc d"],
    ["<p>R&amp;D &ndash; 5&nbsp;years &#8217;s &#x2022; &bogus;</p>", "R&D – 5 years ’s • &bogus;"],
    ["&lt;p&gt;Nurse &amp;amp; carer&lt;/p&gt;&lt;ul&gt;&lt;li&gt;NMC&lt;/li&gt;&lt;/ul&gt;", "Nurse & carer\n\n• NMC"],
    ["a<script>if (a < b) { x('</p>') }</script>b", "ab"],
    ["<style>p{}</style>c<!-- <p>no</p> -->d", "cd"],
    ["pay < 5 and > 3 <p>x</p>", "pay < 5 and > 3\n\nx"],
    ["<table><tr><td>CPR</td><td>yes</td></tr><tr><td>BLS</td></tr></table>", "CPR yes\nBLS"],
    ["<h2>Title</h2>text", "Title\n\ntext"],
    ["plain text\nwith lines", "plain text\nwith lines"],
    ["x <script>never closed", "x"],
    ["<p>It&#146;s &#150; fine</p>", "It’s – fine"],
    ["AT&T; and B&B <p>", "AT&T; and B&B"],
  ])("%s", (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it("leaves no tag of a page behind, and does not fail on any input", () => {
    const part = fc.constantFrom(
      "<",
      ">",
      "<p>",
      "</p>",
      "<li",
      "&lt;",
      "&amp;",
      "&#",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "text",
      " ",
      "\n",
      '"',
      "=",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        expect(typeof htmlToText(parts.join(""))).toBe("string");
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  // Quadratic work would take minutes on these; the runner's own time limit is the only clock.
  it.each([
    ["brackets", "<".repeat(400_000)],
    ["open tags", "<a ".repeat(200_000)],
    ["open comments", "<!-- ".repeat(200_000)],
    ["nested", `${"<div>".repeat(100_000)}x${"</div>".repeat(100_000)}`],
    ["ampersands", `<p>${"&".repeat(400_000)}`],
    ["escaped", "&lt;".repeat(200_000)],
    ["open scripts", "<script>".repeat(100_000)],
  ])("takes hostile %s", (_, html) => {
    expect(typeof htmlToText(html)).toBe("string");
  });
});

describe("tidy", () => {
  it("keeps lines, drops blanks at their ends and empty lines beyond one", () => {
    expect(tidy("  a  \r\nb\r\n\r\n\r\nc \n")).toBe("a\nb\n\nc");
  });
});

describe("sentences", () => {
  const sentencesOf = (text: string): string[] => {
    const sentences = readSentences(text);
    return sentences.starts.map((start, at) => text.slice(start, sentenceEnd(sentences, at)).trim());
  };

  it.each([
    ["One. Two! Three?", ["One.", "Two!", "Three?"]],
    ["Must be a P.E. Licensed in the U.S. only.", ["Must be a P.E. Licensed in the U.S. only."]],
    ["Use tools, e.g. Excel. Type.", ["Use tools, e.g. Excel.", "Type."]],
    ["• One • Two", ["• One", "• Two"].map((one) => one)],
    ["required.Must lift", ["required.", "Must lift"]],
    ["Node.js is used. Version 4.1 too.", ["Node.js is used.", "Version 4.1 too."]],
    [`${"long line ".repeat(7)}\nthat goes on`, [`${"long line ".repeat(7)}\nthat goes on`]],
    ["short\nlines", ["short", "lines"]],
    ["a kind teamCertification in first aid", ["a kind team", "Certification in first aid"]],
    ["uses FactoryMaster and PowerBI", ["uses FactoryMaster and PowerBI"]],
  ])("%s", (text, expected) => {
    expect(sentencesOf(text).filter((one) => one !== "")).toEqual(expected);
  });

  it("covers the text without gaps, and finds the sentence of an offset", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", ". ", "\n", "• ", "B", "!", "é"), { maxLength: 50 }), (parts) => {
        const text = parts.join("");
        const sentences = readSentences(text);
        for (const [at, start] of sentences.starts.entries()) {
          expect(sentenceAt(sentences, start)).toBe(at);
          expect(sentenceEnd(sentences, at)).toBeGreaterThanOrEqual(start);
        }
        expect(sentences.starts[0]).toBe(0);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
