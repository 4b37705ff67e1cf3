// Look at finished pages in headless Chromium and print what was seen as JSON, one entry a page and
// view. It judges nothing: the tests do.
//   node look.mjs CHROMIUM PDF_FOLDER PAGE.html...
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(path.join(process.env.PAGE_TOOLS, "package.json"));
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");
const [executablePath, pdfs, ...files] = process.argv.slice(2);

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 320, height: 640 } },
  print: { viewport: { width: 794, height: 1123 }, media: "print" },
  "forced-colours": { viewport: { width: 1280, height: 900 }, forcedColors: "active" },
};
const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const profile = mkdtempSync(path.join(tmpdir(), "pages-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  bypassCSP: true, // a report forbids scripts, and axe-core is one
  chromiumSandbox: process.getuid?.() !== 0, // root may not use it
  args: QUIET,
});
const seen = [];
try {
  const looks = files.flatMap((file) => Object.keys(VIEWS).map((view) => [file, view])).entries();
  const lookOn = async () => { for (const [place, [file, view]] of looks) seen[place] = await look(file, view); };
  await Promise.all([lookOn(), lookOn()]); // two side by side: each page has a process of its own
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(JSON.stringify(seen));

async function look(file, view) {
  const { viewport, media = "screen", forcedColors = "none" } = VIEWS[view];
  const address = pathToFileURL(file).href;
  const page = await browser.newPage();
  const fetched = [], errors = [];
  page.on("request", (request) => { if (request.url() !== address && !request.url().startsWith("data:")) fetched.push(request.url()); });
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.setViewportSize(viewport);
  await page.emulateMedia({ media, forcedColors });
  await page.goto(address);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }), RULES);
  const broken = found.violations.map((rule) => `${rule.id} (${rule.impact}) ${rule.help}: ${rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
  if (view === "print") {
    await page.pdf({ path: path.join(pdfs, `${path.basename(file)}.pdf`), preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  }
  await page.close();
  return { page: path.basename(file), view, broken, passed: found.passes.length, overflow, fetched, errors };
}
