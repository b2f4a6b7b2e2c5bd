// Lists the stories that are kept on this device, and lets the reader remove them. Its words stand in the
// page, where they can be translated; a browser that keeps nothing is not told of it.
(async () => {
  const place = document.querySelector('.kept');
  if (!window.caches || !navigator.serviceWorker) return;
  const { address, instead, none, off, remove, again, note } = place.dataset;

  const made = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const list = made('ul', { className: 'kept-stories' });
  const state = made('p', { role: 'status' });
  const button = made('button', { className: 'button', type: 'button' });

  async function story(name) {
    const path = name.slice(name.indexOf('/'));
    const html = await (await (await caches.open(name)).match(path))?.text();
    const page = new DOMParser().parseFromString(html ?? '', 'text/html');
    const title = page.querySelector('h1');
    const { lang, dir } = title?.lang ? title : page.documentElement;
    const item = made('li');
    item.append(made('a', { href: path, textContent: title?.textContent.trim() || path, lang, dir }));
    return item;
  }

  async function show() {
    const names = (await caches.keys()).filter((name) => name.includes(' story /')).reverse();
    const isOff = await caches.has('off');
    list.replaceChildren(...(await Promise.all(names.map(story))));
    list.hidden = !names.length;
    if (isOff) state.textContent = off;
    else state.textContent = names.length ? '' : none;
    button.textContent = isOff ? again : remove;
  }

  button.addEventListener('click', async () => {
    if (await caches.has('off')) await caches.delete('off');
    else {
      await caches.open('off');
      for (const name of await caches.keys()) if (name !== 'off') await caches.delete(name);
    }
    await show();
  });

  await show();
  place.append(list, state, button, made('p', { className: 'kept-note', textContent: note }));
  if (location.pathname !== address) place.prepend(made('p', { className: 'notice', textContent: instead }));
})();
