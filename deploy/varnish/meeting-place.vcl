# What Varnish 7 keeps of Meeting Place, and how it is told to forget it. Needs Debian's varnish-modules.
import std;
import xkey;

sub vcl_recv {
    # Only what this file has said itself is ever told.
    unset req.http.Purged;

    if (req.method == "PURGE") {
        # Behind something that ends TLS everybody comes from its address: who was passed on is no worker.
        if (client.ip !~ purgers || req.http.X-Forwarded-For ~ ","
            || std.getenv("PURGE_SECRET") == ""
            || req.http.Purge-Secret != std.getenv("PURGE_SECRET")) {
            return (synth(403, "Forbidden"));
        }
        if (req.http.Purge-Tags !~ "[^ ]") {
            return (synth(400, "Purge-Tags is missing"));
        }
        # For good, not softly: what was taken back is not given out once more while a new one is fetched.
        set req.http.Purged = xkey.purge(req.http.Purge-Tags);
        return (synth(200, "Purged"));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Who is somebody, or shows a token, is answered by the site.
    if (req.http.Authorization || req.http.Cookie ~ "(^|;)\s*sessionid=") {
        return (pass);
    }
    if (req.url ~ "[?&](preview|token)=" || req.url ~ "^/(admin|documents|healthz|readyz)(/|$)") {
        return (pass);
    }
    # A date cannot tell that something has left a list: like the site, heed If-None-Match only.
    unset req.http.If-Modified-Since;
    # Other cookies change no answer that may be kept. Neither host, path nor query is rewritten: each is
    # part of what an answer is found by.
    return (hash);
}

sub vcl_hash {
    # Over http the site answers with a redirect to https.
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    # The site says what may be kept, and for how long, to caches that it purges, in a header of its own.
    # All that is kept can be found by tag, except static files: their names tell their contents.
    if (beresp.status == 200 && !beresp.http.Set-Cookie
        && beresp.http.Cache-Control !~ "(?i)private|no-store|no-cache"
        && beresp.http.Vary !~ "(?i)cookie|authorization|\*") {
        if (bereq.url ~ "^/static/" && beresp.http.Cache-Control ~ "immutable") {
            set beresp.ttl = 1d;
            return (deliver);
        }
        if (beresp.http.Surrogate-Key && beresp.http.Surrogate-Control ~ "(^|[, ])max-age=[1-9]") {
            set beresp.ttl = std.duration(
                regsub(beresp.http.Surrogate-Control, "^(?:.*[, ])?max-age=(\d+).*$", "\1s"), 0s);
            set beresp.grace = 0s;
            if (beresp.http.Surrogate-Control ~ "stale-while-revalidate=\d") {
                set beresp.grace = std.duration(
                    regsub(beresp.http.Surrogate-Control, "^.*stale-while-revalidate=(\d+).*$", "\1s"), 0s);
            }
            set beresp.keep = 1h;
            set beresp.http.xkey = beresp.http.Surrogate-Key;
            unset beresp.http.Surrogate-Control;
            return (deliver);
        }
    }
    unset beresp.http.Surrogate-Control;
    # So that requests for it need not wait for each other.
    set beresp.ttl = 120s;
    set beresp.grace = 0s;
    set beresp.uncacheable = true;
    return (deliver);
}

sub vcl_deliver {
    # Cache-Tag and Surrogate-Key stay: others who keep answers purge theirs by them, too.
    unset resp.http.xkey;
    unset resp.http.Surrogate-Control;
    # It is purged, so as good as new: caches further out count from now.
    unset resp.http.Age;
    if (obj.hits > 0) {
        set resp.http.X-Cache = "hit";
    } else {
        set resp.http.X-Cache = "miss";
    }
}

sub vcl_synth {
    if (req.method == "PURGE") {
        if (req.http.Purged) {
            set resp.http.Purged = req.http.Purged;
        }
        synthetic("");
        return (deliver);
    }
}
