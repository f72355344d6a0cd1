// Looks at a page in a real browser, as people would: on a light and a dark screen
// and on a telephone, with the keyboard, and on paper.
//
//	node look.mjs PAGE FOLDER        pictures in FOLDER, what was seen as JSON
//
// What is right is for the test to say that calls this: nothing is judged here.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [file, folder] = process.argv.slice(2);
const address = pathToFileURL(resolve(file)).href;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const views = [
  { name: "light", width: 1280, height: 900, scheme: "light" },
  { name: "dark", width: 1280, height: 900, scheme: "dark" },
  { name: "telephone", width: 360, height: 740, scheme: "light" },
  { name: "telephone-dark", width: 360, height: 740, scheme: "dark" },
];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--force-device-scale-factor=1"],
});

// open loads the page and takes down what it says and asks for on the way.
async function open(view) {
  const page = await browser.newPage();
  const seen = { name: view.name, console: [], requests: [] };
  page.on("console", (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => seen.console.push(String(error)));
  page.on("request", (request) => seen.requests.push(request.url()));
  await page.setViewport({ width: view.width, height: view.height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
  await page.goto(address, { waitUntil: "load" });
  seen.requests = seen.requests.filter((url) => url !== address && !url.startsWith("data:"));
  return { page, seen };
}

async function look(view) {
  const { page, seen } = await open(view);
  Object.assign(seen, await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ground: getComputedStyle(document.body).backgroundColor,
    // Pictures that have no size are not seen by anybody.
    flat: [...document.querySelectorAll("svg[role=img], .hall, .plot > svg")]
      .filter((svg) => svg.closest("details:not([open])") === null)
      .filter((svg) => { const box = svg.getBoundingClientRect(); return box.width < 20 || box.height < 2; }).length,
  })));
  seen.picture = join(folder, `${view.name}.png`);
  await page.screenshot({ path: seen.picture });
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  seen.violations = result.violations.map(({ id, impact, nodes }) => ({
    id, impact, count: nodes.length, first: nodes[0].html.slice(0, 200),
    why: nodes[0].failureSummary,
  }));
  await page.close();
  return seen;
}

// use tries what can be set on the page, without a script of its own.
async function use() {
  const { page, seen } = await open(views[0]);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const shown = (severity) => page.evaluate((s) => [...document.querySelectorAll(`.finding.of-${s}`)]
    .filter((f) => f.checkVisibility()).length, severity);
  seen.light = await ground();
  await page.evaluate(() => document.querySelector("#theme-dark")?.click());
  seen.dark = await ground();
  await page.evaluate(() => document.querySelector("#theme-light")?.click());
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  seen.lightOnDark = await ground();
  seen.infoBefore = await shown("info");
  seen.errorsBefore = await shown("error");
  await page.evaluate(() => document.querySelector("#show-info")?.click());
  seen.infoAfter = await shown("info");
  seen.errorsAfter = await shown("error");
  await page.keyboard.press("Tab");
  seen.firstFocus = await page.evaluate(() => document.activeElement.className);
  seen.pdf = (await page.pdf({ path: join(folder, "paper.pdf"), format: "A4" })).length;
  await page.close();
  return seen;
}

const report = { views: [], use: null };
try {
  for (const view of views) report.views.push(await look(view));
  report.use = await use();
} finally {
  await browser.close();
}
console.log(JSON.stringify(report, null, 1));
