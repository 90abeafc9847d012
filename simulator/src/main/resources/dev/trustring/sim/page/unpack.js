'use strict';

// Blocks of a page are gzip in base64. Numbers in them are written in as many bytes as they need,
// seven bits in each, the lowest first.

function bytesOf(name) {
  const block = document.getElementById('block-' + name);
  const raw = atob(block.textContent);
  block.remove();
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

async function unpacked(name) {
  const stream = new Blob([bytesOf(name)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function unpackedText(name) {
  return new TextDecoder().decode(await unpacked(name));
}

class Numbers {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  next() {
    const bytes = this.bytes;
    let octet = bytes[this.at++];
    if (octet < 128) return octet;
    let number = octet & 127;
    let worth = 128;
    do {
      octet = bytes[this.at++];
      number += (octet & 127) * worth;
      worth *= 128;
    } while (octet > 127);
    return number;
  }

  column(count) {
    const column = new Int32Array(count);
    for (let i = 0; i < count; i++) column[i] = this.next();
    return column;
  }

  /** Numbers that never fall, written as the steps between them. */
  steps(count) {
    const column = new Float64Array(count);
    let sum = 0;
    for (let i = 0; i < count; i++) column[i] = sum += this.next();
    return column;
  }
}

/** Texts that stay bytes until somebody wants to read one. */
class Texts {
  constructor(bytes) {
    const numbers = new Numbers(bytes);
    this.size = numbers.next();
    const lengths = numbers.column(this.size);
    this.begins = new Uint32Array(this.size + 1);
    this.begins[0] = numbers.at;
    for (let i = 0; i < this.size; i++) this.begins[i + 1] = this.begins[i] + lengths[i];
    this.bytes = bytes;
    this.decoder = new TextDecoder();
  }

  get(place) {
    return this.decoder.decode(this.bytes.subarray(this.begins[place], this.begins[place + 1]));
  }
}

// Whatever comes out of a block goes into the page as text and never as markup.

function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...inside.filter(one => one !== null && one !== undefined));
  return made;
}

const SHAPES = {
  held: '✓', yes: '✓', pass: '✓', happened: '✓',
  violated: '✕', broken: '✕', no: '✕', deny: '✕',
  vacuous: '○', inconclusive: '?', unknown: '?', never: '○', skipped: '·',
};

/** A word with its colour and its shape. */
function badge(word, shown) {
  return element('span', {class: 'badge ' + word}, (SHAPES[word] || '') + ' ' + (shown || word));
}

function marked(word) {
  return element('span', {class: word}, (SHAPES[word] || '') + ' ' + word);
}

/** A command line with a button that copies it. */
function command(line) {
  const code = element('code', {tabindex: 0}, line);
  const button = element('button', {type: 'button', 'data-testid': 'copy'}, 'Copy');
  button.addEventListener('click', async () => {
    getSelection().selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(line);
      button.textContent = 'Copied';
    } catch (refused) {
      button.textContent = 'Selected';
    }
  });
  return element('div', {class: 'command'}, code, button);
}

/** Begins the page, and says so in it when that fails. */
function begin(work) {
  work().catch(failure => {
    document.body.prepend(element('p', {class: 'problem', role: 'alert'},
      typeof DecompressionStream === 'undefined'
        ? 'This browser cannot unpack the page: it needs Chromium 80, Firefox 113 or Safari 16.4.'
        : 'The page could not be drawn: ' + failure));
    document.documentElement.dataset.failed = String(failure);
  });
}

/** The first picture is on the screen. */
function ready() {
  requestAnimationFrame(() => setTimeout(() => {
    document.documentElement.dataset.drawn = Math.round(performance.now());
    document.documentElement.dataset.ready = '1';
  }));
}
