// Recordings with a timed transcript: what is being said is marked, a time plays from there, words are found.
const MARKS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g
const calm = matchMedia('(prefers-reduced-motion: reduce)')
const language = document.documentElement.lang

function fold(text) {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase()
}

class Transcript {
  constructor(figure) {
    this.figure = figure
    this.player = figure.querySelector('audio, video')
    this.list = figure.querySelector('.cues')
    this.follow = figure.querySelector('.timed-follow input')
    this.find = figure.querySelector('.timed-find input')
    this.found = figure.querySelector('.timed-found')
    this.cues = [...this.list.children].map((item) => ({
      item,
      start: Number(item.dataset.start),
      end: Number(item.dataset.end),
      words: fold([...item.querySelectorAll('.cue-text')].map((each) => each.textContent).join(' ')),
    }))
    figure.querySelector('.timed-tools').hidden = false
    this.player.addEventListener('timeupdate', () => this.mark())
    this.player.addEventListener('seeked', () => this.mark())
    this.list.addEventListener('click', (event) => this.choose(event))
    this.find.addEventListener('input', () => this.search())
  }

  // Marks what is said now, and keeps it in sight unless the reader is busy in the transcript.
  mark() {
    const now = this.player.currentTime + 0.05
    const cue = this.cues.findLast(({ start, end }) => start <= now && now < end)
    if (cue === this.current) return
    this.current?.item.removeAttribute('aria-current')
    this.current = cue
    cue?.item.setAttribute('aria-current', 'true')
    const isBusy = this.find.value || this.figure.querySelector('.cues :focus-visible')
    if (cue && this.follow.checked && !isBusy && !this.player.paused) this.show(cue.item)
  }

  // Scrolls the transcript, never the page.
  show(item) {
    const top = item.offsetTop - (this.list.clientHeight - item.clientHeight) / 2
    this.list.scrollTo({ top, behavior: calm.matches ? 'instant' : 'smooth' })
  }

  choose(event) {
    const item = event.target.closest('.cue-time')?.parentElement
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.replaceState(history.state, '', `#${item.id}`)
    this.seek(Number(item.dataset.start))
    this.player.play()
  }

  seek(seconds) {
    this.player.currentTime = seconds
    this.mark()
  }

  search() {
    const wanted = fold(this.find.value).trim()
    let count = 0
    for (const { item, words } of this.cues) {
      item.hidden = !words.includes(wanted)
      if (!item.hidden) count += 1
    }
    clearTimeout(this.telling)
    this.telling = setTimeout(() => this.tell(wanted ? count : null), 500)
  }

  // How much was found is said once the reader has stopped typing.
  tell(count) {
    const numbers = { found: count, all: this.cues.length }
    this.found.value = count === null ? '' : this.found.dataset.words.replace(
      /\{(found|all)\}/g, (_, name) => numbers[name].toLocaleString(language))
  }
}

const transcripts = new Map()
for (const list of document.querySelectorAll('.recording .cues')) {
  const figure = list.closest('.recording')
  transcripts.set(figure.id, new Transcript(figure))
}

// An address leads to a moment: #recording-ID&t=83, or ?play=ID&t=83, which the player itself has heard.
function goToMoment() {
  const query = new URLSearchParams(location.search)
  const [place, seconds] = decodeURIComponent(location.hash.slice(1)).split('&t=')
  const id = seconds ? place : `recording-${query.get('play')}`
  const moment = seconds ?? query.get('t')
  const transcript = transcripts.get(id)
  if (!transcript || !Number.isFinite(Number.parseFloat(moment))) return
  transcript.seek(Number(moment))
  if (transcript.current) transcript.show(transcript.current.item)
  transcript.figure.scrollIntoView({ block: 'nearest' })
}

for (const warned of document.querySelectorAll('details.warned')) {
  warned.addEventListener('toggle', () => warned.open && goToMoment())
}
addEventListener('hashchange', goToMoment)
goToMoment()
