// Lists the stories that are kept on this device, and lets the reader remove them.
(async () => {
  const part = (name) => document.querySelector(`[data-kept-${name}]`);
  if (!window.caches || !navigator.serviceWorker) return;

  async function story(name) {
    const path = name.slice(name.indexOf('/'));
    const html = await (await (await caches.open(name)).match(path))?.text();
    const page = new DOMParser().parseFromString(html ?? '', 'text/html');
    const title = page.querySelector('h1');
    const link = Object.assign(document.createElement('a'), {
      href: path,
      textContent: title?.textContent.trim() || path,
      lang: title?.lang || page.documentElement.lang,
      dir: title?.dir || page.documentElement.dir,
    });
    const item = document.createElement('li');
    item.append(link);
    return item;
  }

  async function show() {
    const names = (await caches.keys()).filter((name) => name.includes(' story /')).reverse();
    const isOff = await caches.has('off');
    part('list').replaceChildren(...(await Promise.all(names.map(story))));
    part('none').hidden = names.length > 0 || isOff;
    part('off').hidden = !isOff;
    part('remove').hidden = isOff;
    part('again').hidden = !isOff;
  }

  part('remove').addEventListener('click', async () => {
    await caches.open('off');
    for (const name of await caches.keys()) if (name !== 'off') await caches.delete(name);
    await show();
    part('off').focus();
  });
  part('again').addEventListener('click', async () => {
    await caches.delete('off');
    await show();
    part('list').focus();
  });
  part('instead').hidden = location.pathname === part('list').dataset.keptList;
  part('controls').hidden = false;
  await show();
})();
