"""Pages from the web: what the user names by its address, and what feeds link to.

addresses    which addresses are fetched at all, and which numbers of hosts are public
network      how names become connections; the check that no name gets round
request      one request and its answer, within bounds of time and size
manners      one request at a time for each host, with a pause; robots.txt
fetcher      redirects, and many addresses side by side
forms        what an answer is, by its type and its first bytes
"""

from __future__ import annotations

from newstemma.ingest.web.addresses import is_address
from newstemma.ingest.web.network import Network

__all__ = ["Network", "is_address"]
