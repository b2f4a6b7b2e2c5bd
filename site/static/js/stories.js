// Warned stories that were opened stay open for the visit; a quick way out; passing on without trackers.
function remembered(key) {
  try { return sessionStorage.getItem(key) === 'open' } catch { return false }
}

function remember(key, isOpen) {
  try { isOpen ? sessionStorage.setItem(key, 'open') : sessionStorage.removeItem(key) } catch { /* not kept */ }
}

for (const warned of document.querySelectorAll('details[data-remember]')) {
  const key = `warned ${warned.dataset.remember}`
  let isChosen = remembered(key)
  warned.open = isChosen
  warned.firstElementChild.addEventListener('click', () => {
    isChosen = true
    remember(key, !warned.open)
  })
  // Browsers open what an address points into, whoever wrote the address: the warning comes first all the same.
  addEventListener('load', () => setTimeout(() => {
    if (warned.open && !isChosen) {
      warned.open = false
      document.querySelector('.warnings').scrollIntoView()
    }
  }))
}

// Where a recording cannot be reached, words say so in place of a player that cannot play.
for (const player of document.querySelectorAll('.recording-player')) {
  const recording = player.querySelector('audio, video')
  const said = player.nextElementSibling
  const isAway = (away) => {
    player.hidden = away
    said.textContent = away ? said.dataset.words : ''
  }
  const look = () => {
    const isLost = recording.error || recording.networkState === HTMLMediaElement.NETWORK_NO_SOURCE
    if (isLost && !navigator.onLine) isAway(true)
  }
  recording.addEventListener('error', () => setTimeout(look), true)
  addEventListener('offline', look)
  addEventListener('online', () => {
    if (!player.hidden) return
    isAway(false)
    recording.load()
  })
  look()
}

// Leaves without a trace in this tab: the page goes blank at once, and "back" does not lead to it.
const exit = document.querySelector('.quick-exit-link')
if (exit) {
  const leave = (event) => {
    event.preventDefault()
    document.title = '\u00a0'
    document.body.hidden = true
    try { sessionStorage.clear() } catch { /* nothing was kept */ }
    location.replace(exit.href)
  }
  let presses = []
  exit.addEventListener('click', leave)
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) return
    presses = [...presses, event.timeStamp].filter((each) => event.timeStamp - each < 3000)
    if (presses.length >= 3) leave(event)
  })
  document.querySelector('.quick-exit-keys').hidden = false
}

const share = document.querySelector('.keep-share')
if (share && navigator.share) {
  share.parentElement.hidden = false
  share.addEventListener('click', () => {
    navigator.share({ title: share.dataset.title, url: share.dataset.url }).catch(() => {})
  })
}

const copy = document.querySelector('.keep-copy')
if (copy && navigator.clipboard) {
  copy.parentElement.hidden = false
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(copy.dataset.url)
    document.querySelector('.keep-said').textContent = copy.dataset.done
  })
}
