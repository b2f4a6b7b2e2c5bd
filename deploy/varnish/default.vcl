# Varnish in front of Meeting Place: /etc/varnish/default.vcl, with meeting-place.vcl beside it.
# What is yours to change is here. docs/operators.md says how.
vcl 4.1;

backend site {
    .host = "127.0.0.1";
    .port = "8000";
    # What the site has begun to answer before a purge is purged once more half a minute after it.
    .first_byte_timeout = 20s;
}

# Where `manage.py follow_log` runs. It also has to know PURGE_SECRET.
acl purgers {
    "127.0.0.1";
    "::1";
}

include "./meeting-place.vcl";
