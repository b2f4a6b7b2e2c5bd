// Tells the service worker which story is being read, and what its page has loaded, so that it can be
// read again without a network.
if (navigator.serviceWorker) {
  const { offline, story } = document.currentScript.dataset;

  const paths = (entries) => entries
    .filter((entry) => !['audio', 'video', 'fetch'].includes(entry.initiatorType))
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && /^\/(static|media)\//.test(url.pathname))
    .map((url) => url.pathname);

  addEventListener('load', async () => {
    await navigator.serviceWorker.register('/service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    let more = false;
    new PerformanceObserver((list) => {
      const files = paths(list.getEntries());
      if (more && !files.length) return;
      active.postMessage({ offline, story, files, more });
      more = true;
    }).observe({ type: 'resource', buffered: true });
  });
}
