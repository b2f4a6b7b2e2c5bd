"""What tells others of the site's pages: feeds, the sitemap, linked data, cards on other sites."""
