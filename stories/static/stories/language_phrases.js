// The editor's side of a phrase in another language: asks which language, and shows it beside the phrase.
(() => {
  const { createElement, Component } = window.React;
  const { EditorState, Modifier } = window.DraftJS;

  function askForLanguage({ languages, words }) {
    const dialog = document.createElement('dialog');
    dialog.className = 'language-phrase-dialog';
    const form = document.createElement('form');
    form.method = 'dialog';
    const label = document.createElement('label');
    label.textContent = words.title;
    const select = document.createElement('select');
    languages.forEach(({ tag, name }) => select.add(new Option(name, tag)));
    label.append(select);
    const buttons = ['mark', 'cancel'].map((value) => {
      const button = document.createElement('button');
      button.value = value;
      button.className = value === 'mark' ? 'button' : 'button button-secondary';
      button.textContent = words[value];
      return button;
    });
    form.append(label, ...buttons);
    dialog.append(form);
    document.body.append(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => {
        dialog.remove();
        resolve(dialog.returnValue === 'mark' ? select.value : null);
      });
      dialog.showModal();
    });
  }

  class PhraseSource extends Component {
    async componentDidMount() {
      const { editorState, entityType, onComplete } = this.props;
      const selection = editorState.getSelection();
      const lang = selection.isCollapsed() ? null : await askForLanguage(entityType);
      if (!lang) {
        onComplete(editorState);
        return;
      }
      const content = editorState
        .getCurrentContent()
        .createEntity(entityType.type, 'MUTABLE', { lang });
      const marked = Modifier.applyEntity(content, selection, content.getLastCreatedEntityKey());
      onComplete(EditorState.push(editorState, marked, 'apply-entity'));
    }

    render() {
      return null;
    }
  }

  function Phrase({ contentState, entityKey, children }) {
    const { lang } = contentState.getEntity(entityKey).getData();
    return createElement('span', { lang, className: 'language-phrase', 'data-language': lang }, children);
  }

  window.draftail.registerPlugin(
    { type: 'LANGUAGE', source: PhraseSource, decorator: Phrase },
    'entityTypes',
  );
})();
