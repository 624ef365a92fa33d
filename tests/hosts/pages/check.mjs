// node check.mjs BROWSER PAGE.html...   Opens each page in Chromium, light and dark, 1200 and 360 pixels wide, with every table of a chart unfolded: axe-core finds nothing, nothing
// sticks out of the window, no request leaves it. Beside each page it leaves a picture of both widths and a PDF.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [browserPath, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await puppeteer.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
let views = 0;
const faults = [];
for (const path of pages) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [1200, 360]) {
      const page = await browser.newPage();
      const where = `${path} ${scheme} ${width}`;
      page.on('request', request => request.url().startsWith('file:') || faults.push(`${where}: asks for ${request.url()}`));
      page.on('console', message => faults.push(`${where}: ${message.text()}`));
      await page.setBypassCSP(true);
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(pathToFileURL(path).href);
      if (scheme === 'light') {
        await page.screenshot({ path: `${path}.${width}.png`, fullPage: true });
        if (width === 1200) await page.pdf({ path: `${path}.pdf`, preferCSSPageSize: true });
      }
      await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) faults.push(`${where}: sticks out of the window`);
      await page.evaluate(axe);
      for (const violation of (await page.evaluate(() => axe.run())).violations) {
        faults.push(`${where}: ${violation.id}, ${violation.nodes.length} times, first ${violation.nodes[0].html.slice(0, 160)}`);
      }
      views++;
      await page.close();
    }
  }
}
await browser.close();
faults.forEach(fault => console.log(fault));
console.log(`${views} views, ${faults.length} faults`);
process.exit(views > 0 && faults.length === 0 ? 0 : 1);
