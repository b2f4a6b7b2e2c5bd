// Remembers the language that a visitor chose, so that "/" leads there the next time.
document.querySelectorAll('.languages a[hreflang]').forEach((link) => {
  link.addEventListener('click', () => {
    document.cookie = `django_language=${link.hreflang}; path=/; max-age=31536000; samesite=lax`;
  });
});
