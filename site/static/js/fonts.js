// The words and the picture at the head come first; bold fonts, and those of other scripts, when these are seen.
// On further pages of a visit the browser has them, so there they come with the words.
const showAll = () => delete document.documentElement.dataset.wordsFirst
let isAgain = false
try {
  isAgain = sessionStorage.getItem('fonts') === 'there'
  sessionStorage.setItem('fonts', 'there')
} catch { /* not kept */ }
if (isAgain) showAll()
else {
  const picture = document.querySelector('img[fetchpriority=high]')
  Promise.allSettled([picture?.decode()]).then(() => requestAnimationFrame(() => setTimeout(showAll)))
}
