#!/usr/bin/env node
// Opens a page of a report in Chromium without a window and tells how long it took until its first
// picture was on the screen, from the beginning of the navigation, by the page's own clock.
//
//   build-rules/open-page.mjs PAGE [--rounds N] [--size 1300x900] [--dark] [--keys "ArrowDown t"]
//                                  [--say EXPRESSION] [--png FILE]
//
// Needs Node 18 and Chromium; CHROMIUM names another program. Exits with 1 if the page failed, said
// anything on the console, or asked for anything but itself.

import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const words = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = words.indexOf('--' + name);
  return at < 0 ? otherwise : words.splice(at, 2)[1];
};
const dark = words.includes('--dark');
if (dark) words.splice(words.indexOf('--dark'), 1);
const rounds = Number(option('rounds', 1));
const [width, height] = option('size', '1300x900').split('x').map(Number);
const keys = option('keys', '').split(' ').filter(key => key);
const say = option('say');
const png = option('png');
const page = pathToFileURL(resolve(words[0].split('#')[0])).href
  + (words[0].includes('#') ? '#' + words[0].split('#')[1] : '');

const PATIENCE = 120_000;

class Browser {
  constructor() {
    this.home = mkdtempSync(join(tmpdir(), 'open-page-'));
    this.process = spawn(process.env.CHROMIUM || 'chromium', ['--headless', '--no-sandbox',
      '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
      '--user-data-dir=' + this.home], {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});
    this.waiting = new Map();
    this.problems = [];
    this.number = 0;
    let rest = '';
    this.process.stdio[4].on('data', data => {
      const parts = (rest + data).split('\0');
      rest = parts.pop();
      parts.map(part => JSON.parse(part)).forEach(said => this.hear(said));
    });
  }

  hear(said) {
    if (said.id) {
      this.waiting.get(said.id)(said);
    } else if (said.method === 'Network.requestWillBeSent') {
      const url = said.params.request.url;
      if (!url.startsWith('data:') && url !== page.split('#')[0]) this.problems.push('asked for ' + url);
    } else if (said.method === 'Runtime.exceptionThrown') {
      this.problems.push(JSON.stringify(said.params.exceptionDetails));
    } else if (said.method === 'Runtime.consoleAPICalled' || said.method === 'Log.entryAdded') {
      this.problems.push(JSON.stringify(said.params));
    }
  }

  ask(method, params) {
    const id = ++this.number;
    this.process.stdio[3].write(
      JSON.stringify({id, method, params, sessionId: this.session}) + '\0');
    return new Promise((answer, refuse) => this.waiting.set(id, said =>
      said.error ? refuse(new Error(method + ': ' + said.error.message)) : answer(said.result)));
  }

  async value(expression) {
    const {result} = await this.ask('Runtime.evaluate', {expression, awaitPromise: true, returnByValue: true});
    return result.value;
  }

  async open() {
    const {targetId} = await this.ask('Target.createTarget', {url: 'about:blank'});
    this.session = (await this.ask('Target.attachToTarget', {targetId, flatten: true})).sessionId;
    await this.ask('Runtime.enable');
    await this.ask('Log.enable');
    await this.ask('Network.enable');
    await this.ask('Emulation.setDeviceMetricsOverride',
      {width, height, deviceScaleFactor: 1, mobile: width < 600});
    await this.ask('Emulation.setEmulatedMedia',
      {features: [{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}]});
    await this.ask('Page.navigate', {url: page});
    for (;;) {
      const state = await this.value('({...document.documentElement.dataset})') || {};
      if (state.failed) throw new Error(state.failed);
      if (state.complete && state.ready) return Number(state.drawn);
      await new Promise(later => setTimeout(later, 50));
    }
  }

  async press(key) {
    await this.ask('Input.dispatchKeyEvent', {type: 'keyDown', key, text: key.length === 1 ? key : undefined});
    await this.ask('Input.dispatchKeyEvent', {type: 'keyUp', key});
  }

  async end() {
    const gone = new Promise(exit => this.process.on('exit', exit));
    await this.ask('Browser.close');
    await gone;
    rmSync(this.home, {recursive: true, force: true});
  }
}

// A browser that does not answer must not keep a build waiting.
setTimeout(() => {
  console.error('the page was not there after ' + PATIENCE / 1000 + ' s');
  process.exit(1);
}, PATIENCE).unref();

const times = [];
let failed = false;
for (let round = 0; round < rounds; round++) {
  const browser = new Browser();
  times.push(await browser.open());
  if (keys.length) {
    await browser.value("document.getElementById('chart').focus()");
    for (const key of keys) await browser.press(key);
  }
  if (say) console.log(JSON.stringify(await browser.value(say), null, 1));
  if (png) {
    await new Promise(later => setTimeout(later, 200));
    const {data} = await browser.ask('Page.captureScreenshot', {format: 'png'});
    writeFileSync(png, Buffer.from(data, 'base64'));
  }
  browser.problems.forEach(problem => console.error(problem));
  failed ||= browser.problems.length > 0;
  await browser.end();
}
times.sort((a, b) => a - b);
console.log('first picture after ' + times[Math.floor(times.length / 2)] + ' ms (of '
  + times.length + ', from ' + times[0] + ' to ' + times[times.length - 1] + ')');
process.exit(failed ? 1 : 0);
