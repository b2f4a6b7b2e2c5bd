from .edge import panel
from .webhooks import hooks as webhooks_hooks
from .withdrawal import hooks as withdrawal_hooks

# What they register is in force once they are imported.
ROOMS = [panel, webhooks_hooks, withdrawal_hooks]
