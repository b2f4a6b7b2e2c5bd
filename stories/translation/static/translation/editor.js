/* What wagtail-localize's editor lacks: each text in its own language, with the glossary's terms. */
(() => {
  const editor = document.querySelector(".js-translation-editor");
  const given = document.getElementById("translation-texts");
  if (!editor || !given) return;
  const { source, target, labels, terms } = JSON.parse(given.textContent);

  function written(text, { lang, dir }) {
    const element = document.createElement("bdi");
    Object.assign(element, { textContent: text, lang, dir });
    return element;
  }

  function line({ term, wanted, keep, note }) {
    const item = document.createElement("li");
    item.append(written(term, source), ": ");
    item.append(keep ? labels.keep : written(wanted, target));
    if (note) item.append(` (${note})`);
    return item;
  }

  function glossary(found) {
    const list = document.createElement("ul");
    list.className = "translation-terms";
    list.setAttribute("aria-label", labels.glossary);
    list.append(...found.map(line));
    return list;
  }

  function complete() {
    for (const text of editor.querySelectorAll("li > p:first-of-type + div")) {
      if (text.dataset.complete) continue;
      text.dataset.complete = "true";
      const original = text.previousElementSibling;
      Object.assign(original, source);
      Object.assign(text, target);
      const found = terms[original.textContent];
      if (found) original.after(glossary(found));
    }
  }

  // The editor draws itself later, and again when a tab is opened.
  new MutationObserver(complete).observe(editor, { childList: true, subtree: true });
  complete();
})();
